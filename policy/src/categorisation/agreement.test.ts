import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { access } from '../access/access.ts';
import { taskDuties } from '../duties/task-duties.ts';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { termById } from '../reports/term.ts';
import { ROLES } from '../trust/people.ts';
import { categoriesView } from '../views/categories.ts';
import { judged } from '../views/lived.examples.ts';
import { schoolView } from '../views/school.ts';
import { type AgreementAnswer, agreementOf, checkAgreement, termOf } from './agreement.ts';
import { agreementTasks } from './agreement-tasks.ts';

const { ASH, AUTUMN_1, AUTUMN_2, BROOK, at, facts } = made;
const AUTUMN = termById(OWLS, '2026-27/autumn');
if (!AUTUMN) throw new Error('The calendar has no autumn.');
const NOW = at('2026-12-11T13:00');

const answer = (category: string, given: Partial<AgreementAnswer> = {}): AgreementAnswer => ({
  ...{ id: '1', urn: ASH.urn, halfTerm: AUTUMN_2, category, answer: 'agrees', because: '' },
  ...{ by: 'p-ash', at: '2026-12-10T12:00:00Z' },
  ...given,
});
const kept = (judgements: Facts['judgements'], answers: readonly AgreementAnswer[] = []): Facts =>
  facts({ judgements, records: { ...NO_RECORDS, agreement: { answers } } });
const both = [judged(ASH.urn, '2b', AUTUMN_1), judged(ASH.urn, '2a', AUTUMN_2)];

