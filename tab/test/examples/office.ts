import type { AuditedChange, Facts, ImportPlan } from '@owls/policy';

/** What the CEO's office looks after, as examples: an import, deliveries that did not arrive, rows to mend. */

export function importPlan(facts: Facts): ImportPlan {
  const [first, second, third] = facts.schools;
  const year = { urn: first?.urn ?? '100000', year: '2018-19', pupils: 31 };
  return {
    create: [first, second].filter((one) => one !== undefined),
    update: third
      ? [
          {
            school: third,
            changes: [
              { field: 'Name', from: 'St Wilfrids CE Primary', to: third.name },
              { field: 'Pupils in Year 3', from: '28', to: '31' },
            ],
          },
        ]
      : [],
    unchanged: facts.schools.length,
    results: [
      {
        ...year,
        expected: {
          rwm: { value: 71 },
          reading: { missing: 'suppressed' },
          writing: { missing: 'low coverage' },
          maths: { value: 80 },
        },
      },
    ],
    problems: [
      {
        file: 'schools',
        row: 14,
        column: 'URN',
        says: '“11580” is no URN: it has six digits. Mend the row, or leave it out.',
      },
      {
        file: 'results',
        row: 88,
        column: 'PTRWM_EXP',
        says: '“x” is neither a percentage nor one of the government’s codes.',
      },
      { file: 'results', row: 91, says: 'This school is not in the trust; its results are left out.' },
    ],
    fingerprint: 'example',
  };
}

export function deliveries(facts: Facts) {
  const [one, other] = facts.people;
  return {
    asOf: '2026-12-10T15:42:00Z',
    waves: [
      wave('000011', 'soap-prompt', facts.schools.length, 'done', '2026-11-30T08:00:04Z', '2026-11-30T08:00:31Z'),
      wave('000012', 'soap-reminder', 3, 'claimed', '2026-12-10T08:00:02Z'),
    ],
    undelivered: [
      {
        key: `soap-prompt/2026-27/autumn-2/115821/${one?.id ?? 'a'}`,
        person: one?.id ?? 'a',
        name: one?.name ?? 'Somebody',
        stillOwed: true,
        state: 'unreachable',
        reason: 'The app is not installed for this person.',
        at: '2026-11-30T08:00:21Z',
      },
      {
        key: `soap-reminder/2026-27/autumn-2/115863/${other?.id ?? 'b'}`,
        person: other?.id ?? 'b',
        name: other?.name ?? 'Somebody',
        stillOwed: true,
        state: 'unknown',
        reason: 'Teams did not answer: the message may have arrived.',
        at: '2026-12-10T08:00:44Z',
      },
    ],
  };
}

function wave(key: string, kind: string, count: number, state: string, claimedAt: string, finishedAt?: string) {
  return {
    key,
    kind,
    count,
    state,
    claimedAt,
    ...(finishedAt ? { finishedAt } : {}),
    sent: finishedAt ? count - 1 : 0,
    unreachable: finishedAt ? 1 : 0,
    unknown: 0,
  };
}

export const rowProblems = [
  {
    list: 'SOAP cohorts',
    itemId: '412',
    key: '2026-27/autumn-2/115835/r1/Y4',
    column: 'Reading',
    says: '“seventy” is not a number. Put a figure from 0 to 100 there, or empty the cell.',
  },
];

/** What the audit keeps of a school's half term, as examples. */
export function auditedChanges(facts: Facts, urn: string): readonly AuditedChange[] {
  const head = facts.people.find(({ roles }) =>
    roles.some(({ role, scope }) => role === 'head' && scope.kind === 'school' && scope.urn === urn),
  );
  const by = { person: head?.id ?? '', through: 'card', field: '', from: '', to: '', why: '' } as const;
  const sent = '2026-12-07T10:14:00Z';
  return [
    { ...by, at: '2026-12-04T08:02:00Z', action: 'soap.draft begun' },
    { ...by, at: sent, action: 'soap.submitted', field: 'revision', to: '1' },
    { ...by, at: sent, action: 'soap.changed', field: 'Y3:maths', from: '70', to: '74' },
    { ...by, at: sent, action: 'soap.changed', field: 'school:attendance', from: '', to: '95.5' },
    { ...by, at: sent, action: 'soap.changed', field: 'comment', from: 'Steady.', to: 'A long, warm autumn.' },
    {
      ...by,
      ...{ at: '2026-12-08T16:40:00Z', person: facts.people[0]?.id ?? '', through: 'tab' },
      ...{ action: 'collection.send-back', why: 'Year 3 maths stands twenty above reading. Is that right?' },
    },
  ];
}
