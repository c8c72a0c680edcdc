import type { PlanMeeting, PlanView } from '@owls/policy';

/** What somebody chose to see of a plan. */
export interface Asked {
  readonly kind: string;
  readonly urn: string;
  readonly mine: boolean;
  /** Only meetings with something wrong. */
  readonly wrong: boolean;
}

export const EVERYTHING: Asked = { kind: '', urn: '', mine: false, wrong: false };

export function chosen(
  view: Pick<PlanView, 'meetings' | 'troubles'>,
  asked: Asked,
  me: string,
): readonly PlanMeeting[] {
  const wrong = new Set(view.troubles.map(({ key }) => key));
  return view.meetings.filter(
    (one) =>
      (asked.kind === '' || one.kind === asked.kind) &&
      (asked.urn === '' || one.urn === asked.urn || one.host === asked.urn) &&
      (!asked.mine || one.attendees.includes(me)) &&
      (!asked.wrong || wrong.has(one.key) || one.question !== undefined),
  );
}

/** How many of a meeting's people have another meeting at that time. */
export function takenThen(
  meetings: readonly PlanMeeting[],
  { key, start, end, attendees }: Pick<PlanMeeting, 'key' | 'start' | 'end' | 'attendees'>,
): number {
  const invited = new Set(attendees);
  const taken = meetings
    .filter((one) => one.key !== key && one.state !== 'cancelled' && one.start < end && start < one.end)
    .flatMap((one) => one.attendees.filter((id) => invited.has(id)));
  return new Set(taken).size;
}

/** The meeting's times on another day. */
export function onDay<T extends { readonly start: string; readonly end: string }>(meeting: T, date: string): T {
  return { ...meeting, start: `${date}${meeting.start.slice(10)}`, end: `${date}${meeting.end.slice(10)}` };
}

/** Whose meeting it is, where its title says so, and what it is: `Head and CEO: Oakfield` is Oakfield's Head and CEO. */
export function titleParts({ title, urn, cluster }: Pick<PlanMeeting, 'title' | 'urn' | 'cluster'>): {
  readonly what: string;
  readonly whose?: string;
} {
  const cut = title.indexOf(': ');
  if ((urn === undefined && cluster === undefined) || cut < 0) return { what: title };
  return { what: title.slice(0, cut), whose: title.slice(cut + 2) };
}

/** Who meets, which gives a meeting its colour. */
export type Group = 'heads' | 'school' | 'cluster' | 'trust';

export function groupOf({ kind, urn, cluster }: Pick<PlanMeeting, 'kind' | 'urn' | 'cluster'>): Group {
  if (urn !== undefined) return 'school';
  if (cluster !== undefined) return 'cluster';
  return kind === 'strategic' || kind === 'advisory' || kind === 'development' ? 'heads' : 'trust';
}

export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  heads: 'Heads together',
  school: 'One school',
  cluster: 'A cluster',
  trust: 'The trust',
};

/** Meetings by the ISO date they begin on. */
export function byDate(meetings: readonly PlanMeeting[]): ReadonlyMap<string, readonly PlanMeeting[]> {
  const days = new Map<string, PlanMeeting[]>();
  for (const one of meetings) {
    const date = one.start.slice(0, 10);
    const day = days.get(date);
    if (day) day.push(one);
    else days.set(date, [one]);
  }
  return days;
}

/** Names of schools with a core visit, by date; those of one school where one is chosen, none beside a chosen kind. */
export function visitsByDate({ visits, hosts }: Pick<PlanView, 'visits' | 'hosts'>, asked: Asked) {
  const names = new Map(hosts.map(({ urn, name }) => [urn, name]));
  const days = new Map<string, string[]>();
  if (asked.kind !== '' || asked.mine || asked.wrong) return days;
  for (const { date, urn } of visits) {
    if (asked.urn !== '' && asked.urn !== urn) continue;
    days.set(date, [...(days.get(date) ?? []), names.get(urn) ?? urn]);
  }
  return days;
}