describe('M25: each term the interim judgement is agreed with the school', () => {
  test("it is about the term's last validated category, and about none before the first", () => {
    expect(agreementOf(kept(both), ASH.urn, AUTUMN)).toEqual({
      ...{ term: '2026-27/autumn', halfTerm: AUTUMN_2, category: '2a', asked: true, state: 'open' },
    });
    expect(agreementOf(kept(both.slice(0, 1)), ASH.urn, AUTUMN)).toMatchObject({ halfTerm: AUTUMN_1, asked: false });
    expect(agreementOf(kept([judged(ASH.urn, '2a', AUTUMN_2, false)]), ASH.urn, AUTUMN)).toBeUndefined();
    expect([termOf(OWLS, AUTUMN_1)?.id, termOf(OWLS, '1999-00/autumn-1')]).toEqual(['2026-27/autumn', undefined]);
  });

  test('the last answer counts; one to a category that was changed since has to be given again', () => {
    const state = (...answers: AgreementAnswer[]) => agreementOf(kept(both, answers), ASH.urn, AUTUMN)?.state;
    expect(state(answer('2a'))).toBe('agreed');
    expect(state(answer('2a'), answer('2a', { id: '2', answer: 'disagrees', because: 'Staffing.' }))).toBe(
      'not agreed',
    );
    expect(state(answer('2a', { id: '2' }), answer('2a', { answer: 'disagrees', because: 'Staffing.' }))).toBe(
      'agreed',
    );
    expect(state(answer('2b', { halfTerm: AUTUMN_1 }))).toBe('changed');
    expect(state(answer('2a', { urn: BROOK.urn }), answer('2a', { halfTerm: '2026-27/spring-1' }))).toBe('open');
  });

  test('an answer is about the category as it stands, and a no says why', () => {
    const check = (given: Partial<AgreementAnswer>, of = kept(both)) =>
      checkAgreement(OWLS, of, ASH.urn, { ...answer('2a'), ...given });
    expect(check({}).allowed).toBe(true);
    expect(check({ answer: 'disagrees', because: 'Two teachers leave.' }).allowed).toBe(true);
    for (const [given, wouldChange] of [
      [{ answer: 'disagrees', because: ' \n' }, 'Say why, in a sentence.'],
      [{ because: 'x'.repeat(2001) }, 'Say it in 2000 at most.'],
      [{ category: '2b' }, 'Look at it and answer again.'],
      [{ halfTerm: AUTUMN_1 }, 'Look at it and answer again.'],
      [{ halfTerm: '2026-27/spring-1' }, 'Wait until the CEO has validated it.'],
      [{ halfTerm: 'no half term' }, 'Wait until the CEO has validated it.'],
    ] as const) {
      expect(check(given)).toMatchObject({ allowed: false, rule: 'M25', wouldChange });
    }
  });

  test("only the school's own head answers (M1)", () => {
    const may = (who: typeof made.CEO, urn = ASH.urn) => access(OWLS, who, 'category.agree', facts(), { urn }).allowed;
    const of = ROLES.filter((role) => may(made.person('p', 'P', [role, made.ofSchool(ASH.urn)])));
    expect(of).toEqual(['head']);
    expect([may(made.HEAD_ASH), may(made.HEAD_ASH, BROOK.urn)]).toEqual([true, false]);
  });

  test('the head is asked when the last round of the term is validated, and no longer once they answered', () => {
    const asked = (of: Facts, now = NOW) => agreementTasks(OWLS, of, now).map(({ key, person }) => [key, person]);
    const key = `agreement/2026-27/autumn/${ASH.urn}/2a/p-ash`;
    expect(asked(kept(both))).toEqual([[key, 'p-ash']]);
    expect(taskDuties(OWLS, kept(both), NOW).map((task) => task.key)).toContain(key);
    expect(asked(kept(both, [answer('2a')]))).toEqual([]);
    expect(asked(kept(both.slice(0, 1)))).toEqual([]);
    expect(asked(kept(both), at('2026-12-10T07:00'))).toEqual([]);
    expect(asked(kept(both, [answer('2b', { halfTerm: AUTUMN_1 })]))).toHaveLength(1);
    expect(asked(kept(both), at('2027-01-20T09:00'))).toEqual([]);
    expect(asked({ ...kept(both), people: [made.CEO] })).toEqual([]);
  });

  test('of a school that does not agree the CEO is told, with what its head says, until it agrees or the category changes', () => {
    const no = answer('2a', { answer: 'disagrees', because: 'Two teachers leave.' });
    const told = (...answers: AgreementAnswer[]) => agreementTasks(OWLS, kept(both, answers), NOW);
    expect(told(no)).toEqual([
      {
        kind: 'task',
        key: `not-agreed/2026-27/autumn/${ASH.urn}/1`,
        rule: 'M25',
        person: made.CEO.id,
        title: `Speak with ${ASH.name}: it does not agree with its category, 2a`,
        urn: ASH.urn,
        since: no.at,
        because: 'Its head says: Two teachers leave.',
        otherwise: 'Governors and the board read a judgement that was not agreed.',
      },
    ]);
    expect(told(no, answer('2a', { id: '2' }))).toEqual([]);
    expect(told({ ...no, category: '2b' })).toMatchObject([{ person: 'p-ash' }]);
    expect(agreementTasks(OWLS, { ...kept(both, [no]), people: [] }, NOW)).toEqual([]);
    expect(agreementTasks(OWLS, kept(both, [no]), at('2026-12-10T08:30'))).toEqual([]);
  });

  test('it is wanted by the end of term, and after that at once', () => {
    const [task] = agreementTasks(OWLS, kept(both), NOW);
    expect(task).toMatchObject({
      rule: 'M25',
      by: '2026-12-18T17:00:00Z',
      since: '2026-12-10T08:00:00Z',
      urn: ASH.urn,
    });
    expect(agreementTasks(OWLS, kept(both), at('2027-01-04T09:00'))[0]?.by).toBeUndefined();
  });

  test('CEO and cluster leader see it beside the category, the head may answer it, others see nothing', () => {
    const answers = [answer('2a', { answer: 'disagrees', because: 'Two teachers leave.' })];
    const seen = (who: typeof made.CEO) =>
      categoriesView(OWLS, kept(both, answers), who, AUTUMN_2, NOW)?.schools.find(({ urn }) => urn === ASH.urn)
        ?.agreement;
    for (const who of [made.CEO, made.CLUSTER_NORTH]) {
      expect(seen(who)).toEqual({
        ...{
          term: '2026-27/autumn',
          halfTerm: AUTUMN_2,
          category: '2a',
          asked: true,
          state: 'not agreed',
          mayAnswer: false,
        },
        answer: {
          ...{ by: 'Harriet Coombe', at: '2026-12-10T12:00:00Z', category: '2a', agrees: false },
          because: 'Two teachers leave.',
        },
      });
    }
    const page = (who: typeof made.CEO) => schoolView(OWLS, kept(both, answers), who, ASH.urn, NOW)?.agreement;
    expect(page(made.HEAD_ASH)).toMatchObject({ state: 'not agreed', mayAnswer: true });
    expect(page(made.HEAD_BROOK)).toBeUndefined();
  });

  test('M25: whatever was answered in whatever order, it is agreed only where the last answer agrees to what stands', () => {
    const one = fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      category: fc.constantFrom('2a', '2b', '2cc'),
      answer: fc.constantFrom('agrees' as const, 'disagrees' as const),
      halfTerm: fc.constantFrom(AUTUMN_1, AUTUMN_2),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 6 }), (given) => {
        const answers = given.map((each) => answer(each.category, each));
        const state = agreementOf(kept(both, answers), ASH.urn, AUTUMN)?.state;
        const last = [...answers].sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
        expect(state === 'agreed').toBe(last?.answer === 'agrees' && last.category === '2a');
        expect(state === 'open').toBe(last === undefined);
      }),
    );
  });
});
