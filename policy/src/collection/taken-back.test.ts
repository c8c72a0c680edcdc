import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { due } from '../duties/due.ts';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { collectionState } from '../soap/collection.ts';
import { collectionView } from '../views/collection.ts';
import { soapFormView } from '../views/soap-form.ts';
import type { CollectionStep, TakenBack } from './collection-step.ts';
import { checkTakeBack, LONGEST_TAKE_BACK_NOTE, saidTakenBack, standingTakenBack } from './taken-back.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, CEO, HEAD_ASH, HEAD_BROOK, at, facts, soapReturn } = made;
// Opens 30 November 08:00, reminders 7 December 08:00 and 10 December 08:00, due 9 December 17:00, closes 18 December 17:00.
const [OPEN, CLOSED] = [at('2026-12-02T12:00'), at('2026-12-19T12:00')];
const SENT = soapReturn(ASH, AUTUMN_2);

const back = (other: Partial<TakenBack> = {}): TakenBack => ({
  ...{ urn: ASH.urn, halfTerm: AUTUMN_2, revision: 1, by: HEAD_ASH.id, at: '2026-12-08T09:00:00Z', note: '' },
  ...other,
});
const step = (what: CollectionStep['step'], other: Partial<CollectionStep> = {}): CollectionStep => ({
  ...{ id: 'step-1', halfTerm: AUTUMN_2, step: what, note: 'Year 3.', by: CEO.id, at: '2026-12-02T09:00:00Z' },
  ...other,
});
const withBack = (takenBack: readonly TakenBack[], other: Partial<Facts> = {}, steps: readonly CollectionStep[] = []) =>
  facts({ records: { collection: { steps, takenBack } }, ...other });
const draftOf = ({ submittedAt, submittedBy, ...content }: typeof SENT, revision = 2) => ({
  ...content,
  ...{ revision, savedAt: submittedAt, savedBy: submittedBy, version: '"1"' },
});
const asked = (known: Facts, other: Partial<TakenBack> = {}, when = OPEN) =>
  checkTakeBack(OWLS, known, back(other), when);
const words = (decision: ReturnType<typeof checkTakeBack>) =>
  decision.allowed ? decision.because : `${decision.because} ${decision.wouldChange}`;

