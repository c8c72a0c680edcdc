/** What one Graph operation costs, and of which service's limit. */
export interface Cost {
  readonly kind: 'sharepoint' | 'outlook' | 'directory' | 'teams' | 'none';
  readonly units: number;
  /** The mailbox or the team that is asked. */
  readonly of?: string;
}

const free: Cost = { kind: 'none', units: 0 };
const mailboxParts =
  /^\/users\/\{user\}\/(events|calendar|calendars|calendarView|messages|mailboxSettings|findMeetingTimes)\b/;

/** `operation` is a method and a path template, `of` fills the template's first hole. */
export function costOf(operation: string, query: URLSearchParams, of: string): Cost {
  const [method = '', template = ''] = operation.split(' ');
  if (/^\/(sites|drives|shares)\b|^\/groups\/\{group\}\/(sites|drive)\b/.test(template))
    return { kind: 'sharepoint', units: sharePointUnits(method, template, query) };
  if (mailboxParts.test(template)) return { kind: 'outlook', units: 1, of };
  if (template.startsWith('/teams')) return { kind: 'teams', units: 1, of };
  if (/^\/(users|groups)\b/.test(template))
    return { kind: 'directory', units: directoryUnits(method, template, query) };
  return free;
}

/**
 * SharePoint's predetermined costs: one item, a delta with a token and a download 1; several items, a delta without
 * a token and every change 2; permissions 5, also where they are expanded.
 * Source: "Avoid getting throttled or blocked in SharePoint Online", resource units.
 */
function sharePointUnits(method: string, template: string, query: URLSearchParams): number {
  if (/permissions/.test(template) || /permissions/.test(query.get('$expand') ?? '')) return 5;
  if (method !== 'GET') return 2;
  if (template.endsWith('/delta')) {
    const token = query.get('token') ?? query.get('$deltatoken') ?? query.get('$skiptoken');
    return token === null ? 2 : 1;
  }
  return /(\}|\/content|\/fields|\/root|\/drive|\/columns\/\{column\})$/.test(template) ? 1 : 2;
}

/**
 * The directory's costs, changed by $select (-1), $expand (+1) and a $top below 20 (-1), never below 1.
 * Source: Graph's throttling limits, identity and access, table of base costs.
 */
function directoryUnits(method: string, template: string, query: URLSearchParams): number {
  if (method !== 'GET') return 1;
  const base = template.endsWith('/members') ? 3 : template === '/users' || template === '/groups' ? 2 : 1;
  const top = query.get('$top');
  const change =
    (query.has('$select') ? -1 : 0) + (query.has('$expand') ? 1 : 0) + (top !== null && Number(top) < 20 ? -1 : 0);
  return Math.max(1, base + change);
}
