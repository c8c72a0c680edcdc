import { isWork } from '../clock/player.ts';
import type { Call } from '../control/machine-api.ts';

/** A path as one reads it: without the version or region before it, and with its escapes undone. */
export function readable(path: string): string {
  const bare = path.replace(/^\/(v1\.0|emea\/v3)(?=\/)/, '');
  try {
    return decodeURIComponent(bare.replaceAll('+', ' '));
  } catch {
    return bare; // a malformed escape: shown as it was sent
  }
}

/** What a call cost of its service's limit; a dash where nobody counts. */
export function costWords(units: number | undefined): string {
  return units === undefined ? '–' : String(units);
}

/** Whether a call, or a part of it, was refused or failed. */
export function failed({ status, parts }: Call): boolean {
  return status === 0 || status >= 400 || (parts ?? []).some((part) => part.status >= 400);
}

/** JSON on lines of its own; other text as it is. */
export function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // cut because it was long, or no JSON
  }
}

/** A path short enough to be scanned: of an id its first eight characters, of a token the first twelve. */
export function scannable(path: string): string {
  return readable(path)
    .replace(/\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '$1…')
    .replace(/[\w+-]{40,}/g, (token) => `${token.slice(0, 12)}…`);
}

/** The calls whose path, method, status or service has all the words of `search` in it. */
export function matching(
  calls: readonly Call[],
  search: string,
  only: { readonly failed: boolean; readonly work: boolean },
): readonly Call[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return calls.filter((call) => {
    if ((only.failed && !failed(call)) || (only.work && !isWork(call))) return false;
    const parts = (call.parts ?? []).map((part) => `${part.method} ${readable(part.path)}`);
    const text = [call.service, call.method, readable(call.path), call.status, ...parts].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
