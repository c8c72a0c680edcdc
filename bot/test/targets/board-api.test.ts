/** The trust's targets and its board (M22), over HTTP, on the lists of the local Microsoft 365. */
import type { BoardTargetsView, Person, TargetsView } from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenWorld } from '../../src/store/open-world.ts';
import { PEOPLE, type Place } from '../tenant.ts';
import {
  type Asks,
  asksOf,
  BARN,
  cellOf,
  DIRECTORS,
  schoolPath,
  seen,
  signedOff,
  stage,
  wanted,
  YEAR,
} from './target-stage.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, head0, east } = PEOPLE;
const [ada, bo, cy, di] = DIRECTORS;
const BOARD = `/api/targets/${YEAR}/board`;

let place: Place;
let world: OpenWorld;
let ask: Asks;
beforeAll(async () => {
  ({ place, world } = await stage());
  ask = asksOf(world);
});
const board = async (
  who: Pick<Person, 'id'>,
  path = `/api/targets/${YEAR}`,
  body?: object,
): Promise<BoardTargetsView> => {
  const view = await seen<TargetsView>(ask(who, body ? 'POST' : 'GET', path, body));
  if (view.board === undefined) throw new Error('They see nothing of the board.');
  return view.board;
};

describe('the trust’s targets and the board', () => {
  it('are put to the board by the CEO alone, once something is signed off', async () => {
    const early = await ask(ceo, 'POST', `${BOARD}/put`, { before: 0 });
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('Sign off the targets')]);
    await signedOff(ask, head0, BARN);
    for (const who of [head0, east, ada])
      expect((await ask(who, 'POST', `${BOARD}/put`, { before: 0 })).status).toBe(403);
    expect((await board(ceo)).may).toEqual({ put: true, approve: false, takeBack: false, ask: false, answer: true });
    const put = await board(ceo, `${BOARD}/put`, { before: 0 });
    expect(put.puts).toMatchObject([{ number: 1, by: 'Grace Adeyemi', approved: false, approvals: [] }]);
    expect(put.puts[0]?.targets.find(({ name }) => name === 'Maths in Year 3')).toMatchObject({
      figures: { minimum: 64, aspirational: 69 },
      pupils: 30,
      gaps: [expect.stringContaining('Little Snowy'), expect.stringContaining('Tawny Hill')],
    });
    expect(put.waiting).toEqual(['Ada Wren', 'Bo Lark', 'Cy Finch', 'Di Swift']);
    const twice = await ask(ceo, 'POST', `${BOARD}/put`, { before: 0 });
    expect(twice.status).toBe(409);
    expect(await place.rows('Put to the board')).toHaveLength(1);
    // What stands in the lists is what was put, to a process that starts anew.
    const other = await place.open();
    expect(other.facts().records?.targets).toEqual(world.facts().records?.targets);
  });

  it('a director asks before they approve, and the CEO answers, once', async () => {
    const says = '=HYPERLINK("https://evil.example") <at>all</at> why so low?';
    const asked = { answer: 'asks', put: 1, says };
    await board(ada, `${BOARD}/answer`, asked);
    const { puts } = await board(ada, `${BOARD}/answer`, asked);
    expect(puts[0]?.questions).toMatchObject([{ by: 'Ada Wren', says }]);
    expect((await ask(ada, 'POST', `${BOARD}/answer`, { ...asked, says: '  ' })).status).toBe(422);
    expect((await ask(ada, 'POST', `${BOARD}/reply`, { put: 1, question: 0, says: 'x' })).status).toBe(403);
    expect((await ask(ceo, 'POST', `${BOARD}/reply`, { put: 1, question: 7, says: 'x' })).status).toBe(422);
    const told = await board(ceo, `${BOARD}/reply`, { put: 1, question: 0, says: 'A small cohort.' });
    expect(told.puts[0]?.questions[0]?.answer).toMatchObject({ by: 'Grace Adeyemi', says: 'A small cohort.' });
    const again = await ask(ceo, 'POST', `${BOARD}/reply`, { put: 1, question: 0, says: 'Other words.' });
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('answered already')]);
  });

  it('an approval is taken back by who gave it while others are missing, and given again', async () => {
    const answer = (who: Pick<Person, 'id'>, what: string, put = 1) =>
      ask(who, 'POST', `${BOARD}/answer`, { answer: what, put });
    for (const who of [ceo, head0, east]) expect((await answer(who, 'takes back')).status).toBe(403);
    const none = await answer(bo, 'takes back');
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('No approval of yours stands.')]);
    expect((await answer(ada, 'takes back', 7)).status).toBe(409);
    for (const wrong of ['regrets', 'TAKES BACK', 3])
      expect((await ask(ada, 'POST', `${BOARD}/answer`, { answer: wrong, put: 1 })).status).toBe(400);

    await seen(answer(ada, 'approves'));
    expect((await board(ada)).may).toMatchObject({ approve: false, takeBack: true });
    expect((await board(bo)).may).toMatchObject({ approve: true, takeBack: false });
    // Pressed on two screens at once, and once more.
    await Promise.all([seen(answer(ada, 'takes back')), seen(answer(ada, 'takes back'))]);
    await seen(answer(ada, 'takes back'));
    const taken = await board(ada);
    expect(taken.puts[0]).toMatchObject({ approvals: [], takenBack: [{ by: 'Ada Wren' }] });
    expect(taken.may).toMatchObject({ approve: true, ask: true, takeBack: false });
    expect(taken.waiting).toContain('Ada Wren');

    await seen(answer(ada, 'approves'));
    await seen(answer(ada, 'takes back'));
    expect((await board(ceo)).puts[0]?.takenBack).toHaveLength(2);
    const said = (await place.rows('Board answers')).map(({ fields }) => fields.Answer);
    expect(said.filter((one) => one === 'approves' || one === 'is taken back')).toHaveLength(4);
    const audited = (await place.rows('Audit')).filter(
      ({ fields }) => fields.By === ada.id || fields.Person === ada.id,
    );
    const did = audited.map(({ fields }) => fields.Action);
    expect(did.filter((one) => one === 'targets.approval taken back')).toHaveLength(2);
    const other = await place.open();
    expect(other.facts().records?.targets).toEqual(world.facts().records?.targets);
  });

  it('are approved with the quorum, each member once, nobody else', async () => {
    for (const who of [ceo, head0, east])
      expect((await ask(who, 'POST', `${BOARD}/answer`, { answer: 'approves', put: 1 })).status).toBe(403);
    const approve = (who: Pick<Person, 'id'>) => board(who, `${BOARD}/answer`, { answer: 'approves', put: 1 });
    const [first] = await Promise.all([approve(ada), approve(ada)]);
    expect(first.puts[0]?.approvals).toMatchObject([{ by: 'Ada Wren' }]);
    expect(first.may).toMatchObject({ approve: false, ask: false });
    await Promise.all([approve(bo), approve(di)]);
    const { puts, waiting } = await board(cy);
    expect(puts[0]).toMatchObject({ approved: true, says: '3 of the 3 members needed have approved.' });
    expect(waiting).toEqual(['Cy Finch']);
    expect(puts[0]?.approvals).toHaveLength(3);
  });

  it('stay approved: nobody takes an approval back any more, and is told what can be done', async () => {
    const late = await ask(ada, 'POST', `${BOARD}/answer`, { answer: 'takes back', put: 1 });
    const says = await late.text();
    expect(late.status).toBe(422);
    expect(says).toContain('The board has approved these targets: 3 of the 3 members needed have approved.');
    expect(says).toContain('Speak to the CEO: once schools raise their targets');
    expect((await board(ada)).puts[0]).toMatchObject({ approved: true });
    expect((await board(ada)).may.takeBack).toBe(false);
  });

  it('raised since are put anew, and an answer to what was put before is not taken for the new', async () => {
    const path = schoolPath(BARN);
    const maths = cellOf(await seen(ask(head0, 'GET', path)), 'maths', 'Y3');
    const raise = { doing: 'propose', targets: [wanted(maths, { minimum: 70, aspirational: 80 })], why: 'Ahead' };
    const raised = cellOf(await seen(ask(head0, 'POST', `${path}/steps`, raise)), 'maths', 'Y3');
    expect((await board(ceo)).changed).toBe(false);
    await seen(ask(ceo, 'POST', `${path}/steps`, { doing: 'agree', targets: [wanted(raised)] }));
    expect((await board(ceo)).changed).toBe(true);
    const { puts } = await board(ceo, `${BOARD}/put`, { before: 1 });
    expect(puts.map(({ number, approved }) => [number, approved])).toEqual([
      [2, false],
      [1, true],
    ]);
    const figures = (at: number) => puts[at]?.targets.find(({ name }) => name === 'Maths in Year 3')?.figures;
    expect([figures(0), figures(1)]).toEqual([
      { minimum: 70, aspirational: 80 },
      { minimum: 64, aspirational: 69 },
    ]);
    const stale = await ask(cy, 'POST', `${BOARD}/answer`, { answer: 'approves', put: 1 });
    expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('Other targets were put')]);
  });
});