describe('taking a return back (M14)', () => {
  test('is allowed while the round is open and nobody has confirmed the figures', () => {
    expect(asked(facts({ returns: [SENT] }))).toEqual({
      allowed: true,
      rule: 'M14',
      because: 'The return of Ash Tree Primary School for Autumn 2, 2026-27 can be taken back.',
    });
    const sentBack = step('send back', { urn: ASH.urn, revision: 1 });
    expect(asked(withBack([], { returns: [SENT] }, [sentBack])).allowed).toBe(true);
    const longest = { note: ` ${'x'.repeat(LONGEST_TAKE_BACK_NOTE)} ` };
    expect(asked(facts({ returns: [SENT] }), longest).allowed).toBe(true);
  });

  test('never where the round is closed, be it that figures sent back could be mended still', () => {
    const known = facts({ returns: [SENT] });
    const says =
      'The collection of Autumn 2, 2026-27 is closed. Ask the CEO’s office to open it again, or to send the figures back.';
    expect(asked(known, {}, CLOSED)).toMatchObject({ allowed: false, rule: 'M14' });
    expect(words(asked(known, {}, CLOSED))).toBe(says);
    expect(words(asked(withBack([], { returns: [SENT] }, [step('close')])))).toBe(says);
    const sentBack = step('send back', { urn: ASH.urn, revision: 1 });
    expect(words(asked(withBack([], { returns: [SENT] }, [sentBack]), {}, CLOSED))).toBe(says);
    expect(asked(withBack([], { returns: [SENT] }, [step('reopen')]), {}, CLOSED).allowed).toBe(true);
  });

  test('says why not: confirmed, sent again since, nothing sent, taken back already, a reason too long', () => {
    const confirmed = step('confirm', { urn: ASH.urn, revision: 1 });
    expect(words(asked(withBack([], { returns: [SENT] }, [confirmed])))).toBe(
      'Rowan Ellery has confirmed these figures. Ask for that to be taken back first.',
    );
    const again = { returns: [SENT, soapReturn(ASH, AUTUMN_2, 71, { revision: 2 })] };
    expect(words(asked(facts(again)))).toBe('Version 2 was sent since. Look at it, then take it back.');
    expect(asked(facts(again), { revision: 2 }).allowed).toBe(true);
    expect(words(asked(facts()))).toBe(
      'Ash Tree Primary School has sent nothing for Autumn 2, 2026-27. There is nothing to take back.',
    );
    expect(words(asked(facts(), { urn: '999999' }))).toMatch(/^999999 has sent nothing/);
    expect(words(asked(withBack([back()])))).toBe(
      'Harriet Coombe has taken it back already. Go on with the draft, and send it when it is right.',
    );
    expect(words(asked(facts({ returns: [SENT] }), { note: 'x'.repeat(LONGEST_TAKE_BACK_NOTE + 1) }))).toBe(
      `The reason is too long. Say it in ${LONGEST_TAKE_BACK_NOTE} characters at most.`,
    );
  });

  test('stands until the return is sent again, the newest of a half term and of no other', () => {
    const [first, second] = [back({ note: 'A slip.' }), back({ revision: 2, by: CEO.id, at: '2026-12-09T09:00:00Z' })];
    for (const all of [
      [first, second],
      [second, first],
    ])
      expect(standingTakenBack(withBack(all), ASH.urn, AUTUMN_2)).toBe(second);
    expect(saidTakenBack(withBack([first]), ASH.urn, AUTUMN_2)).toEqual({
      at: first.at,
      note: 'A slip.',
      by: 'Harriet Coombe',
    });
    const resent = { returns: [soapReturn(ASH, AUTUMN_2, 70, { revision: 3 })] };
    expect(standingTakenBack(withBack([first, second], resent), ASH.urn, AUTUMN_2)).toBeUndefined();
    expect(saidTakenBack(withBack([first], resent), ASH.urn, AUTUMN_2)).toBeUndefined();
    expect(standingTakenBack(withBack([first]), ASH.urn, AUTUMN_1)).toBeUndefined();
    expect(standingTakenBack(withBack([first]), BROOK.urn, AUTUMN_2)).toBeUndefined();
    expect(standingTakenBack(facts(), ASH.urn, AUTUMN_2)).toBeUndefined();
    expect(standingTakenBack(facts({ records: {} }), ASH.urn, AUTUMN_2)).toBeUndefined();
  });
});

