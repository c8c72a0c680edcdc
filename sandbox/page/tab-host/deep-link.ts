import { z } from 'zod';

/** Where a link into Teams leads. */
export type TeamsLink =
  | { readonly to: 'entity'; readonly appId: string; readonly entityId: string; readonly subPage?: string }
  | { readonly to: 'chat'; readonly users: readonly string[] };

const Context = z.looseObject({ subEntityId: z.string().optional(), subPageId: z.string().optional() });

/**
 * Reads a link of the form Teams opens within itself (`https://teams.microsoft.com/l/entity/…`, `/l/chat/…`, or the
 * same with `msteams:`); undefined for every other address, which opens in a window of its own.
 */
export function teamsLink(address: string): TeamsLink | undefined {
  const url = parsed(address);
  if (url === undefined) return undefined;
  const isTeams =
    url.protocol === 'msteams:' || /(^|\.)(teams\.microsoft\.com|teams\.cloud\.microsoft)$/.test(url.host);
  if (!isTeams) return undefined;
  const [, , kind, first, second] = url.pathname.startsWith('/l/') ? url.pathname.split('/') : [];
  if (kind === 'entity' && first) {
    const subPage = subPageOf(url.searchParams.get('context'));
    return {
      to: 'entity',
      appId: decodeURIComponent(first),
      entityId: decodeURIComponent(second ?? ''),
      ...(subPage === undefined ? {} : { subPage }),
    };
  }
  if (kind === 'chat') return { to: 'chat', users: (url.searchParams.get('users') ?? '').split(',').filter(Boolean) };
  return undefined;
}

/** A link that leads others to the same page of an app, as Teams makes it when one shares a tab. */
export function entityLink(appId: string, entityId: string, subPage?: string, label?: string): string {
  const query = new URLSearchParams();
  if (subPage !== undefined) query.set('context', JSON.stringify({ subEntityId: subPage }));
  if (label !== undefined) query.set('label', label);
  const tail = query.size === 0 ? '' : `?${query}`;
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${encodeURIComponent(entityId)}${tail}`;
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

function subPageOf(context: string | null): string | undefined {
  if (context === null) return undefined;
  try {
    const read = Context.safeParse(JSON.parse(context));
    return read.success ? (read.data.subEntityId ?? read.data.subPageId) : undefined;
  } catch {
    return undefined;
  }
}
