/** Every state of the SOAP cards, for each example trust. */
import { type CollectionStep, OWLS, stepsFor, type Target } from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import type { CardMessage } from '../chat/messenger.ts';
import { type ExampleTrust, empty, HALF_TERM, huge, messy, NOW, typical } from '../chat/trust.examples.ts';
import { soapCard } from './card.ts';
import { chooserCard } from './card-chooser.ts';
import { conflictCard, differences } from './card-conflict.ts';
import type { SoapGiven } from './card-given.ts';
import { overdueCard } from './card-overdue.ts';
import { overviewCard, shutCard } from './card-overview.ts';
import { receiptCard } from './card-receipt.ts';
import { reviewCard } from './card-review.ts';
import { stepCard } from './card-step.ts';
import { takeBackCard } from './card-take-back.ts';

const BEFORE_OPENING = Temporal.Instant.from('2026-11-20T09:00:00Z');
const AFTER_DUE = Temporal.Instant.from('2026-12-14T09:00:00Z');
const AFTER_CLOSE = Temporal.Instant.from('2026-12-21T09:00:00Z');

export function soapExamples(): ReadonlyMap<string, CardMessage> {
  return new Map(
    Object.entries({ empty, typical, messy, huge }).flatMap(([size, trust]) =>
      states(trust).map(([state, message]) => [`soap ${state} (${size})`, message] as const),
    ),
  );
}

function states(trust: ExampleTrust): [string, CardMessage][] {
  const { facts, school } = trust;
  const given: SoapGiven = {
    policy: OWLS,
    facts,
    school,
    halfTerm: HALF_TERM,
    now: NOW,
    delivery: `soap-prompt/${HALF_TERM}/${school.urn}/${trust.head.id}`,
  };
  const schools = facts.schools;
  return [
    ['as it stands', soapCard(given, 'prompt')],
    ['prompt', overviewCard(given, 'prompt')],
    ['reminder', overviewCard(given, 'reminder')],
    ['overdue', overviewCard({ ...given, now: AFTER_DUE }, 'reminder')],
    ['not open yet', shutCard({ ...given, now: BEFORE_OPENING })],
    ['closed', shutCard({ ...given, now: AFTER_CLOSE })],
    ...stepsFor(OWLS, school).flatMap(({ key }): [string, CardMessage][] => {
      const message = stepCard(given, key);
      return message ? [[`step ${key}`, message]] : [];
    }),
    ...mistaken(given),
    ...beside(given),
    ...disputed(given),
    ['review', reviewCard(given)],
    ...(facts.returns.some((one) => one.urn === school.urn && one.halfTerm === HALF_TERM)
      ? [
          ['receipt', receiptCard(given)] satisfies [string, CardMessage],
          ['receipt after close', receiptCard({ ...given, now: AFTER_CLOSE })] satisfies [string, CardMessage],
        ]
      : []),
    ...sent(given),
    ...collected(given),
    ...takenBack(given),
    ['collection', overdueCard({ ...given, schools })],
    ['escalation', overdueCard({ ...given, now: AFTER_DUE, schools })],
    ['chooser', chooserCard({ ...given, schools: schools.slice(0, 6) })],
  ];
}

/** Targets signed off for every figure the school gave. */
function beside(given: SoapGiven): [string, CardMessage][] {
  const { facts, school, halfTerm } = given;
  const cohorts = facts.returns.find(({ urn }) => urn === school.urn)?.cohorts ?? [];
  const targets = cohorts.flatMap(({ year, figures }) =>
    Object.keys(figures).map((measure): Target => {
      const standing = { state: 'signed-off' as const, by: [], at: '2026-10-05T10:00:00Z', why: '' };
      const academicYear = halfTerm.slice(0, 7);
      const revisions = [{ ...standing, minimum: 64, aspirational: 72 }];
      return { ...{ urn: school.urn, academicYear, yearGroup: year, measure }, revisions };
    }),
  );
  const known = { ...given, facts: { ...facts, records: { ...facts.records, targets: { targets, forBoard: [] } } } };
  const steps = stepsFor(OWLS, school).flatMap(({ key, years }): [string, CardMessage][] => {
    const message = years && stepCard(known, key);
    return message ? [[`step ${key} with targets`, message]] : [];
  });
  return [...steps, ['review with targets', reviewCard(known)]];
}

/** A 200 % figure, and a whole above its parts. */
function mistaken(given: SoapGiven): [string, CardMessage][] {
  const message = stepCard(given, 'years-3-6', {
    typed: { 'pupils:Y3': '30', 'Y3:reading': '200', 'Y3:writing': '61', 'Y3:rwm': '70', 'Y4:maths': '' },
    findings: [
      {
        level: 'error',
        rule: 'M15',
        year: 'Y3',
        measure: 'reading',
        says: 'Year 3 reading is 200%: give a figure from 0 to 100.',
      },
      {
        level: 'error',
        rule: 'M15',
        year: 'Y3',
        measure: 'rwm',
        says: 'Year 3 reading, writing and maths is 70%, above writing at 61%.',
      },
    ],
  });
  const ofGroups = stepCard(given, 'pupil-groups', {
    typed: { 'pupils:send': '999', 'send:reading': '101' },
    findings: [
      {
        level: 'error',
        rule: 'M15',
        group: 'send',
        measure: 'reading',
        says: 'SEND, reading is 101%: give a figure from 0 to 100.',
      },
    ],
  });
  return [
    ...(message ? [['step with mistakes', message] satisfies [string, CardMessage]] : []),
    ...(ofGroups ? [['step of groups with mistakes', ofGroups] satisfies [string, CardMessage]] : []),
  ];
}

