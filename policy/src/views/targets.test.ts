import { describe, expect, test } from 'vitest';
import {
  ASH,
  AUTUMN_1,
  at,
  BROOK,
  CEDAR,
  CEO,
  DALE,
  facts,
  HEAD_ASH,
  HEAD_BROOK,
  HEAD_TWO,
  PEOPLE,
  person,
  soapReturn,
  trust,
} from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { putToBoard } from '../targets/board-approval.ts';
import type { Target } from '../targets/target.ts';
import { revision, signed, target, YEAR } from '../targets/targets.examples.ts';
import { schoolTargetsView } from './school-targets.ts';
import { targetsView } from './targets.ts';

const NOW = at('2026-10-20T09:00');
const DIRECTOR = person('d-1', 'Dee', ['director', trust]);
const GOVERNOR = person('g-1', 'Gil', ['governor-chair', { kind: 'school', urn: ASH.urn }]);
const people = [...PEOPLE, DIRECTOR, GOVERNOR];
const withTargets = (targets: readonly Target[], forBoard: (typeof NO_RECORDS)['targets']['forBoard'] = []) =>
  facts({
    people,
    returns: [soapReturn(ASH, AUTUMN_1, 60)],
    records: { ...NO_RECORDS, targets: { targets, forBoard } },
  });
const off = signed(ASH);
const reading = target(ASH.urn, [revision('proposed')], { yearGroup: 'Y3', measure: 'reading' });

describe('targets as they are shown', () => {
  test('M1: of the schools whose records the reader may read, the board’s part for those who read it', () => {
    const shown = (who: typeof CEO) => targetsView(OWLS, withTargets([off]), who, NOW);
    expect(shown(CEO)?.schools.map(({ urn }) => urn)).toEqual([ASH.urn, BROOK.urn, CEDAR.urn, DALE.urn]);
    expect(shown(HEAD_TWO)?.schools.map(({ urn, own }) => [urn, own])).toEqual([
      [CEDAR.urn, true],
      [DALE.urn, true],
    ]);
    expect([CEO, DIRECTOR, HEAD_ASH].map((who) => shown(who)?.board !== undefined)).toEqual([true, true, false]);
    expect(shown(GOVERNOR)).toBeUndefined();
    expect(targetsView(OWLS, withTargets([]), CEO, NOW, '1999-00')).toBeUndefined();
    expect(targetsView(OWLS, withTargets([]), CEO, NOW)?.years).toEqual([YEAR]);
  });

  test('M20: say how far each school is', () => {
    const raising = target(ASH.urn, [revision('signed-off'), revision('proposed', { minimum: 61, aspirational: 71 })]);
    const agreed = target(ASH.urn, [revision('agreed')], { yearGroup: 'Y3', measure: 'writing' });
    const [ash] = targetsView(OWLS, withTargets([raising, reading, agreed]), CEO, NOW)?.schools ?? [];
    expect(ash).toMatchObject({ of: 40, missing: 37, proposed: 1, agreed: 1, signedOff: 1, raising: 1, own: false });
    expect(ash?.changedAt).toBe('2026-10-05T10:00:00Z');
  });

  test('M22: show the board what was put, and whether schools have moved on since', () => {
    const put = putToBoard(OWLS, OWLS.targets, withTargets([off]), [off], YEAR, {
      by: CEO.id,
      at: '2026-10-12T09:00:00Z',
    });
    if (!put.ok) throw new Error(put.says);
    const board = (who: typeof CEO, targets = [off], forBoard = [put.forBoard]) =>
      targetsView(OWLS, withTargets(targets, forBoard), who, NOW)?.board;
    expect(board(CEO)).toMatchObject({
      quorum: 3,
      waiting: ['Dee'],
      changed: false,
      may: { put: true, approve: false, ask: false, answer: true },
      puts: [{ number: 1, by: CEO.name, approved: false, says: '0 of the 3 members needed have approved.' }],
    });
    expect(board(DIRECTOR)?.may).toEqual({ put: false, approve: true, takeBack: false, ask: true, answer: false });
    const approved = { ...put.forBoard, approvals: [{ by: 'd-1', at: '2026-10-13T09:00:00Z' }] };
    expect(board(DIRECTOR, [off], [approved])?.may.approve).toBe(false);
    expect(board(CEO, [off, signed(CEDAR, undefined, { minimum: 80, aspirational: 90 })])?.changed).toBe(true);
    expect(board(DIRECTOR, [], [])?.may).toMatchObject({ put: false, approve: false });
  });

  test('M20, M21: of a school, with what its reader may do', () => {
    const view = (who: typeof CEO, targets = [off, reading], now = NOW, urn = ASH.urn) =>
      schoolTargetsView(OWLS, withTargets(targets), who, urn, YEAR, now);
    const can = (who: typeof CEO, measure: string, now = NOW) =>
      view(who, undefined, now)?.targets.find((one) => one.measure === measure && one.yearGroup === 'Y3')?.can;
    expect(view(HEAD_BROOK)).toBeUndefined();
    expect(view(CEO, [], NOW, '999999')).toBeUndefined();
    expect(schoolTargetsView(OWLS, withTargets([]), CEO, ASH.urn, '1999-00', NOW)).toBeUndefined();
    expect(can(HEAD_ASH, 'maths')).toEqual({ propose: false, raise: true, agree: false, signOff: false });
    expect(can(HEAD_ASH, 'reading')).toEqual({ propose: true, raise: false, agree: false, signOff: false });
    expect(can(CEO, 'reading')).toEqual({ propose: true, raise: false, agree: true, signOff: false });
    expect(can(CEO, 'writing')).toEqual({ propose: false, raise: false, agree: false, signOff: false });
    expect(can(HEAD_ASH, 'writing')).toMatchObject({ propose: true });
    expect(can(DIRECTOR, 'reading')).toEqual({ propose: false, raise: false, agree: false, signOff: false });
    const agreed = target(ASH.urn, [revision('agreed')]);
    const shown = view(CEO, [agreed])?.targets.find(
      ({ measure, yearGroup }) => measure === 'maths' && yearGroup === 'Y3',
    );
    expect(shown).toMatchObject({
      name: 'Maths in Year 3',
      state: 'agreed',
      pupils: 30,
      filled: { start: { value: 60 }, figures: { minimum: 62, aspirational: 67 } },
      history: [{ by: [HEAD_ASH.name, CEO.name] }],
      can: { signOff: true, agree: false },
    });
    const after = view(HEAD_ASH, [off], at('2027-08-20T09:00'));
    expect(after?.closed).toBe('2026-27 was over on 2027-07-09.');
    expect(after?.targets.every(({ can: { propose, raise } }) => !propose && !raise)).toBe(true);
  });
});
