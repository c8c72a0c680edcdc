import type { Local } from '../local/launch.ts';
import { deliveriesIn } from './arrivals.ts';
import { ChatUser } from './chat-user.ts';
import type { Ground } from './ground.ts';

/** What stands in a tenant after a play, without what differs from one to the next: ids, moments and versions. */
export interface EndedState {
  /** Rows by list, each as sorted text. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  /** How often each delivery's card stands in its person's chat. */
  readonly cards: Readonly<Record<string, number>>;
  /** Each event of the organiser and of everybody asked, as text. */
  readonly events: readonly string[];
}

/** Lists of what the trust recorded; of deliveries only what was delivered counts, not in which waves. */
const lists = [
  ...[
    'Schools',
    'People',
    'Roles',
    'SOAP returns',
    'SOAP cohorts',
    'SOAP pupil groups',
    'Categorisations',
    'Meetings',
    'Published results',
  ],
  ...['Conversations'],
];
const isMoment = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
/** Moments of the trust's own plan; others are when somebody did something. */
const planned = new Set(['Start', 'End']);
/** Made anew in each tenant. */
const ownOfTenant = new Set(['Conversation', 'Service address', 'Event in the calendar', 'Chat in Teams']);

export async function endedState(ground: Ground, year: string): Promise<EndedState> {
  const { local, people } = ground;
  const rows: Record<string, readonly string[]> = {};
  for (const list of lists) rows[list] = (await local.site.rows(list)).map(textOf).sort();
  const cards: Record<string, number> = {};
  for (const { id } of people) {
    for (const message of await new ChatUser(local.control, id).messages())
      for (const key of deliveriesIn(message)) cards[key] = (cards[key] ?? 0) + 1;
  }
  return { rows, cards: sorted(cards), events: await eventsOf(local, people, year) };
}

function textOf(row: Record<string, unknown>): string {
  const shown = Object.entries(row).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const kept = shown.map(([name, value]) => [
    name,
    ownOfTenant.has(name) || (isMoment(value) && !planned.has(name)) ? '*' : value,
  ]);
  return JSON.stringify(Object.fromEntries(kept));
}

/** What stands in one tenant and not in the other, a line each. */
export function differences(one: EndedState, other: EndedState): string[] {
  const lines = ({ rows, cards, events }: EndedState) => [
    ...Object.entries(rows).flatMap(([list, texts]) => texts.map((text) => `${list}: ${text}`)),
    ...Object.entries(cards).map(([key, count]) => `card ${key}: ${count}`),
    ...events.map((event) => `event ${event}`),
  ];
  const missing = (from: readonly string[], among: readonly string[], sign: string) => {
    const left = new Map<string, number>();
    for (const line of among) left.set(line, (left.get(line) ?? 0) + 1);
    return from.flatMap((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count > 0 ? [] : [`${sign} ${line}`];
    });
  };
  return [...missing(lines(one), lines(other), '-'), ...missing(lines(other), lines(one), '+')].sort();
}

async function eventsOf(local: Local, people: Ground['people'], year: string): Promise<readonly string[]> {
  const from = `${year.slice(0, 4)}-08-01T00:00:00Z`;
  const to = `${Number(year.slice(0, 4)) + 1}-08-31T00:00:00Z`;
  const calendars = [local.place.organiser, ...people.map(({ id }) => id)];
  const events = await Promise.all(
    calendars.map(async (whose) =>
      (await local.control.calendar(whose, from, to)).map(
        ({ subject, start, end }) => `${whose} ${start.dateTime} ${end.dateTime} ${subject}`,
      ),
    ),
  );
  return events.flat().sort();
}

const sorted = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).sort(([one], [other]) => one.localeCompare(other)));
