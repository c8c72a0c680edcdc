import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { due } from '../duties/due.ts';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { termById } from '../reports/term.ts';
import { categoriesView } from '../views/categories.ts';
import { judged } from '../views/lived.examples.ts';
import { type AgreementAnswer, agreementOf } from './agreement.ts';
import { agreementTasks } from './agreement-tasks.ts';
import type { Judgement } from './judgement.ts';
import { checkJudgementTakenBack, type JudgementPart, partToTakeBack, summaryKey } from './taking-back.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEO, CLUSTER_NORTH, HEAD_ASH, SCHOOLS, at, facts } = made;
// The round's summary is due on 18 December at 12:00 at the latest.
const OPEN = at('2026-12-11T13:00');
const PROPOSED = judged(ASH.urn, '2b', AUTUMN_2, false);
const VALIDATED = judged(ASH.urn, '2b', AUTUMN_2);

const asked = (part: JudgementPart, judgement: Judgement | undefined, other: Partial<Facts> = {}, when = OPEN) =>
  checkJudgementTakenBack(
    OWLS,
    facts({ judgements: judgement ? [judgement] : [], ...other }),
    ASH.urn,
    AUTUMN_2,
    part,
    when,
  );
const words = (decision: ReturnType<typeof asked>) =>
  decision.allowed ? decision.because : `${decision.because} ${decision.wouldChange}`;
const summed = { delivered: new Set([summaryKey(AUTUMN_2)]) };

describe('M25: a proposal or a validation is taken back while the round is open', () => {
  test('a proposal until it is validated, a validation until the summary', () => {
    expect(asked('proposal', PROPOSED)).toEqual({
      allowed: true,
      rule: 'M25',
      because: 'The proposal of 2b for Ash Tree Primary School can be taken back.',
    });
    expect(asked('validation', VALIDATED)).toEqual({
      allowed: true,
      rule: 'M25',
      because: 'The validation of 2b for Ash Tree Primary School can be taken back.',
    });
    expect(words(asked('proposal', VALIDATED))).toBe(
      'Rowan Ellery has validated Ash Tree Primary School. Ask for the validation to be taken back first.',
    );
    const { proposed: _, ...unproposed } = VALIDATED;
    expect(asked('validation', unproposed).allowed).toBe(true);
  });

  test('nothing where nothing stands', () => {
    for (const [part, judgement] of [
      ['proposal', undefined],
      ['validation', undefined],
      ['validation', PROPOSED],
    ] as const)
      expect(words(asked(part, judgement))).toBe(
        `No ${part} of Ash Tree Primary School stands. There is nothing to take back.`,
      );
    expect(asked('proposal', undefined, { schools: [] })).toMatchObject({
      allowed: false,
      rule: 'M25',
      because: `No proposal of ${ASH.urn} stands.`,
    });
  });

  test('never once the summary is posted, or due', () => {
    const at_ = (when: string) => asked('validation', VALIDATED, {}, at(when)).allowed;
    expect([at_('2026-12-18T11:59'), at_('2026-12-18T12:00'), at_('2027-01-10T12:00')]).toEqual([true, false, false]);
    expect(words(asked('validation', VALIDATED, summed))).toBe(
      'The round of Autumn 2, 2026-27 is summed up. Validate another category instead, and say why: it stands in the history.',
    );
    expect(words(asked('proposal', PROPOSED, summed))).toBe(
      'The round of Autumn 2, 2026-27 is summed up. Propose another category instead.',
    );
    expect(asked('validation', VALIDATED, { delivered: new Set([summaryKey(AUTUMN_1)]) }).allowed).toBe(true);
  });

  test('the last part that was made is the one to take back', () => {
    const part = (judgement: Judgement | undefined, other: Partial<Facts> = {}) =>
      partToTakeBack(OWLS, facts({ judgements: judgement ? [judgement] : [], ...other }), ASH.urn, AUTUMN_2, OPEN);
    expect([part(undefined), part(PROPOSED), part(VALIDATED), part(VALIDATED, summed)]).toEqual([
      undefined,
      'proposal',
      'validation',
      undefined,
    ]);
  });

  test('is offered to whoever may propose or validate, and to nobody else', () => {
    const offered = (person: typeof CEO, judgement: Judgement) =>
      categoriesView(OWLS, facts({ judgements: [judgement] }), person, AUTUMN_2, OPEN)?.schools.find(
        ({ urn }) => urn === ASH.urn,
      )?.mayTakeBack;
    expect([CEO, CLUSTER_NORTH, HEAD_ASH].map((one) => offered(one, PROPOSED))).toEqual([
      undefined,
      'proposal',
      undefined,
    ]);
    // Who validates takes back their own proposal; on others' they decide.
    const own = { ...PROPOSED, proposed: { category: '2b', by: CEO.id, at: '2026-12-10T10:00:00Z', because: 'Seen.' } };
    expect([CEO, CLUSTER_NORTH].map((one) => offered(one, own))).toEqual(['proposal', 'proposal']);
    expect([CEO, CLUSTER_NORTH, HEAD_ASH].map((one) => offered(one, VALIDATED))).toEqual([
      'validation',
      undefined,
      undefined,
    ]);
  });

  test('a round with one taken back is not complete: no summary is owed before its time, and nobody is asked twice', () => {
    const all = SCHOOLS.map(({ urn }) => judged(urn, urn === made.DALE.urn ? '3b' : '2b', AUTUMN_2));
    const owed = (judgements: readonly Judgement[], delivered = new Set<string>()) =>
      due(OWLS, facts({ judgements, delivered }), OPEN)
        .filter(({ kind }) => kind.startsWith('category-'))
        .map(({ key }) => key);
    expect(owed(all)).toEqual([summaryKey(AUTUMN_2)]);
    const { validated: _, ...waiting } = all[0] ?? VALIDATED;
    const left = [waiting, ...all.slice(1)];
    expect(owed(left)).toEqual([`category-validation/${AUTUMN_2}/${CEO.id}`]);
    expect(owed(left, new Set(owed(left)))).toEqual([]);
  });

  test('whatever stands, a part can be taken back only if it stands, and taking it back leaves nothing of it to take', () => {
    const parts = fc.record({ proposed: fc.boolean(), validated: fc.boolean(), summed: fc.boolean() });
    const moments = fc.integer({ min: 0, max: 60 * 24 * 40 }).map((minutes) => at('2026-11-20T08:00').add({ minutes }));
    fc.assert(
      fc.property(parts, moments, (given, now) => {
        const { proposed, validated, ...row } = VALIDATED;
        const judgement = {
          ...row,
          ...(given.proposed ? { proposed } : {}),
          ...(given.validated ? { validated } : {}),
        };
        const known = facts({ judgements: [judgement], ...(given.summed ? summed : {}) });
        const part = partToTakeBack(OWLS, known, ASH.urn, AUTUMN_2, now);
        if (part === undefined) return;
        expect(given.summed).toBe(false);
        expect(now.epochMilliseconds).toBeLessThan(at('2026-12-18T12:00').epochMilliseconds);
        const field = part === 'proposal' ? 'proposed' : 'validated';
        const { [field]: gone, ...left } = judgement;
        expect(gone).toBeDefined();
        const after = facts({ judgements: [left] });
        expect(checkJudgementTakenBack(OWLS, after, ASH.urn, AUTUMN_2, part, now).allowed).toBe(false);
      }),
    );
  });
});

