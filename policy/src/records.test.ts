import { expect, test } from 'vitest';
import { NO_RECORDS } from './records.ts';

test('in records in which nothing stands yet, every list of every topic is there and empty', () => {
  for (const [topic, records] of Object.entries(NO_RECORDS)) {
    expect(Object.keys(records), topic).not.toEqual([]);
    for (const [list, rows] of Object.entries(records)) expect(rows, `${topic}.${list}`).toEqual([]);
  }
});
