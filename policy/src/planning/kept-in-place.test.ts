import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEDAR, DALE, facts, school } from '../examples/trust.examples.ts';
import type { Gathering, RecordedGathering } from '../gatherings/gathering.ts';
import { FULL, YEAR } from '../gatherings/gatherings.examples.ts';
import { OWLS } from '../owls.ts';
import { keptInPlace } from './kept-in-place.ts';
import { meeting, recorded } from './planning.examples.ts';
import { yearPlan } from './year-plan.ts';

const SCHOOLS = [ASH, BROOK, CEDAR, DALE];
const NOW = '2026-11-01T08:00';
interface Given {
  readonly recorded?: readonly RecordedGathering[];
  readonly released?: readonly string[];
  readonly schools?: typeof SCHOOLS;
}
const kept = (fresh: readonly Gathering[], given: Given = {}) =>
  keptInPlace(
    OWLS,
    facts({ schools: given.schools ?? SCHOOLS }),
    YEAR,
    { recorded: given.recorded ?? [], released: new Set(given.released ?? []), now: NOW },
    { gatherings: fresh, unplaced: [] },
  ).gatherings;
const advisory = (key: string, day: string, other: Partial<Gathering> = {}) =>
  meeting(key, { kind: 'advisory', start: `${day}T13:00`, end: `${day}T15:00`, ...other });
const hosted = (
  key: string,
  day: string,
  { urn, name }: { urn: string; name: string },
  other: Partial<Gathering> = {},
) => advisory(key, day, { host: urn, place: name, ...other });
const hosts = (plan: readonly Gathering[]) => plan.map(({ key, host, place }) => [key, host, place]);

describe('agreed meetings stay in place (M3)', () => {
  const fresh = advisory('1', '2026-11-12');
  const elsewhen = { start: '2026-11-13T09:00', end: '2026-11-13T10:30' };

  test('at the time they were agreed for, with all else as planned today', () => {
    const title = 'As it was called';
    expect(kept([fresh], { recorded: [recorded(fresh, { ...elsewhen, title })] })).toEqual([{ ...fresh, ...elsewhen }]);
    expect(kept([fresh])).toEqual([fresh]);
  });

  test('unless they were released, cancelled, or their day is none for them any more', () => {
    expect(kept([fresh], { recorded: [recorded(fresh, elsewhen)], released: ['1'] })).toEqual([fresh]);
    expect(kept([fresh], { recorded: [recorded(fresh, { ...elsewhen, state: 'cancelled' })] })).toEqual([fresh]);
    const saturday = { start: '2026-11-14T09:00', end: '2026-11-14T10:30' };
    expect(kept([fresh], { recorded: [recorded(fresh, saturday)] })).toEqual([fresh]);
  });

  test('what has begun stays, released or on a day off', () => {
    const begun = { start: NOW, end: '2026-11-01T10:00' };
    expect(kept([fresh], { recorded: [recorded(fresh, begun)], released: ['1'] })).toEqual([{ ...fresh, ...begun }]);
  });

  test('one about a school stays only while the school is in the trust', () => {
    const about = { ...fresh, urn: ASH.urn };
    const given = { recorded: [recorded(about, elsewhen)] };
    expect(kept([about], given)).toEqual([{ ...about, ...elsewhen }]);
    expect(kept([about], { ...given, schools: [{ ...ASH, left: '2026-11-13' }] })).toEqual([about]);
    expect(kept([about], { ...given, schools: [BROOK] })).toEqual([about]);
  });

  test('at the school that was agreed, where the plan has a host at all', () => {
    const planned = hosted('1', '2026-11-12', ASH);
    expect(hosts(kept([planned], { recorded: [recorded(hosted('1', '2026-11-12', BROOK))] }))).toEqual([
      ['1', BROOK.urn, BROOK.name],
    ]);
    expect(hosts(kept([planned], { recorded: [recorded(fresh)] }))).toEqual([['1', ASH.urn, ASH.name]]);
    expect(hosts(kept([fresh], { recorded: [recorded(planned)] }))).toEqual([['1', undefined, fresh.place]]);
  });

  test('in order of time', () => {
    const later = advisory('2', '2026-11-19');
    const given = { recorded: [recorded(fresh, { start: '2026-11-26T13:00', end: '2026-11-26T15:00' })] };
    expect(kept([fresh, later], given).map(({ key }) => key)).toEqual(['2', '1']);
  });

  test('what is new finds a slot beside those that stay, and moves none of them', () => {
    const plan = yearPlan(OWLS, FULL, YEAR);
    const boards = plan.gatherings.filter(({ kind }) => kind === 'board');
    const team = plan.gatherings.find(({ kind }) => kind === 'improvement-team');
    const [board] = boards;
    if (!board || !team) throw new Error('OWLS has both.');
    // The board is agreed for the very time of a team meeting, which is not agreed yet.
    const agreed = plan.gatherings
      .filter(({ key }) => key !== team.key)
      .map((one) => recorded(one, one.key === board.key ? { start: team.start, end: team.end } : {}));
    const standing = { recorded: agreed, released: new Set<string>(), now: '2026-08-01T08:00' };
    const { gatherings, unplaced } = keptInPlace(OWLS, FULL, YEAR, standing, plan);
    const at = (key: string) => gatherings.find((one) => one.key === key)?.start;
    expect(at(board.key)).toBe(team.start);
    expect(at(team.key)).not.toBe(team.start);
    expect(unplaced).toEqual(plan.unplaced);
    const others = ({ key }: Gathering) => key !== board.key && key !== team.key;
    expect(gatherings.filter(others).map(({ key, start }) => [key, start])).toEqual(
      plan.gatherings.filter(others).map(({ key, start }) => [key, start]),
    );
  });
});

