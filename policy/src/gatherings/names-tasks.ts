import { headOf } from '../access/roles.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Facts } from '../facts.ts';
import { belongs, schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Delegates } from './delegates.ts';
import type { RecordedGathering } from './gathering.ts';
import type { GatheringsPolicy } from './gatherings-policy.ts';
import { momentOf, type Owed } from './owed.ts';

/** Heads asked whom their school sends to a network or moderation (M10), until it begins. */
export function namesTasks(
  policy: TrustPolicy,
  own: GatheringsPolicy,
  facts: Facts,
  gatherings: readonly RecordedGathering[],
  delegates: readonly Delegates[],
  today: string,
): readonly Owed[] {
  const named = new Set(delegates.map(({ gathering, urn }) => `${gathering}/${urn}`));
  const schools = schoolsOn(facts.schools, today);
  const furthest = shifted(today, own.namesDaysBefore);
  return gatherings
    .filter(({ sentBySchools, start }) => {
      const date = start.slice(0, 10);
      return sentBySchools.length > 0 && today <= date && date <= furthest;
    })
    .flatMap((gathering) => {
      const { key, rule, title, start, sentBySchools } = gathering;
      const date = start.slice(0, 10);
      const since = onSchoolDay(policy, date, { days: -own.namesDaysBefore, at: own.minutes.at }, date);
      const groups = sentBySchools.join(', ');
      return schools
        .filter((school) => belongs(school, date) && comes(gathering, school) && !named.has(`${key}/${school.urn}`))
        .flatMap(({ urn, name }): readonly Owed[] => {
          const head = headOf(facts, urn);
          if (!head) return [];
          const task = {
            kind: 'task',
            key: `names/${key}/${urn}`,
            rule,
            person: head.id,
            title: `Name who comes from ${name} to ${title} on ${dayInWords(date)}`,
            urn,
            since: since.toString(),
            by: momentOf(policy, start).toString(),
            because: `Each school sends: ${groups}.`,
            otherwise: `${name} is taken to send nobody.`,
          } as const;
          return [{ task, until: momentOf(policy, start) }];
        });
    });
}

function comes(gathering: RecordedGathering, school: { readonly urn: string; readonly cluster: string }): boolean {
  if (gathering.urn !== undefined) return gathering.urn === school.urn;
  return gathering.cluster === undefined || gathering.cluster === school.cluster;
}
