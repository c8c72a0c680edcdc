import { ceoOf, holdersOf } from '../access/roles.ts';
import { analysisInWords, isOfAnalysis } from '../analysis/analysis-record.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { RecordedGathering } from './gathering.ts';
import type { GatheringsPolicy } from './gatherings-policy.ts';
import { type Action, openActions } from './meeting-action.ts';
import type { Owed } from './owed.ts';

/** Where no school day is left for so long, a reminder goes out all the same: longer than any summer break. */
const LATEST = 60;

/**
 * Actions chased until done: a reminder to the owner before the day, one at each later step of the policy in place of
 * the one before, and word to whoever led the meeting when it stays undone.
 */
export function actionTasks(
  policy: TrustPolicy,
  own: GatheringsPolicy,
  facts: Facts,
  records: { readonly gatherings: readonly RecordedGathering[]; readonly actions: readonly Action[] },
  today: string,
): readonly Owed[] {
  const meetings = new Map([...facts.meetings, ...records.gatherings].map((one) => [one.key, one]));
  const rules = new Map(records.gatherings.map(({ key, rule }) => [key, rule]));
  const furthest = shifted(today, own.actions.remindDaysBefore);
  return openActions(records.actions)
    .filter(({ by, urn }) => by <= furthest && (urn === undefined || belongsToday(facts, urn, today)))
    .flatMap((action): readonly Owed[] => {
      const meeting = meetings.get(action.meeting);
      const kind = policy.meetings.find((one) => one.kind === meeting?.kind);
      const rule = rules.get(action.meeting) ?? kind?.rule ?? (isOfAnalysis(action) ? 'M18' : 'M4');
      const leader = leaderOf(facts, meeting?.attendees[0], action.owner);
      const onRecord = facts.people.some(({ id }) => id === action.owner);
      const owner = onRecord ? action.owner : leader;
      const when = (days: number) =>
        onSchoolDay(policy, action.by, { days, at: own.actions.at }, shifted(action.by, LATEST));
      const task = (key: string, person: string, days: number, says: Pick<Task, 'title' | 'because' | 'otherwise'>) =>
        ({
          kind: 'task',
          key: `action/${action.id}/${action.by}/${key}`,
          rule,
          person,
          ...(action.urn === undefined ? {} : { urn: action.urn }),
          since: when(days).toString(),
          by: onSchoolDay(policy, action.by, { days: 0, at: '17:00' }, shifted(action.by, LATEST)).toString(),
          ...says,
        }) as const;
      const steps = [-own.actions.remindDaysBefore, ...own.actions.chaseDaysAfter];
      const agreed = `It was agreed in ${meeting?.title ?? analysisInWords(action.meeting) ?? 'a meeting'}`;
      const escalates = own.actions.escalateDaysAfter;
      return [
        ...(owner === undefined ? [] : steps).map((days, place): Owed => {
          const next = steps[place + 1];
          return {
            task: task(days > 0 ? `overdue-${days}` : 'due', owner ?? '', days, {
              title: action.text,
              because:
                days > 0
                  ? `${agreed} for ${dayInWords(action.by)} and is not marked done.`
                  : `${agreed} and is due on ${dayInWords(action.by)}.`,
              otherwise: `${escalates} days after its day whoever led the meeting hears of it.`,
            }),
            ...(next === undefined ? {} : { until: when(next) }),
          };
        }),
        ...(leader === undefined
          ? []
          : [
              {
                task: task('escalated', leader, escalates, {
                  title: `Settle an overdue action: ${action.text}`,
                  because: `${agreed} for ${dayInWords(action.by)} and is still not done.`,
                  otherwise: 'It stays on the agenda as open.',
                }),
              },
            ]),
      ];
    });
}

/** Who led the meeting, unless that is the owner: then the CEO, and above the CEO the chair of the trust. */
function leaderOf(facts: Facts, chair: string | undefined, owner: string): string | undefined {
  const known = facts.people.find(({ id }) => id === chair)?.id;
  return [known, ceoOf(facts)?.id, holdersOf(facts, 'chair')[0]?.id].find((id) => id !== undefined && id !== owner);
}

function belongsToday(facts: Facts, urn: string, today: string): boolean {
  const school = schoolOf(facts, urn);
  return school !== undefined && belongs(school, today);
}
