import type { Facts, Person, School, Target, TargetRevision, TargetsForBoard } from '@owls/policy';
import { OWLS, putToBoard, targetProposals } from '@owls/policy';

const YEAR = '2026-27';
const HOSTILE = '=HYPERLINK("https://evil.example";"Click") <at>everyone</at> **bold** [x](javascript:alert(1))';

/**
 * The same facts with targets at every stage: the first school's are all signed off and one is to be raised, the next's
 * proposed, agreed, not proposed at all, and of the others Year 6's are signed off. The board has been asked.
 */
export function withTargets(facts: Facts): Facts {
  return { ...facts, records: { ...facts.records, targets: exampleTargets(facts) } };
}

/** The members of a board, who are asked to approve. */
export const DIRECTORS: readonly Person[] = ['Ines Calder', 'Joel Amis', 'Kay Renner', 'Leo Stark'].map((name, at) => ({
  id: `director-${at + 1}`,
  name,
  email: `director${at + 1}@trust.example`,
  roles: [{ role: at === 3 ? 'chair' : 'director', scope: { kind: 'trust' } }],
}));

function exampleTargets(facts: Facts): { readonly targets: readonly Target[]; readonly forBoard: TargetsForBoard[] } {
  const targets = facts.schools.flatMap((school, place) => targetsOf(facts, school, place % 10));
  const put = putToBoard(OWLS, OWLS.targets, facts, targets, YEAR, { by: 'ceo', at: '2026-11-16T10:00:00Z' });
  const forBoard = put.ok ? [{ ...put.forBoard, ...ANSWERED }] : [];
  return { targets, forBoard };
}

const ANSWERED: Pick<TargetsForBoard, 'approvals' | 'takenBack' | 'questions'> = {
  approvals: [{ by: 'director-1', at: '2026-11-18T19:20:00Z' }],
  takenBack: [{ by: 'director-4', approvedAt: '2026-11-19T07:15:00Z', at: '2026-11-19T07:17:00Z' }],
  questions: [
    {
      ...{ by: 'director-1', at: '2026-11-17T20:05:00Z', says: 'Why is writing in Year 6 aimed lower than reading?' },
      answer: { by: 'ceo', at: '2026-11-18T08:30:00Z', says: 'These pupils start lower in writing; the gap narrows.' },
    },
    { by: 'director-2', at: '2026-12-09T21:40:00Z', says: `What about small cohorts? ${HOSTILE}` },
  ],
};

function targetsOf(facts: Facts, school: School, place: number): readonly Target[] {
  if (place === 3) return [];
  const proposals = targetProposals(OWLS, OWLS.targets, facts, school, YEAR);
  return proposals.flatMap(({ yearGroup, measure, figures }, index): Target[] => {
    if (!figures || (place > 2 && yearGroup !== 'Y6')) return [];
    const proposed = step('proposed', figures, index === 2 && place === 1 ? HOSTILE : 'From where they stood in July.');
    const steps = [proposed, step('agreed', figures), step('signed-off', figures)];
    const raised = { minimum: figures.minimum, aspirational: Math.min(100, figures.aspirational + 3) };
    const revisions =
      place === 1
        ? steps.slice(0, 1)
        : place === 2
          ? steps.slice(0, 2)
          : [...steps, ...(place === 0 && index === 4 ? [step('proposed', raised, 'Ahead since October.')] : [])];
    return [
      {
        urn: school.urn,
        academicYear: YEAR,
        ...(yearGroup ? { yearGroup } : {}),
        measure,
        revisions: revisions.map((one) => ({
          ...one,
          by: one.by.map((who) => (who === 'head' ? `head-${school.urn}` : who)),
        })),
      },
    ];
  });
}

const AT = { proposed: '2026-10-05T15:10:00Z', agreed: '2026-10-07T09:00:00Z', 'signed-off': '2026-10-09T10:00:00Z' };
const BY = { proposed: ['head'], agreed: ['head', 'ceo'], 'signed-off': ['ceo'] };

function step(
  state: TargetRevision['state'],
  figures: Pick<TargetRevision, 'minimum' | 'aspirational'>,
  why = '',
): TargetRevision {
  return { ...figures, state, by: BY[state], at: AT[state], why: why === '' ? 'From where they stood in July.' : why };
}
