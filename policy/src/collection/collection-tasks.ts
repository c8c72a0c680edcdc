import { halfTermById, halfTermLabel } from '../calendar/academic-calendar.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { latestReturn } from '../soap/kept.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { accuracyOf, standingWord } from './accuracy.ts';
import type { CollectionRecords } from './collection-step.ts';

/** Whoever sent figures back looks at them when they come again (M15). */
export function collectionTasks(policy: TrustPolicy, facts: Facts, { steps }: CollectionRecords): readonly Task[] {
  return steps.flatMap((step): Task[] => {
    const { halfTerm, urn = '', id, by } = step;
    if (step.step !== 'send back' || standingWord(facts, halfTerm, urn)?.id !== id) return [];
    const [school, again] = [schoolOf(facts, urn), latestReturn(facts, urn, halfTerm)];
    if (!school || !again || !halfTermById(policy, halfTerm)) return [];
    if (accuracyOf(facts, urn, halfTerm)?.state !== 'unchecked') return [];
    return [
      {
        kind: 'task',
        key: `figures-mended/${id}`,
        rule: 'M15',
        since: again.submittedAt,
        because: `You sent the figures of ${halfTermLabel(halfTerm)} back, and ${school.name} has sent them again.`,
        otherwise: 'Until then nobody has confirmed them.',
        person: by,
        title: `Look at the mended figures of ${school.name}`,
        urn,
      },
    ];
  });
}
