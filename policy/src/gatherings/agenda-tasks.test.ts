import { describe, expect, test } from 'vitest';
import { at, CEO, CLUSTER_NORTH } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import type { Apology } from './apology.ts';
import type { RecordedGathering } from './gathering.ts';
import { agreedGathering, FULL } from './gatherings.examples.ts';
import { type GatheringsRecords, gatheringsTasks } from './gatherings-tasks.ts';

/** On Wednesday 9 September 2026; the year begins on Wednesday 26 August, so there are school days before it. */
const TEAM = agreedGathering();
const keys = (other: Partial<GatheringsRecords>, wallClock: string) =>
  gatheringsTasks(
    OWLS,
    OWLS.gatherings,
    FULL,
    { gatherings: [TEAM], minutes: [], actions: [], delegates: [], apologies: [], areasFound: [], ...other },
    at(wallClock),
  ).map(({ key }) => key);

describe('the agenda of a meeting', () => {
  test('M9: goes to each of its people three school days before, a weekend left out', () => {
    expect(keys({}, '2026-09-04T07:59')).toEqual([]);
    expect(keys({}, '2026-09-04T08:00')).toEqual([
      `agenda/${TEAM.key}/2026-09-09T09:00/${CEO.id}`,
      `agenda/${TEAM.key}/2026-09-09T09:00/${CLUSTER_NORTH.id}`,
    ]);
  });

  test('is replaced by a reminder on the school day before, which ends when it begins', () => {
    expect(keys({}, '2026-09-08T08:00')).toEqual([
      `meeting/${TEAM.key}/2026-09-09T09:00/${CEO.id}`,
      `meeting/${TEAM.key}/2026-09-09T09:00/${CLUSTER_NORTH.id}`,
    ]);
    expect(keys({}, '2026-09-09T09:00')).toEqual([]);
  });

  test('is not for who cannot come, nor for a cancelled meeting; a moved one is told anew', () => {
    const away = { gathering: TEAM.key, person: CEO.id, instead: '', because: '', at: '2026-09-01T09:00:00Z' };
    expect(keys({ apologies: [away] }, '2026-09-04T08:00')).toEqual([
      `agenda/${TEAM.key}/2026-09-09T09:00/${CLUSTER_NORTH.id}`,
    ]);
    expect(keys({ gatherings: [agreedGathering({ state: 'cancelled' })] }, '2026-09-04T08:00')).toEqual([]);
    const moved = agreedGathering({ start: '2026-09-10T09:00', end: '2026-09-10T10:30' });
    expect(keys({ gatherings: [moved] }, '2026-09-07T08:00')[0]).toBe(`agenda/${TEAM.key}/2026-09-10T09:00/${CEO.id}`);
  });

  test('M9: is held back while it is gone from Outlook and nobody has said what becomes of it', () => {
    const gone = agreedGathering({ question: 'gone from the calendar' });
    const told = (wallClock: string) =>
      keys({ gatherings: [gone] }, wallClock).filter((key) => !key.startsWith('gone/'));
    expect(told('2026-09-04T08:00')).toEqual([]);
    expect(told('2026-09-08T08:00')).toEqual([]);
  });

  test('M6: in the summer break, where there are no school days, comes so many calendar days before', () => {
    const summer = agreedGathering({
      kind: 'development',
      rule: 'M6',
      start: '2027-08-18T09:30',
      end: '2027-08-18T15:30',
    });
    expect(keys({ gatherings: [summer] }, '2027-08-14T23:59')).toEqual([]);
    expect(keys({ gatherings: [summer] }, '2027-08-15T08:00')).toHaveLength(2);
  });
});

describe('who could not come to a meeting that has another time now', () => {
  const away: Apology = {
    ...{ gathering: TEAM.key, person: CLUSTER_NORTH.id, instead: '', because: '', at: '2026-09-01T09:00:00Z' },
    about: '2026-09-09T09:00',
  };
  const moved = agreedGathering({ start: '2026-09-10T13:00', end: '2026-09-10T14:30' });
  const key = `moved/${TEAM.key}/2026-09-10T13:00/${CLUSTER_NORTH.id}`;
  const told = (gathering: RecordedGathering, apology: Apology, wallClock = '2026-09-03T08:00') =>
    keys({ gatherings: [gathering], apologies: [apology] }, wallClock).filter((one) => one.startsWith('moved/'));

  test('M9: is asked whether they can come then, until it begins', () => {
    expect(told(moved, away)).toEqual([key]);
    expect(told(moved, away, '2026-09-10T12:59')).toEqual([key]);
    expect(told(moved, away, '2026-09-10T13:00')).toEqual([]);
    const [task] = gatheringsTasks(
      ...([OWLS, OWLS.gatherings, FULL] as const),
      { ...NO_RECORDS.gatherings, gatherings: [moved], apologies: [away] },
      at('2026-09-03T08:00'),
    ).filter((one) => one.key === key);
    expect(task).toMatchObject({
      person: CLUSTER_NORTH.id,
      title: 'Can you come now? School improvement team is on Thu 10 Sept at 13:00',
      otherwise: 'You stay off the invitation.',
    });
  });

  test('is asked anew for each other time, and never for the one they said no to, nor where that is unknown', () => {
    const again = agreedGathering({ start: '2026-09-11T13:00', end: '2026-09-11T14:30' });
    expect(told(again, away)).not.toEqual(told(moved, away));
    expect(told(TEAM, away)).toEqual([]);
    const { about: _, ...before } = away;
    expect(told(moved, before)).toEqual([]);
  });

  test('is not asked while it may not take place, nor once they are not of it or not on record', () => {
    expect(told({ ...moved, question: 'gone from the calendar' }, away)).toEqual([]);
    expect(told({ ...moved, state: 'cancelled' }, away)).toEqual([]);
    expect(told({ ...moved, attendees: [CEO.id] }, away)).toEqual([]);
    expect(told({ ...moved, attendees: ['somebody'] }, { ...away, person: 'somebody' })).toEqual([]);
  });
});

describe('who cannot come', () => {
  const away = {
    ...{ gathering: TEAM.key, person: CLUSTER_NORTH.id, instead: 'Sam Reed', because: 'A visit' },
    at: '2026-09-04T10:00:00Z',
  };

  test('is told to whoever leads the meeting, until it begins, and never to themselves', () => {
    const told = [`absent/${TEAM.key}/${CLUSTER_NORTH.id}/${CEO.id}`];
    expect(keys({ apologies: [away] }, '2026-09-04T12:00')).toEqual(expect.arrayContaining(told));
    expect(keys({ apologies: [away] }, '2026-09-09T09:00')).toEqual([]);
    const chair = { ...away, person: CEO.id };
    expect(keys({ apologies: [chair] }, '2026-09-04T12:00').filter((key) => key.startsWith('absent/'))).toEqual([]);
  });
});
