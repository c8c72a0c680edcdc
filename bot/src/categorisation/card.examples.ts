/** Every state of the cards of a round of categories, for each example trust. */
import { type AgreementView, OWLS, type School, type StrategyRecords } from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import type { CardMessage } from '../chat/messenger.ts';
import { type ExampleTrust, empty, HALF_TERM, huge, messy, typical } from '../chat/trust.examples.ts';
import { agreementCard } from './card-agreement.ts';
import { proposalConflict, proposalsCard, proposeCard } from './card-proposals.ts';
import { takeBackCard } from './card-take-back.ts';
import { confirmCard, validateCard, validationConflict, validationsCard } from './card-validations.ts';
import { summaryCard } from './summary-card.ts';

const NOW = Temporal.Instant.from('2026-12-14T09:30:00Z');
const EARLY = Temporal.Instant.from('2026-11-20T09:30:00Z');

export function categoryExamples(): ReadonlyMap<string, CardMessage> {
  return new Map(
    Object.entries({ empty, typical, messy, huge }).flatMap(([size, trust]) =>
      states(trust).map(([state, message]) => [`categories ${state} (${size})`, message] as const),
    ),
  );
}

function states({ facts, school, clusterLeader, cluster }: ExampleTrust): [string, CardMessage][] {
  const round = {
    policy: OWLS,
    facts,
    halfTerm: HALF_TERM,
    now: NOW,
    delivery: 'category-validation/2026-27/autumn-2/p-ceo',
  };
  const mine = { ...round, person: clusterLeader, cluster };
  const visited = { ...facts, records: { ...facts.records, visits: visitedOnce(school) } };
  const complete = {
    ...facts,
    judgements: [
      ...facts.judgements.filter(({ halfTerm }) => halfTerm !== HALF_TERM),
      ...facts.schools.map(({ urn, ofsted }, index) => {
        const grade = ofsted?.grade ?? 2;
        const category = index % 4 === 3 ? `${grade}a` : index % 7 === 1 && grade < 4 ? `${grade}cc` : `${grade}b`;
        const at = '2026-12-15T11:00:00Z';
        return {
          urn,
          halfTerm: HALF_TERM,
          proposed: { category, by: clusterLeader.id, at, because: 'Seen in visits.' },
          validated: { category, by: 'p-ceo', at },
          version: '"3"',
        };
      }),
    ],
  };
  const naming = (nameSchools: 'none' | 'moved' | 'all') => ({
    ...OWLS,
    categorisation: { ...OWLS.categorisation, summary: { nameSchools } },
  });
  const theirs = {
    urn: school.urn,
    halfTerm: HALF_TERM,
    proposed: { category: '2cc', by: 'p-leader', at: '2026-12-14T09:00:00Z', because: 'Attendance fell.' },
    version: '"5"',
  };
  return [
    ['proposals', proposalsCard(mine)],
    ['proposals before opening', proposalsCard({ ...mine, now: EARLY })],
    ['proposals all done', proposalsCard({ ...mine, facts: complete })],
    ['propose', proposeCard(mine, school)],
    ['propose after a visit', proposeCard({ ...mine, facts: visited }, school)],
    [
      'propose without a reason',
      proposeCard(mine, school, {
        category: '2b',
        because: '',
        errors: ['A reason is missing. Say what in the visit or the return led you to it.'],
      }),
    ],
    ['propose in conflict', proposalConflict(mine, school, { category: '2b', because: 'Books are strong.' }, theirs)],
    ['validations', validationsCard(round)],
    ['validations complete', validationsCard({ ...round, facts: complete })],
    ['confirm', confirmCard(round)],
    ['validate', validateCard(round, school)],
    [
      'validate a change without a reason',
      validateCard(round, school, {
        category: '2cc',
        why: '',
        errors: ['A reason is missing. The proposal was 2a: say why you change it to 2cc.'],
      }),
    ],
    ['validate in conflict', validationConflict(round, school, { category: '2b', why: '' }, theirs)],
    ['take a proposal back?', takeBackCard(mine, school, 'proposal', {})],
    ['take a validation back?', takeBackCard({ ...round, facts: complete }, school, 'validation', {})],
    ...agreements(school),
    ['summary with gaps', summaryCard(OWLS, facts, HALF_TERM)],
    ['summary', summaryCard(OWLS, complete, HALF_TERM)],
    ['summary naming none', summaryCard(naming('none'), complete, HALF_TERM)],
    ['summary naming all', summaryCard(naming('all'), complete, HALF_TERM)],
  ];
}

/** A school's answer to its category: asked, being written, given both ways, and out of date. */
function agreements(school: School): [string, CardMessage][] {
  const agreement: AgreementView = {
    ...{ term: '2026-27/autumn', halfTerm: HALF_TERM, category: '2cc', asked: true, state: 'open', mayAnswer: true },
  };
  const answer = {
    ...{ by: 'Ruth <at>everyone</at> Barnes', at: '2026-12-15T12:00:00Z', category: '2cc', agrees: false },
    because: '=HYPERLINK("https://evil.example") [x](https://evil.example) '.repeat(20),
  };
  const given = {
    policy: OWLS,
    school,
    agreement,
    why: 'Attendance fell.',
    delivery: 'agreement/2026-27/autumn/1/2cc/p',
  };
  const yes = { ...answer, agrees: true, because: '' };
  return [
    ['agreement', agreementCard(given)],
    ['agreement, why not', agreementCard(given, true)],
    ['agreement given', agreementCard({ ...given, agreement: { ...agreement, state: 'agreed', answer: yes } })],
    ['agreement refused', agreementCard({ ...given, agreement: { ...agreement, state: 'not agreed', answer } })],
    [
      'agreement out of date',
      agreementCard({ ...given, agreement: { ...agreement, state: 'changed', answer }, why: '' }),
    ],
  ];
}

/** A visit that found more than a card has room for, in words as long as they may be. */
function visitedOnce({ urn }: School): StrategyRecords['visits'] {
  const said = { kind: 'action', area: 'standards', owner: 'p-ceo', by: '2026-12-11' } as const;
  const findings = ['Books marked every week. '.repeat(80), 'Phonics *groups*', 'a', 'b', 'c', 'd'].map((text, at) => ({
    ...{ ...said, key: String(at), text },
  }));
  const visit = { key: `visit/${HALF_TERM}/${urn}`, urn, halfTerm: HALF_TERM, planned: '2026-11-17' };
  return {
    visits: [{ ...visit, held: '2026-11-17', visitors: ['p-ceo'], findings, checks: [] }],
    areasFound: [],
    reviews: [],
  };
}
