import {
  areasFoundBy,
  type Facts,
  type GatheringsKept,
  gatheringOfChat,
  gatheringView,
  type KeptAction,
  type MeetingPoint,
  minutesOf,
  myGatherings,
  OWLS,
  type Person,
  recordedGatherings,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}
type Body = Readonly<Record<string, unknown>>;

const LONG =
  'Moderate writing together in Years 3 and 4 before the spring half term, with the exemplification materials and two pieces from each child';

/** What meetings came to, in the page's own memory: what the service would keep, with versions that count up. */
export function exampleGatherings(facts: Facts, person: Person, now: Temporal.Instant, elsewhere: boolean) {
  // Each has a chat in Teams, named after its key.
  const gatherings = recordedGatherings(OWLS, facts.meetings).map((one) => ({
    ...one,
    chat: `19:meeting_${one.key.replaceAll('/', '-')}@thread.v2`,
  }));
  const today = now.toString().slice(0, 10);
  const past = gatherings.filter(({ kind, start }) => kind === 'advisory' && start.slice(0, 10) <= today).slice(-2);
  const [before, latest] = past.map(({ key }) => key);
  const at = now.toString();
  const [first, second] = facts.people;
  let kept: GatheringsKept = {
    gatherings,
    minutes: [],
    delegates: [],
    apologies: [],
    areasFound: [],
    points: latest && first ? [pointOf('example-1', latest, 'decision', LONG, first.id, at)] : [],
    sheets:
      before && first
        ? [{ gathering: before, state: 'held', attended: [first.id], because: '', by: first.id, at, version: '1' }]
        : [],
    actions:
      before && first && second
        ? [
            actionOf('example-2', before, 'Share the maths plan', first.id, '2026-12-04'),
            {
              ...actionOf('example-3', before, 'Visit the host school’s reading lesson', second.id, '2026-12-11'),
              done: '2026-12-09',
            },
          ]
        : [],
  };
  let meddled = !elsewhere;

  const view = (key: string): Answer => {
    const written = [kept.gatherings, kept.sheets, kept.points] as const;
    const given = { ...kept, minutes: minutesOf(...written), areasFound: areasFoundBy(...written) };
    const shown = gatheringView(OWLS, { ...facts, records: { gatherings: given } }, given, person, key, now);
    return shown ? { status: 200, body: shown } : { status: 404, body: problem('not-found', 'This was not found.') };
  };

  const routes: readonly (readonly [
    RegExp,
    (found: readonly string[], body: Body, asked: URLSearchParams) => Answer,
  ])[] = [
    [
      /^GET \/api\/gatherings$/,
      (_found, _body, asked) => {
        const here = gatheringOfChat(OWLS, facts, kept, person, asked.get('chat') ?? '');
        return { status: 200, body: { ...myGatherings(OWLS, kept, person, now), ...(here ? { here } : {}) } };
      },
    ],
    [/^GET \/api\/gatherings\/([^/]+)$/, ([key = '']) => view(key)],
    [/^GET \/api\/gatherings\/[^/]+\/(agenda|minutes)\/document$/, ([kind = '']) => ({ status: 200, body: kind })],
    [
      /^PUT \/api\/gatherings\/([^/]+)\/points\/(.+)$/,
      ([key = '', id = ''], body) => {
        const there = kept.points.find((one) => one.id === id);
        if (there && !meddled) {
          meddled = true;
          replacePoint({ ...there, text: 'Changed on another screen', version: '99' });
        }
        const current = kept.points.find((one) => one.id === id);
        if (current?.version !== body.version) {
          return { status: 409, body: { ...problem('conflict', 'This was changed since you opened it.'), current } };
        }
        const kind = (body.kind ?? 'decision') as MeetingPoint['kind'];
        const urn = typeof body.urn === 'string' ? { urn: body.urn } : {};
        replacePoint({ ...pointOf(id, key, kind, String(body.text), person.id, at, current?.version), ...urn });
        return view(key);
      },
    ],
    [
      /^POST \/api\/gatherings\/([^/]+)\/points\/(.+)\/remove$/,
      ([key = '', id = '']) => {
        kept = { ...kept, points: kept.points.filter((one) => one.id !== id) };
        return view(key);
      },
    ],
    [
      /^PUT \/api\/gatherings\/([^/]+)\/actions\/(.+)$/,
      ([key = '', id = ''], { text, owner, by }) => {
        kept = { ...kept, actions: [...kept.actions, actionOf(id, key, String(text), String(owner), String(by))] };
        return view(key);
      },
    ],
    [
      /^POST \/api\/gatherings\/([^/]+)\/actions\/(.+)\/(done|undone)$/,
      ([key = '', id = '', what]) => {
        const actions = kept.actions.map((one): KeptAction => {
          const { done: _, ...open } = one;
          return one.id !== id ? one : what === 'done' ? { ...open, done: today } : open;
        });
        kept = { ...kept, actions };
        return view(key);
      },
    ],
    [
      /^PUT \/api\/gatherings\/([^/]+)\/coming$/,
      ([key = ''], { comes, instead = '', because = '' }) => {
        const said = { gathering: key, person: person.id, instead: String(instead), because: String(because), at };
        const others = kept.apologies.filter((one) => one.gathering !== key || one.person !== person.id);
        kept = { ...kept, apologies: comes === true ? others : [...others, said] };
        return view(key);
      },
    ],
    [/^PUT \/api\/gatherings\/([^/]+)\/minutes$/, ([key = ''], body) => sheet(key, 'draft', body)],
    [
      /^POST \/api\/gatherings\/([^/]+)\/minutes\/end$/,
      ([key = ''], body) => sheet(key, body.state === 'held' ? 'held' : 'not held', body),
    ],
  ];
  return routes;

  function replacePoint(point: MeetingPoint): void {
    const others = kept.points.filter((one) => one.id !== point.id);
    kept = { ...kept, points: [...others, point] };
  }

  function sheet(key: string, state: 'draft' | 'held' | 'not held', body: Body): Answer {
    const attended = Array.isArray(body.attended) ? body.attended.map(String) : [];
    if (state === 'held' && attended.length === 0) {
      return { status: 422, body: { ...problem('findings', 'Name who came.'), findings: [] } };
    }
    const others = kept.sheets.filter((one) => one.gathering !== key);
    const because = String(body.because ?? '');
    const version = String(Number(body.version ?? 0) + 1);
    kept = { ...kept, sheets: [...others, { gathering: key, state, attended, because, by: person.id, at, version }] };
    return view(key);
  }
}

function problem(code: string, message: string) {
  return { error: { code, message } };
}

function pointOf(
  id: string,
  meeting: string,
  kind: MeetingPoint['kind'],
  text: string,
  by: string,
  at: string,
  version = '0',
): MeetingPoint {
  return { id, meeting, kind, text, by, at, version: String(Number(version) + 1) };
}

function actionOf(id: string, meeting: string, text: string, owner: string, by: string): KeptAction {
  return { id, meeting, text, owner, by, version: '1' };
}
