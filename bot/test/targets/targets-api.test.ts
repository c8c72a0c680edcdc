/** The tab's way to a school's targets, over HTTP, on the lists of the local Microsoft 365. */
import type { SchoolTargetsView, TargetsView } from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenWorld } from '../../src/store/open-world.ts';
import { PEOPLE, type Place } from '../tenant.ts';
import {
  type Asks,
  asksOf,
  BARN,
  cellOf,
  OF_TWO,
  SNOWY,
  schoolPath,
  seen,
  stage,
  TAWNY,
  wanted,
  YEAR,
} from './target-stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, east, head0, head1, head2 } = PEOPLE;
const [barn, tawny, snowy] = [schoolPath(BARN), schoolPath(TAWNY), schoolPath(SNOWY)];

let place: Place;
let world: OpenWorld;
let ask: Asks;
beforeAll(async () => {
  ({ place, world } = await stage());
  ask = asksOf(world);
});
const look = (who: typeof ceo, path: string) => seen<SchoolTargetsView>(ask(who, 'GET', path));
const step = (who: typeof ceo, path: string, doing: string, targets: object[], why?: string) =>
  ask(who, 'POST', `${path}/steps`, { doing, targets, ...(why === undefined ? {} : { why }) });

describe('a school’s targets in the tab', () => {
  it('are filled in from what the pupils start from, and go from proposed to agreed to signed off (M20)', async () => {
    const before = await look(head0, barn);
    const maths = cellOf(before, 'maths', 'Y3');
    expect(maths).toMatchObject({
      name: 'Maths in Year 3',
      state: 'missing',
      filled: { figures: { minimum: 64, aspirational: 69 }, start: { value: 62 } },
      can: { propose: true, raise: false, agree: false, signOff: false },
    });
    expect(cellOf(before, 'maths', 'Y5').filled.figures).toBeUndefined();
    const two = [maths, cellOf(before, 'reading', 'Y3')];
    const proposed = await seen<SchoolTargetsView>(
      step(
        head0,
        barn,
        'propose',
        two.map((one) => wanted(one, one.filled.figures)),
      ),
    );
    expect(cellOf(proposed, 'maths', 'Y3')).toMatchObject({
      state: 'proposed',
      latest: { minimum: 64, aspirational: 69 },
      history: [{ by: ['Ruth Barnes'], why: expect.stringContaining('Maths in Year 3 was 62%') }],
      can: { propose: true, agree: false, signOff: false },
    });
    const asCeo = await look(ceo, barn);
    expect(cellOf(asCeo, 'maths', 'Y3').can).toEqual({ propose: true, raise: false, agree: true, signOff: false });
    const pair = (view: SchoolTargetsView) =>
      ['maths', 'reading'].map((measure) => wanted(cellOf(view, measure, 'Y3')));
    const agreed = await seen<SchoolTargetsView>(step(ceo, barn, 'agree', pair(asCeo)));
    const signed = await seen<SchoolTargetsView>(step(ceo, barn, 'sign-off', pair(agreed)));
    expect(cellOf(signed, 'maths', 'Y3')).toMatchObject({
      state: 'signed-off',
      standing: { minimum: 64, aspirational: 69 },
      history: [{ state: 'proposed' }, { by: ['Ruth Barnes', 'Grace Adeyemi'] }, { by: ['Grace Adeyemi'] }],
    });
    const audit = (await place.rows('Audit')).map(({ fields }) => fields);
    expect(audit.filter(({ Action }) => String(Action).startsWith('target.'))).toMatchObject([
      { Action: 'target.proposed', School: BARN, Field: '2', Person: head0.id },
      { Action: 'target.agreed', Person: ceo.id },
      { Action: 'target.signed-off', To: 'Y3 maths: 64 and 69\nY3 reading: 62 and 67' },
    ]);
    const { schools, board } = await seen<TargetsView>(ask(ceo, 'GET', '/api/targets'));
    expect(schools.find(({ urn }) => urn === BARN)).toMatchObject({ signedOff: 2, agreed: 0, own: false });
    expect(board?.now.find(({ name }) => name === 'Maths in Year 3')?.figures).toEqual({
      minimum: 64,
      aspirational: 69,
    });
  });

  it('move only upwards within the year, by head and CEO together (M21)', async () => {
    const view = await look(head0, barn);
    const maths = cellOf(view, 'maths', 'Y3');
    expect(maths.can).toMatchObject({ propose: false, raise: true });
    const down = await step(head0, barn, 'propose', [wanted(maths, { minimum: 60, aspirational: 69 })], 'A hard year');
    expect(down.status).toBe(422);
    expect(await down.json()).toMatchObject({
      findings: [
        {
          rule: 'M21',
          year: 'Y3',
          measure: 'maths',
          says: expect.stringContaining('a target moves only upwards within the year'),
        },
      ],
    });
    const up = wanted(maths, { minimum: 66, aspirational: 75 });
    const raised = await seen<SchoolTargetsView>(step(head0, barn, 'propose', [up], 'Ahead since October'));
    expect(cellOf(raised, 'maths', 'Y3')).toMatchObject({
      state: 'proposed',
      standing: { aspirational: 69 },
      latest: { aspirational: 75 },
    });
    const asCeo = cellOf(await look(ceo, barn), 'maths', 'Y3');
    const held = await seen<SchoolTargetsView>(step(ceo, barn, 'agree', [wanted(asCeo)]));
    expect(cellOf(held, 'maths', 'Y3').standing).toEqual({ minimum: 66, aspirational: 75 });
  });

  it('are refused with what to do, and nothing is written', async () => {
    const view = await look(head0, barn);
    const [grammar, writing] = [cellOf(view, 'grammar', 'Y3'), cellOf(view, 'writing', 'Y3')];
    const before = (await place.rows('Targets')).length;
    const refusals: [typeof ceo, string, object[], number, RegExp, string?][] = [
      [head0, 'propose', [wanted(grammar, { minimum: 70, aspirational: 60 })], 422, /below the minimum/, 'So'],
      [head0, 'propose', [wanted(grammar, { minimum: -1, aspirational: 101 })], 422, /whole figures/, 'So'],
      [head0, 'propose', [wanted(grammar, { minimum: 60, aspirational: 70 })], 422, /Give the reason/],
      [head0, 'propose', [wanted(grammar, { minimum: 40, aspirational: 50 })], 422, /start from 58%.*Say why/],
      [head0, 'propose', [wanted(grammar)], 422, /whole figures/, 'So'],
      [
        head0,
        'propose',
        [{ measure: 'nonsense', seen: 0, figures: { minimum: 1, aspirational: 2 } }],
        422,
        /no targets/,
        'So',
      ],
      [head0, 'propose', [{ ...wanted(grammar), yearGroup: 'Y9' }], 422, /doesn't teach/, 'So'],
      [head0, 'propose', [{ ...wanted(grammar), yearGroup: 'Y77' }], 400, /yearGroup/],
      [head0, 'propose', [wanted(grammar), wanted(grammar)], 400, /twice/],
      [head0, 'propose', [], 400, /names no target/],
      [head0, 'agree', [wanted(grammar)], 422, /Propose figures first/],
      [head0, 'sign-off', [wanted(cellOf(view, 'reading', 'Y3'))], 403, /agree and sign off/],
      [ceo, 'sign-off', [wanted(grammar)], 422, /agree on it first/],
      [ceo, 'propose', [wanted(grammar, { minimum: 60, aspirational: 70 })], 422, /Let the head/, 'So'],
      [east, 'propose', [wanted(grammar, { minimum: 60, aspirational: 70 })], 403, /propose a school/, 'So'],
      [head1, 'propose', [wanted(grammar, { minimum: 60, aspirational: 70 })], 404, /not found/, 'So'],
      // One that can't stand takes the other with it.
      [
        head0,
        'propose',
        [wanted(writing, writing.filled.figures), wanted(grammar, { minimum: 70, aspirational: 60 })],
        422,
        /Grammar/,
      ],
    ];
    for (const [who, doing, targets, status, says, why] of refusals) {
      const answer = await step(who, barn, doing, targets, why);
      expect(`${says} ${answer.status}`).toBe(`${says} ${status}`);
      expect(await answer.text()).toMatch(says);
    }
    expect((await ask(head0, 'GET', `/api/targets/1999-00/schools/${BARN}`)).status).toBe(404);
    expect((await ask(head0, 'GET', '/api/targets/1999-00')).status).toBe(404);
    expect(await (await ask(head0, 'GET', tawny)).text()).toBe(
      await (await ask(head0, 'GET', schoolPath('999999'))).text(),
    );
    expect((await place.rows('Targets')).length).toBe(before);
  });

  it('of two who change the same at the same second one is kept, and the other is shown it', async () => {
    const other = await place.open();
    const view = await look(head2, snowy);
    const cell = cellOf(view, 'maths', 'Y4');
    const give = (asks: Asks, who: typeof ceo, aspirational: number) =>
      asks(who, 'POST', `${snowy}/steps`, {
        ...{ doing: 'propose', why: `Because of ${aspirational}` },
        targets: [wanted(cell, { minimum: 50, aspirational })],
      });
    const answers = await Promise.all([give(ask, head2, 71), give(asksOf(other), OF_TWO, 72)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    const told = (await late?.json()) as { error: { message: string }; current: SchoolTargetsView };
    expect(told.error.message).toMatch(/changed since you opened it/);
    expect(cellOf(told.current, 'maths', 'Y4').history).toHaveLength(1);
    expect((await place.rows('Targets')).filter(({ fields }) => fields.School === SNOWY)).toHaveLength(1);
    await Promise.all([world.refresh(), other.refresh()]);
    expect(world.facts().records?.targets?.targets).toEqual(other.facts().records?.targets?.targets);
    // The one who was late sends again, over what they saw now; pressed twice it is one step.
    const again = () =>
      step(head2, snowy, 'propose', [{ ...wanted(cell, { minimum: 51, aspirational: 73 }), seen: 1 }], 'After all');
    await seen(again());
    await seen(again());
    expect(cellOf(await look(head2, snowy), 'maths', 'Y4').history).toHaveLength(2);
    const stale = await step(head2, snowy, 'propose', [wanted(cell, { minimum: 52, aspirational: 74 })], 'Late');
    expect(stale.status).toBe(409);
    expect(await stale.text()).toMatch(/Maths in Year 4/);
  });

  it('of a head of two schools are set for each, and hostile words are kept as words', async () => {
    const mine = await seen<TargetsView>(ask(OF_TWO, 'GET', '/api/targets'));
    expect(mine.schools.map(({ urn, own }) => [urn, own])).toEqual([
      [SNOWY, true],
      [TAWNY, true],
    ]);
    expect(mine.board).toBeUndefined();
    const why = '=HYPERLINK("https://evil.example";"x") <at>everyone</at> @all **bold** [x](javascript:alert(1))';
    const cell = cellOf(await look(OF_TWO, tawny), 'attendance');
    const view = await seen<SchoolTargetsView>(
      step(OF_TWO, tawny, 'propose', [wanted(cell, { minimum: 95, aspirational: 97 })], why),
    );
    expect(cellOf(view, 'attendance').history).toMatchObject([{ why, by: ['Eve Martin'] }]);
    expect(cellOf(await look(head1, tawny), 'attendance').history).toMatchObject([{ why }]);
    expect((await ask(OF_TWO, 'GET', barn)).status).toBe(404);
  });

  it('edited by hand into nonsense are reported and leave the others as they are', async () => {
    const rows = await place.rows('Targets');
    const id = rows.find(({ fields }) => fields.School === TAWNY)?.id ?? '';
    await place.retype('Targets', id, { Revision: 9 });
    await world.refresh();
    expect(cellOf(await look(head1, tawny), 'attendance').state).toBe('missing');
    expect(world.rowProblems()).toMatchObject([{ list: 'Targets', itemId: id, column: 'Key' }]);
    await place.retype('Targets', id, { Revision: 1 });
    await world.refresh();
    expect(cellOf(await look(head1, tawny), 'attendance').state).toBe('proposed');
  });

  it('are not for those who read no records', async () => {
    const stranger = await ask({ id: '00000000-0000-4000-8000-999999999999' }, 'GET', '/api/targets');
    expect(stranger.status).toBe(403);
    const years = (await seen<TargetsView>(ask(head0, 'GET', `/api/targets/${YEAR}`))).years;
    expect(years).toEqual([YEAR]);
  });
});
