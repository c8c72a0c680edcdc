// @ts-nocheck
import { ceoOf, headOf } from '../access/roles.ts';
import { dateAt, halfTermById, halfTermLabel, isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay } from '../calendar/day-offset.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { returnsOf } from '../soap/kept.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { schoolReadings } from './monitoring.ts';
import { signedOff, type Target, type TargetRevision, targetOf } from './target.ts';
import { cellName, targetCells } from './target-cells.ts';
import { instantOf, isBefore, isHead } from './target-step.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/** What a school's targets ask of its head and the CEO in a year, whenever it falls due (M20, M21). */
export function schoolTargetTasks(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Facts,
  targets: readonly Target[],
  school: School,
  year: AcademicYear,
  span: { readonly from: string; readonly to: string },
): readonly Task[] {
  const mine = targets.filter(({ urn, academicYear }) => urn === school.urn && academicYear === year);
  // A school that joins within the year has as many days from then.
  const first = school.joined !== undefined && school.joined > span.from ? school.joined : span.from;
  const moment = (name: keyof TargetsPolicy['days']) => isoOf(onSchoolDay(policy, first, own.days[name], span.to));
  const [head, ceo] = [headOf(facts, school.urn), ceoOf(facts)];
  const latest = mine.flatMap((target) => {
    const last = target.revisions.at(-1);
    return last ? [{ target, last, raised: signedOff(target) !== undefined }] : [];
  });
  const missing = targetCells(policy, own, school).filter(
    (cell) => !latest.some(({ target }) => targetOf([target], school.urn, year, cell)),
  );
  const proposing: Task[] =
    !head || missing.length === 0
      ? []
      : [
          {
            ...owed(`target-proposal/${year}`, 'M20', school, head),
            title: `Propose the targets of ${school.name} for ${year}`,
            since: moment('proposalsOpen'),
            by: moment('proposalsDue'),
            because: `${missing.length === 1 ? 'One target is' : `${missing.length} targets are`} not proposed yet; they are filled in from last year's figures where there are any.`,
            otherwise:
              'Without them nothing can be agreed and signed off, and progress has nothing to be held against.',
          },
        ];
  const deciding = byDay(
    policy,
    latest.flatMap(({ last, raised }) => {
      const person =
        last.state === 'proposed' && !last.by.some((id) => isHead(facts, id, school.urn))
          ? head
          : last.state === 'signed-off'
            ? undefined
            : ceo;
      return person
        ? [{ last, person, what: last.state === 'agreed' ? 'signoff' : raised ? 'raising' : 'agreement' }]
        : [];
    }),
  ).map(({ what, person, day, since, count }): Task => {
    const which = count === 1 ? 'one target' : `${count} targets`;
    const by = what === 'raising' ? undefined : moment(what === 'signoff' ? 'signOffDue' : 'agreedBy');
    const [does, done] = what === 'signoff' ? ['Sign off', 'agreed'] : ['Answer the proposal of', 'proposed'];
    return {
      ...owed(`target-${what}/${year}/${day}`, what === 'raising' ? 'M21' : 'M20', school, person),
      title: `${does} ${what === 'raising' ? `higher figures for ${which}` : which} of ${school.name}`,
      since,
      ...(by !== undefined && isBefore(since, by) ? { by } : {}),
      because: `${count === 1 ? 'It was' : 'They were'} ${done} on ${day}.`,
      otherwise:
        what === 'raising'
          ? 'Until then the figures signed off before hold.'
          : 'Until then progress is held against nothing.',
    };
  });
  return [...proposing, ...deciding, ...surpassed(policy, own, facts, mine, school, year, head)];
}

/** A return that goes beyond an aspirational target signed off before it: better progress than expected (M21). */
function surpassed(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: Facts,
  mine: readonly Target[],
  school: School,
  year: AcademicYear,
  head: Person | undefined,
): Task[] {
  const made = returnsOf(facts, policy, school.urn).findLast(({ halfTerm }) => halfTerm.startsWith(`${year}/`));
  const halfTerm = made && halfTermById(policy, made.halfTerm);
  if (!head || !halfTerm) return [];
  const beyond = schoolReadings(policy, own, facts, mine, school, halfTerm, true).filter((reading) => {
    const last = targetOf(mine, school.urn, year, reading)?.revisions.at(-1);
    return (
      reading.progress === 'met' &&
      (reading.points ?? 0) > 0 &&
      last?.state === 'signed-off' &&
      isBefore(last.at, made.submittedAt)
    );
  });
  const names = beyond.map((one) => cellName(policy, one));
  if (names.length === 0) return [];
  return [
    {
      ...owed(`target-surpassed/${made.halfTerm}`, 'M21', school, head),
      title: `Consider raising the targets of ${school.name}`,
      since: made.submittedAt,
      because: `The return of ${halfTermLabel(made.halfTerm)} goes beyond the target for ${names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')}.`,
      otherwise: 'The targets stay as they are and ask less than the pupils can do.',
    },
  ];
}

interface Decision {
  readonly last: TargetRevision;
  readonly person: Person;
  readonly what: string;
}

/** What was proposed or agreed on one day is decided as one. */
function byDay(policy: TrustPolicy, decisions: readonly Decision[]) {
  const days = new Map<string, { what: string; person: Person; day: string; since: string; count: number }>();
  for (const { last, person, what } of decisions) {
    const at = instantOf(last.at);
    if (!at) continue;
    const day = dateAt(policy, at);
    const key = `${what}/${day}/${person.id}`;
    const known = days.get(key);
    const since = known && isBefore(known.since, last.at) ? known.since : last.at;
    days.set(key, { what, person, day, since, count: (known?.count ?? 0) + 1 });
  }
  return [...days.values()];
}

function owed(key: string, rule: string, { urn }: School, { id }: Person) {
  return { kind: 'task' as const, key: `${key}/${urn}/${id}`, rule, person: id, urn };
}
