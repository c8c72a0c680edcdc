// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { ASH, AUTUMN_1, AUTUMN_2, BROOK, facts, soapReturn } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { draftOf, latestReturn, previousReturn, returnsOf } from './kept.ts';

const first = soapReturn(ASH, AUTUMN_2, 60);
const second = soapReturn(ASH, AUTUMN_2, 65, { revision: 2 });
const summer = soapReturn(ASH, '2025-26/summer-2', 55);
const others = soapReturn(BROOK, AUTUMN_1, 80);
const all = facts({ returns: [second, others, summer, first] });

describe('returns as they are kept', () => {
  test('the newest revision counts, whatever the order of the rows', () => {
    expect(latestReturn(all, ASH.urn, AUTUMN_2)).toBe(second);
    expect(latestReturn(all, ASH.urn, AUTUMN_1)).toBeUndefined();
  });

  test('the return before is of the nearest earlier half term that has one, of the same school', () => {
    expect(previousReturn(all, OWLS, ASH.urn, AUTUMN_2)).toBe(summer);
    expect(previousReturn(all, OWLS, ASH.urn, '2025-26/summer-2')).toBeUndefined();
    expect(previousReturn(all, OWLS, 'nobody', AUTUMN_2)).toBeUndefined();
    expect(previousReturn(all, OWLS, ASH.urn, 'no half term')).toBeUndefined();
  });

  test('a school history has one return a half term, oldest first', () => {
    expect(returnsOf(all, OWLS, ASH.urn)).toEqual([summer, second]);
    expect(returnsOf(all, OWLS, 'nobody')).toEqual([]);
  });

  test('a draft is there until its revision was submitted', () => {
    const draft = (revision: number) => ({ ...first, revision, savedAt: '', savedBy: '', version: '1' });
    expect(draftOf(facts({ drafts: [draft(1)] }), ASH.urn, AUTUMN_2)?.revision).toBe(1);
    expect(draftOf(facts({ drafts: [draft(1)], returns: [first] }), ASH.urn, AUTUMN_2)).toBeUndefined();
    expect(draftOf(facts({ drafts: [draft(2)], returns: [first] }), ASH.urn, AUTUMN_2)?.revision).toBe(2);
  });

  test('new facts are seen at once', () => {
    expect(latestReturn(facts({ returns: [first] }), ASH.urn, AUTUMN_2)).toBe(first);
    expect(latestReturn(facts({ returns: [first, second] }), ASH.urn, AUTUMN_2)).toBe(second);
  });
});