describe('a host that left is followed by whoever hosts least (M5)', () => {
  const LEFT = school('100009', 'Elm Grove Primary School', { left: '2026-11-12' });
  const schools = [DALE, CEDAR, LEFT, BROOK, ASH];

  test('by URN where several host as rarely, each new turn counted', () => {
    const plan = [
      hosted('1', '2026-11-12', LEFT),
      hosted('2', '2026-11-19', ASH),
      hosted('3', '2026-11-26', LEFT),
      hosted('4', '2026-12-03', LEFT),
      hosted('5', '2026-12-10', LEFT),
    ];
    expect(hosts(kept(plan, { schools }))).toEqual([
      ['1', BROOK.urn, BROOK.name],
      ['2', ASH.urn, ASH.name],
      ['3', CEDAR.urn, CEDAR.name],
      ['4', DALE.urn, DALE.name],
      ['5', ASH.urn, ASH.name],
    ]);
    expect(hosts(kept(plan, { schools: schools.toReversed() }))).toEqual(hosts(kept(plan, { schools })));
  });

  test('the host stays as long as it belongs, for what has begun and for a school’s own meeting', () => {
    expect(hosts(kept([hosted('1', '2026-11-11', LEFT)], { schools }))).toEqual([['1', LEFT.urn, LEFT.name]]);
    const begun = hosted('1', '2026-10-30', { urn: '999999', name: 'Gone' }, { start: NOW });
    expect(hosts(kept([begun], { schools }))).toEqual([['1', '999999', 'Gone']]);
    const own = hosted('1', '2026-11-12', LEFT, { urn: LEFT.urn });
    expect(hosts(kept([own], { schools }))).toEqual([['1', LEFT.urn, LEFT.name]]);
  });

  test('an unknown host is followed too; turns that stay with schools count from before', () => {
    const unknown = { urn: '999999', name: 'Gone' };
    const plan = [hosted('1', '2026-10-08', ASH), hosted('2', '2026-11-19', unknown), hosted('3', '2026-11-26', BROOK)];
    expect(hosts(kept(plan, { schools: [ASH, BROOK, CEDAR] }))[1]).toEqual(['2', CEDAR.urn, CEDAR.name]);
  });

  test('within its cluster only; where nobody is left, the place is still to be agreed', () => {
    const ofCluster = (cluster: string) => [hosted('1', '2026-11-12', LEFT, { cluster })];
    expect(hosts(kept(ofCluster('South'), { schools }))).toEqual([['1', CEDAR.urn, CEDAR.name]]);
    expect(hosts(kept(ofCluster('East'), { schools }))).toEqual([['1', undefined, 'To be agreed']]);
    const joining = { ...ASH, joined: '2026-11-13' };
    expect(hosts(kept([hosted('1', '2026-11-12', LEFT)], { schools: [joining, LEFT] }))).toEqual([
      ['1', undefined, 'To be agreed'],
    ]);
  });
});