describe('M25: a school’s answer to a category that was taken back', () => {
  const AUTUMN = termById(OWLS, '2026-27/autumn');
  if (!AUTUMN) throw new Error('The calendar has no autumn.');
  const answer: AgreementAnswer = {
    ...{ id: '1', urn: ASH.urn, halfTerm: AUTUMN_2, category: '2b', answer: 'agrees', because: '' },
    ...{ by: HEAD_ASH.id, at: '2026-12-10T12:00:00Z' },
  };
  const kept = (judgements: Facts['judgements']) =>
    facts({ judgements, records: { ...NO_RECORDS, agreement: { answers: [answer] } } });
  const state = (...judgements: Judgement[]) => agreementOf(kept(judgements), ASH.urn, AUTUMN)?.state;

  test('does not speak of the half term before, and counts again where the same is validated again', () => {
    const before = judged(ASH.urn, '2b', AUTUMN_1);
    expect(state(before, VALIDATED)).toBe('agreed');
    expect(state(before, PROPOSED)).toBe('open');
    expect(state(PROPOSED)).toBeUndefined();
    expect(state(before, judged(ASH.urn, '2b', AUTUMN_2))).toBe('agreed');
    expect(state(before, judged(ASH.urn, '2a', AUTUMN_2))).toBe('changed');
  });

  test('the head is asked again only where another category is validated', () => {
    const keys = (judgement: Judgement) =>
      agreementTasks(OWLS, kept([judgement]), OPEN.add({ hours: 24 })).map(({ key }) => key);
    expect(keys(VALIDATED)).toEqual([]);
    expect(keys(PROPOSED)).toEqual([]);
    expect(keys(judged(ASH.urn, '2a', AUTUMN_2))).toEqual([`agreement/2026-27/autumn/${ASH.urn}/2a/${HEAD_ASH.id}`]);
    expect(agreementOf(kept([judged(BROOK.urn, '2b', AUTUMN_2)]), BROOK.urn, AUTUMN)?.state).toBe('open');
  });
});
