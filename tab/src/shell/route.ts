/** Where in the tab somebody is. Kept in the address after `#`, and in Teams' deep links as `subPageId`. */
export type Route =
  | { readonly view: 'overview'; readonly part?: 'collection' }
  | { readonly view: 'schools' }
  | { readonly view: 'school'; readonly urn: string }
  | { readonly view: 'page'; readonly urn: string; readonly halfTerm?: string }
  | { readonly view: 'analysis'; readonly urn?: string; readonly year?: string }
  | { readonly view: 'soap'; readonly urn: string; readonly halfTerm?: string }
  | { readonly view: 'history'; readonly urn: string; readonly halfTerm: string }
  | { readonly view: 'returns'; readonly halfTerm?: string }
  | { readonly view: 'categories'; readonly halfTerm?: string }
  | { readonly view: 'years' }
  | { readonly view: 'targets'; readonly year?: string; readonly urn?: string }
  | { readonly view: 'meetings'; readonly year?: string; readonly part?: MeetingsPart }
  | { readonly view: 'meeting'; readonly meeting?: string }
  | { readonly view: 'people' }
  | { readonly view: 'policy' }
  | { readonly view: 'import' }
  | { readonly view: 'deliveries' }
  | { readonly view: 'nowhere'; readonly asked: string };

/** The parts of a year's meetings beside the plan itself. */
export const MEETINGS_PARTS = ['look', 'calendars', 'reviews', 'compare', 'rhythm'] as const;
export type MeetingsPart = (typeof MEETINGS_PARTS)[number];

const URN = /^[\w-]{1,20}$/;
const HALF_TERM = /^[a-z]{1,20}-[1-9]$/;
const YEAR = /^\d{4}-\d{2}$/;

