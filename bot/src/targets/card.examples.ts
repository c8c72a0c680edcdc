/** The cards of targets: a school's steps and the board's part, of a small trust and of a large one with long texts. */
import {
  OWLS,
  type Person,
  putToBoard,
  schoolTargetsView,
  type Target,
  type TargetDoing,
  type TargetsForBoard,
  targetsView,
} from '@owls/policy';
import type { CardMessage } from '../chat/messenger.ts';
import { type ExampleTrust, huge, messy, NOW, typical } from '../chat/trust.examples.ts';
import { boardCard } from './card-board.ts';
import { schoolCard } from './card-school.ts';

const YEAR = '2026-27';
const DIRECTOR: Person = {
  ...{ id: 'director', name: 'A **Director** <at>with</at> a name', email: 'director@trust.example' },
  roles: [{ role: 'director', scope: { kind: 'trust' } }],
};
const STATES = { propose: [], agree: ['proposed'], 'sign-off': ['proposed', 'agreed'] } as const;
const LONG = 'Why is **this** [lower](https://x.example) than <at>last</at> year? '.repeat(20);

export function targetExamples(): ReadonlyMap<string, CardMessage> {
  return new Map(
    Object.entries({ typical, messy, huge }).flatMap(([size, trust]) =>
      cards(trust).map(([state, message]) => [`targets ${state} (${size})`, message] as const),
    ),
  );
}

function cards(trust: ExampleTrust): [string, CardMessage][] {
  const { school, head, ceo } = trust;
  const toDo = (doing: TargetDoing, person: Person): [string, CardMessage][] => {
    const facts = withTargets(trust, targetsOf(trust, STATES[doing]));
    const view = schoolTargetsView(OWLS, facts, person, school.urn, YEAR, NOW);
    if (view === undefined) return [];
    const given = { urn: school.urn, year: YEAR, doing, view, person, trust: OWLS.trust.shortName };
    return [
      [`to ${doing}`, schoolCard(given)],
      [`to ${doing}, asked once more`, schoolCard(given, true)],
    ];
  };
  return [...toDo('propose', head), ...toDo('agree', ceo), ...toDo('sign-off', ceo), ...board(trust)];
}

function board(trust: ExampleTrust): [string, CardMessage][] {
  const { ceo } = trust;
  const signed = targetsOf(trust, ['proposed', 'agreed', 'signed-off']);
  const made = putToBoard(OWLS, OWLS.targets, trust.facts, signed, YEAR, { by: ceo.id, at: NOW.toString() });
  if (!made.ok) throw new Error(made.says);
  const asked = Array.from({ length: 30 }, () => ({ by: ceo.id, at: NOW.toString(), says: LONG }));
  const approvals = [{ by: DIRECTOR.id, at: NOW.toString() }];
  const takenBack = [{ by: ceo.id, approvedAt: NOW.toString(), at: NOW.toString() }];
  const known = { ...trust, facts: { ...trust.facts, people: [...trust.facts.people, DIRECTOR] } };
  const shown = (person: Person, forBoard: readonly TargetsForBoard[], asking?: 'takeBack'): CardMessage[] => {
    const seen = targetsView(OWLS, withTargets(known, signed, forBoard), person, NOW, YEAR)?.board;
    return seen ? [boardCard({ year: YEAR, board: seen, person, policy: OWLS }, [], asking)] : [];
  };
  const approved = [{ ...made.forBoard, approvals, takenBack }];
  return Object.entries({
    'to put to the board': shown(ceo, []),
    'before the board': shown(ceo, [made.forBoard]),
    'before the board, with many questions': shown(ceo, [{ ...made.forBoard, questions: asked }]),
    'approved by a director': shown(DIRECTOR, approved),
    'approval to be taken back': shown(DIRECTOR, approved, 'takeBack'),
  }).flatMap(([state, messages]) => messages.map((message): [string, CardMessage] => [state, message]));
}

/** A target for each figure the school's own year groups have, taken as far as `states` says. */
function targetsOf(
  { facts, school, head, ceo }: ExampleTrust,
  states: readonly Target['revisions'][number]['state'][],
): Target[] {
  const cells = facts.returns.find(({ urn }) => urn === school.urn)?.cohorts ?? [];
  return cells.flatMap(({ year, figures }) =>
    Object.keys(figures).map((measure) => ({
      ...{ urn: school.urn, academicYear: YEAR, yearGroup: year, measure },
      revisions: states.map((state) => ({
        ...{ state, minimum: 60, aspirational: 70, at: '2026-10-05T10:00:00Z', why: LONG },
        by: state === 'proposed' ? [head.id] : state === 'agreed' ? [head.id, ceo.id] : [ceo.id],
      })),
    })),
  );
}

function withTargets({ facts }: ExampleTrust, targets: readonly Target[], forBoard: readonly TargetsForBoard[] = []) {
  return { ...facts, records: { ...facts.records, targets: { targets, forBoard } } };
}
