import { describe, expect, test } from 'vitest';
import { at, CEO, CLUSTER_NORTH, PEOPLE } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import type { RecordedGathering } from './gathering.ts';
import { agreedGathering, CHAIR, FULL } from './gatherings.examples.ts';
import { gatheringsTasks } from './gatherings-tasks.ts';

/** On Wednesday 9 September 2026 at nine. */
const GONE = agreedGathering({ question: 'gone from the calendar' });
const asked = (gathering: RecordedGathering, wallClock: string, people: Facts['people'] = FULL.people) =>
  gatheringsTasks(
    OWLS,
    OWLS.gatherings,
    { ...FULL, people },
    { gatherings: [gathering], minutes: [], actions: [], delegates: [], apologies: [], areasFound: [] },
    at(wallClock),
  ).filter(({ key }) => key.startsWith('gone/'));

describe('a meeting that is gone from Outlook', () => {
  test('M9: is asked about at once, in words that say what happens otherwise, until its time has come', () => {
    expect(asked(GONE, '2026-08-28T07:00')).toMatchObject([
      {
        ...{ key: `gone/${GONE.key}/0/${CEO.id}`, rule: 'M9', person: CEO.id },
        title: 'Say what becomes of School improvement team on Wed 9 Sept',
        by: at('2026-09-09T09:00').toString(),
      },
    ]);
    expect(asked(GONE, '2026-09-09T08:59')).toHaveLength(1);
    expect(asked(GONE, '2026-09-09T09:00')).toEqual([]);
  });

  test('is asked about under another key when it is gone a second time, and not at all once it is answered', () => {
    expect(asked({ ...GONE, again: 1 }, '2026-08-28T07:00')[0]?.key).toBe(`gone/${GONE.key}/1/${CEO.id}`);
    expect(asked(agreedGathering(), '2026-08-28T07:00')).toEqual([]);
    expect(asked({ ...GONE, state: 'cancelled' }, '2026-08-28T07:00')).toEqual([]);
  });

  test('asks one person who may plan: its leader, else the CEO, else whoever may', () => {
    const persons = (given: RecordedGathering, people?: Facts['people']) =>
      asked(given, '2026-08-28T07:00', people).map(({ person }) => person);
    const led = (id: string) => ({ ...GONE, attendees: [id, CEO.id] });
    expect(persons(led(CLUSTER_NORTH.id))).toEqual([CEO.id]);
    const office = { ...CLUSTER_NORTH, roles: [{ role: 'central-team', scope: { kind: 'trust' } }] } as const;
    const withOffice = [...PEOPLE.filter(({ id }) => id !== office.id), office];
    expect(persons(led(office.id), withOffice)).toEqual([office.id]);
    expect(
      persons(
        led(CHAIR.id),
        withOffice.filter(({ id }) => id !== CEO.id),
      ),
    ).toEqual([office.id]);
    expect(persons(led(CEO.id), [])).toEqual([]);
  });
});