function disputed(given: SoapGiven): [string, CardMessage][] {
  const last = given.facts.returns.find(({ urn }) => urn === given.school.urn);
  if (!last) return [];
  const theirs = { ...last, savedAt: '2026-12-04T09:12:00Z', savedBy: 'p-leader', version: '"9"', halfTerm: HALF_TERM };
  const mine = { ...last, cohorts: last.cohorts.map((one) => ({ ...one, pupils: one.pupils + 1 })) };
  const different = differences(given, 'years-1-2', mine, theirs);
  const typed = Object.fromEntries(mine.cohorts.map(({ year, pupils }) => [`pupils:${year}`, String(pupils)]));
  const message = conflictCard(given, 'years-1-2', typed, theirs, different);
  const fewer = { ...last, groups: (last.groups ?? []).map((one) => ({ ...one, pupils: one.pupils + 1 })) };
  const ofGroups = conflictCard(
    given,
    'pupil-groups',
    Object.fromEntries(fewer.groups.map(({ group, pupils }) => [`pupils:${group}`, String(pupils)])),
    theirs,
    differences(given, 'pupil-groups', fewer, theirs),
  );
  return [
    ...(message ? [['conflict', message] satisfies [string, CardMessage]] : []),
    ...(ofGroups ? [['conflict of groups', ofGroups] satisfies [string, CardMessage]] : []),
  ];
}

/** The receipt of a school that had not sent yet, as it will look. */
function sent(given: SoapGiven): [string, CardMessage][] {
  const last = given.facts.returns.find(({ urn }) => urn === given.school.urn);
  if (!last) return [];
  const now = {
    ...last,
    halfTerm: HALF_TERM,
    revision: 2,
    cohorts: last.cohorts.map((one, place) => ({
      ...one,
      figures: Object.fromEntries(
        Object.entries(one.figures).map(([key, value], index) => [
          key,
          Math.min(100, Math.max(0, value + ((place + index) % 5) * 3 - 4)),
        ]),
      ),
    })),
    groups: (last.groups ?? []).map((one) => ({ ...one, figures: { ...one.figures, reading: 70 } })),
    submittedAt: '2026-12-04T09:20:00Z',
  };
  const facts = { ...given.facts, returns: [...given.facts.returns, now] };
  return [
    ['receipt of a change', receiptCard({ ...given, facts })],
    ['review of a change', reviewCard({ ...given, facts })],
  ];
}

/** What was sent is to be taken back, and is. */
function takenBack(given: SoapGiven): [string, CardMessage][] {
  const { facts, school } = given;
  const sent = facts.returns.find((one) => one.urn === school.urn);
  if (!sent) return [];
  const { submittedAt: savedAt, submittedBy, ...content } = { ...sent, halfTerm: HALF_TERM };
  const back = { urn: school.urn, halfTerm: HALF_TERM, revision: 1, by: submittedBy, at: '2026-12-04T09:30:00Z' };
  const note = 'A *slip* in [Year 3](https://x.example)';
  const known = {
    ...facts,
    returns: facts.returns.filter((one) => one.urn !== school.urn || one.halfTerm !== HALF_TERM),
    drafts: [{ ...content, revision: 2, savedAt, savedBy: submittedBy, version: '"1"' }],
    records: { ...facts.records, collection: { steps: [], takenBack: [{ ...back, note }] } },
  };
  return [
    ['take back?', takeBackCard(given, sent)],
    ['taken back', soapCard({ ...given, facts: known })],
    ['taken back and closed', shutCard({ ...given, facts: known, now: AFTER_CLOSE })],
  ];
}

/** What the office did about the collection: closed it early, opened it again, asked, sent figures back. */
function collected(given: SoapGiven): [string, CardMessage][] {
  const { facts, school } = given;
  const after = (...steps: Pick<CollectionStep, 'step' | 'note' | 'urn' | 'revision'>[]): SoapGiven => {
    const made = steps.map((step, index) => ({
      ...step,
      id: `01JDQX000000000000000000${index}0`,
      halfTerm: HALF_TERM,
      by: facts.people.at(-1)?.id ?? '',
      at: '2026-12-04T08:00:00Z',
    }));
    return { ...given, facts: { ...facts, records: { ...facts.records, collection: { steps: made } } } };
  };
  const [close, reopen] = [
    { step: 'close', note: '**All** that was needed is [in](https://x.example)' },
    { step: 'reopen', note: 'A late <b>return</b>' },
  ] as const;
  const sent = facts.returns.find((one) => one.urn === school.urn && one.halfTerm === HALF_TERM);
  const back = { step: 'send back', note: 'Year 3 *maths*?', urn: school.urn, revision: sent?.revision ?? 1 } as const;
  return [
    ['closed early', shutCard(after(close))],
    ['opened again', overviewCard({ ...after(close, reopen), now: AFTER_CLOSE })],
    ['nudged', overviewCard(after({ step: 'nudge', note: '', urn: school.urn }), 'reminder')],
    ...(sent
      ? [['sent back after close', receiptCard({ ...after(back), now: AFTER_CLOSE })] satisfies [string, CardMessage]]
      : []),
  ];
}