describe('what follows from a return that was taken back (M14)', () => {
  const owedTo = (known: Facts, when: string, who = HEAD_ASH.id) =>
    due(OWLS, known, at(when)).flatMap((duty) => ('person' in duty && duty.person === who ? [duty.key] : []));

  test('the school owes again, and whoever took it back is reminded with the next moment only', () => {
    const reminder = (days: string) => `soap-reminder/${AUTUMN_2}/${days}/${ASH.urn}/${HEAD_ASH.id}`;
    expect(owedTo(withBack([]), '2026-12-08T10:00')).toEqual([reminder('-2')]);
    expect(owedTo(withBack([back()]), '2026-12-08T10:00')).toEqual([]);
    expect(owedTo(withBack([back()]), '2026-12-10T08:00')).toEqual([reminder('+1')]);
    const atOnce = back({ at: at('2026-12-07T08:00').toString() });
    expect(owedTo(withBack([atOnce]), '2026-12-08T10:00')).toEqual([]);
    const before = back({ at: '2026-12-07T07:59:59Z' });
    expect(owedTo(withBack([before]), '2026-12-08T10:00')).toEqual([reminder('-2')]);
    expect(owedTo(withBack([back()]), '2026-12-08T10:00', HEAD_BROOK.id)).toHaveLength(1);
  });

  test('whoever answers for overdue returns hears of it once', () => {
    const known = withBack([back({ at: '2026-12-14T09:00:00Z' })]);
    const escalations = due(OWLS, known, at('2026-12-14T10:00')).filter(({ kind }) => kind === 'soap-escalation');
    expect(escalations.some((one) => 'urns' in one && one.urns.includes(ASH.urn))).toBe(true);
    const delivered = new Set(escalations.map(({ key }) => key));
    expect(due(OWLS, { ...known, delivered }, at('2026-12-14T10:00')).map(({ kind }) => kind)).not.toContain(
      'soap-escalation',
    );
  });

  test('the form is the draft again, with who took it back and what had been sent back', () => {
    const sentBack = step('send back', { urn: ASH.urn, revision: 1 });
    const known = withBack([back({ note: 'A slip.' })], { drafts: [draftOf(SENT)] }, [sentBack]);
    const form = soapFormView(OWLS, known, HEAD_ASH, ASH.urn, AUTUMN_2, OPEN);
    expect(form).toMatchObject({
      state: 'draft',
      open: true,
      mayTakeBack: false,
      takenBack: { by: 'Harriet Coombe', note: 'A slip.' },
      sentBack: { note: 'Year 3.', by: 'Rowan Ellery' },
      start: { cohorts: SENT.cohorts, school: SENT.school, comment: SENT.comment, nextSteps: SENT.nextSteps },
    });
    expect(form?.submitted).toBeUndefined();
    const confirmedBefore = withBack([back()], {}, [step('confirm', { urn: ASH.urn, revision: 1 })]);
    expect(soapFormView(OWLS, confirmedBefore, HEAD_ASH, ASH.urn, AUTUMN_2, OPEN)).not.toHaveProperty('sentBack');
    const plain = soapFormView(OWLS, facts({ returns: [SENT] }), HEAD_ASH, ASH.urn, AUTUMN_2, OPEN);
    expect(plain).toMatchObject({ mayTakeBack: true });
    expect(plain).not.toHaveProperty('takenBack');
    expect(soapFormView(OWLS, facts({ returns: [SENT] }), CEO, ASH.urn, AUTUMN_2, OPEN)?.mayTakeBack).toBe(false);
    expect(soapFormView(OWLS, facts(), HEAD_ASH, ASH.urn, AUTUMN_2, OPEN)?.mayTakeBack).toBe(false);
  });

  test('whoever looks after the round sees who took it back and why', () => {
    const view = collectionView(OWLS, withBack([back({ note: 'A slip.' })]), CEO, AUTUMN_2, OPEN, () => 0);
    expect(view?.schools[0]).toMatchObject({
      state: 'waiting',
      takenBack: { at: back().at, by: 'Harriet Coombe', note: 'A slip.' },
    });
    expect(view?.schools[1]).not.toHaveProperty('takenBack');
  });

  test('taken back and sent again, the round is as if it had been sent once', () => {
    const moments = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => at('2026-11-29T08:00').add({ minutes }));
    fc.assert(
      fc.property(moments, fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }), (now, revisions) => {
        const once = facts({ returns: [SENT] });
        const last = Math.max(0, ...revisions) + 1;
        const again = withBack(
          revisions.map((revision) => back({ revision })),
          { returns: [{ ...SENT, revision: last }] },
        );
        expect(due(OWLS, again, now)).toEqual(due(OWLS, once, now));
        expect(collectionState(OWLS, again, ASH.urn, AUTUMN_2, now)).toBe('returned');
        expect(saidTakenBack(again, ASH.urn, AUTUMN_2)).toBeUndefined();
      }),
    );
  });

  test('what is owed after a taking back is owed once, and nothing more than from a school that never sent', () => {
    const moments = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => at('2026-11-29T08:00').add({ minutes }));
    fc.assert(
      fc.property(moments, moments, (now, when) => {
        const never = due(OWLS, withBack([]), now).map(({ key }) => key);
        const after = due(OWLS, withBack([back({ at: when.toString() })]), now).map(({ key }) => key);
        expect(never).toEqual(expect.arrayContaining(after));
        const known = withBack([back({ at: when.toString() })], { delivered: new Set(after) });
        expect(due(OWLS, known, now)).toEqual([]);
      }),
    );
  });
});
