import { describe, expect, test } from 'vitest';
import { at, facts, PEOPLE, person, trust } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS, type StrategyRecords } from '../records.ts';
import { taskDuties } from './task-duties.ts';

const people = [
  ...PEOPLE,
  person('p-chair', 'Ada Quill', ['chair', trust]),
  person('p-director', 'Bo Reed', ['director', trust]),
];
const keeping = (records?: Partial<StrategyRecords>) => facts({ people, ...(records ? { records } : {}) });
const topics = Object.entries(NO_RECORDS).map(([topic, records]) => ({ [topic]: records }));

describe('tasks are asked of the topics whose records the trust keeps', () => {
  test.each(['2026-09-15T09:00', '2026-12-17T12:30', '2027-03-02T09:00', '2027-07-08T18:00'])(
    'on %s all topics together ask what each asks by itself',
    (moment) => {
      const now = at(moment);
      expect(taskDuties(OWLS, keeping(), now)).toEqual([]);
      expect(taskDuties(OWLS, keeping({}), now)).toEqual([]);
      const alone = topics.flatMap((records) => taskDuties(OWLS, keeping(records), now));
      const together = taskDuties(OWLS, keeping(NO_RECORDS), now);
      expect(together.length).toBeGreaterThan(0);
      expect(together.map(({ key }) => key).toSorted()).toEqual(alone.map(({ key }) => key).toSorted());
    },
  );

  test('between two asking times, with nothing recorded, the answer is the same one', () => {
    const all = keeping(NO_RECORDS);
    const first = taskDuties(OWLS, all, at('2026-09-15T09:00'));
    expect(taskDuties(OWLS, all, at('2026-09-15T09:30'))).toBe(first);
    expect(taskDuties(OWLS, { ...all, delivered: new Set(['x']) }, at('2026-09-15T09:30'))).toBe(first);
    const later = taskDuties(OWLS, all, at('2026-12-17T12:30'));
    expect(later.map(({ key }) => key)).not.toEqual(first.map(({ key }) => key));
    expect(taskDuties(OWLS, all, at('2026-09-15T09:00'))).toEqual(first);
  });

  test('whatever is recorded anew is looked at anew', () => {
    const all = keeping(NO_RECORDS);
    const now = at('2026-09-15T09:00');
    for (const changed of [{ schools: [] }, { people: [] }, { records: { reports: { given: [] } } }]) {
      const before = taskDuties(OWLS, all, now);
      const after = taskDuties(OWLS, { ...all, ...changed }, now);
      expect(after.length, Object.keys(changed).join()).toBeLessThan(before.length);
    }
    expect(taskDuties({ ...OWLS, asking: { times: ['08:00'] } }, all, now)).not.toBe(taskDuties(OWLS, all, now));
  });
});