/** Reads an address such as `#/school/115850`, `categories/2026-27/autumn-1` or `soap/115850`. */
export function readRoute(text: string): Route {
  const path = text.replace(/^[#/]+/, '').replace(/\/+$/, '');
  const [first = '', second, third, fourth] = path.split('/').map(decoded);
  switch (first) {
    case '':
    case 'overview':
    case 'dashboard':
      return { view: 'overview' };
    case 'collection':
      return { view: 'overview', part: 'collection' };
    case 'schools':
    case 'school':
      return second === undefined ? { view: 'schools' } : readSchool(path, second);
    case 'soap':
      return readSoap(path, second, third, fourth);
    case 'history':
      if (second !== undefined && third !== undefined && fourth !== undefined) {
        if (YEAR.test(second) && HALF_TERM.test(third) && URN.test(fourth)) {
          return { view: 'history', urn: fourth, halfTerm: `${second}/${third}` };
        }
      }
      return { view: 'nowhere', asked: path };
    case 'returns':
      return readRound(path, 'returns', second, third);
    case 'categories':
    case 'categorisation':
      if (second === 'years' && third === undefined) return { view: 'years' };
      return readRound(path, 'categories', second, third);
    case 'targets':
      return readTargets(path, second, third);
    case 'analysis':
      return readAnalysis(path, undefined, second);
    case 'meetings':
      return readMeetings(second, third);
    case 'meeting':
      return readMeeting(path);
    case 'people':
    case 'policy':
    case 'import':
    case 'deliveries':
      return { view: first };
    case 'imports':
      return { view: 'import' };
    default:
      return { view: 'nowhere', asked: path };
  }
}

/** `school/115850/page` is the newest return's page, `school/115850/page/2026-27/autumn-2` a given half term's. */
function readSchool(path: string, urn: string): Route {
  const [, , part, year, halfTerm] = path.split('/').map(decoded);
  if (!URN.test(urn) || (part !== undefined && part !== 'page' && part !== 'analysis')) {
    return { view: 'nowhere', asked: path };
  }
  if (part === undefined) return { view: 'school', urn };
  if (part === 'analysis') return readAnalysis(path, urn, year);
  if (year === undefined) return { view: 'page', urn };
  if (YEAR.test(year) && halfTerm !== undefined && HALF_TERM.test(halfTerm)) {
    return { view: 'page', urn, halfTerm: `${year}/${halfTerm}` };
  }
  return { view: 'nowhere', asked: path };
}

/** `analysis` is the trust's of the newest year, `school/115850/analysis/2025-26` a school's of a given one. */
function readAnalysis(path: string, urn: string | undefined, year: string | undefined): Route {
  if (year !== undefined && !YEAR.test(year)) return { view: 'nowhere', asked: path };
  return { view: 'analysis', ...(urn === undefined ? {} : { urn }), ...(year === undefined ? {} : { year }) };
}

/** `categories` is this half term's round; `categories/2026-27/autumn-1` a given one's. */
function readRound(path: string, view: 'returns' | 'categories', year?: string, halfTerm?: string): Route {
  if (year === undefined) return { view };
  if (halfTerm !== undefined && YEAR.test(year) && HALF_TERM.test(halfTerm)) {
    return { view, halfTerm: `${year}/${halfTerm}` };
  }
  return { view: 'nowhere', asked: path };
}

/** `soap/115850` is this half term's; `soap/2026-27/autumn-2/115850` a given one's. */
function readSoap(path: string, second?: string, third?: string, fourth?: string): Route {
  if (second !== undefined && third !== undefined && fourth !== undefined) {
    if (YEAR.test(second) && HALF_TERM.test(third) && URN.test(fourth)) {
      return { view: 'soap', urn: fourth, halfTerm: `${second}/${third}` };
    }
  } else if (second !== undefined && third === undefined && URN.test(second)) {
    return { view: 'soap', urn: second };
  }
  return { view: 'nowhere', asked: path };
}

/** `targets` is the running year's; `targets/2026-27/115850` a school's of a given one. */
function readTargets(path: string, year?: string, urn?: string): Route {
  if (year === undefined) return { view: 'targets' };
  if (!YEAR.test(year) || (urn !== undefined && !URN.test(urn))) return { view: 'nowhere', asked: path };
  return urn === undefined ? { view: 'targets', year } : { view: 'targets', year, urn };
}

/** `meetings` is this year's plan; `meetings/2026-27/calendars` a part of a given one's. */
function readMeetings(year?: string, named?: string): Route {
  if (year === undefined || !YEAR.test(year)) return { view: 'meetings' };
  const part = MEETINGS_PARTS.find((one) => one === named);
  return part === undefined ? { view: 'meetings', year } : { view: 'meetings', year, part };
}

/** `meeting` is the one that is on or comes next; `meeting/advisory/2026-27/3` a given one, by its key. */
function readMeeting(path: string): Route {
  const [, ...parts] = path.split('/').map(decoded);
  if (parts.length === 0) return { view: 'meeting' };
  const meeting = parts.join('/');
  return parts.length > 1 && meeting.length <= 200 ? { view: 'meeting', meeting } : { view: 'nowhere', asked: path };
}

/** The address of a place, for links: `#/school/115850`. */
export function addressOf(route: Route): string {
  return `#/${pathOf(route)}`;
}

function pathOf(route: Route): string {
  switch (route.view) {
    case 'overview':
      return route.part ?? 'overview';
    case 'school':
      return `school/${encodeURIComponent(route.urn)}`;
    case 'page':
      return ['school', encodeURIComponent(route.urn), 'page', route.halfTerm].filter(Boolean).join('/');
    case 'analysis': {
      const of = route.urn === undefined ? [] : ['school', encodeURIComponent(route.urn)];
      return [...of, 'analysis', route.year].filter(Boolean).join('/');
    }
    case 'years':
      return 'categories/years';
    case 'soap':
      return route.halfTerm === undefined
        ? `soap/${encodeURIComponent(route.urn)}`
        : `soap/${route.halfTerm}/${encodeURIComponent(route.urn)}`;
    case 'history':
      return `history/${route.halfTerm}/${encodeURIComponent(route.urn)}`;
    case 'returns':
    case 'categories':
      return route.halfTerm === undefined ? route.view : `${route.view}/${route.halfTerm}`;
    case 'targets':
      return ['targets', route.year, route.year && route.urn].filter(Boolean).join('/');
    case 'meetings':
      return ['meetings', route.year, route.year && route.part].filter(Boolean).join('/');
    case 'meeting':
      return route.meeting === undefined
        ? 'meeting'
        : `meeting/${route.meeting.split('/').map(encodeURIComponent).join('/')}`;
    case 'nowhere':
      return route.asked;
    default:
      return route.view;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
