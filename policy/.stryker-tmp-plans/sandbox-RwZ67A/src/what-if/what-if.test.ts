// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PEOPLE, SCHOOLS } from '../examples/trust.examples.ts';
import { loadPolicy, PolicyError } from '../load-policy.ts';
import { OWLS } from '../owls.ts';
import { meetingDifferences, valueDifferences } from './differences.ts';
import { overlay } from './overlay.ts';

const facts = { schools: SCHOOLS, people: PEOPLE };
const everySixWeeks = { meetings: [{ kind: 'strategic', everyWeeks: 6 }] };

describe('a change of policy is a small overlay', () => {
  it('changes the one value and leaves every other', () => {
    const changed = loadPolicy(overlay(OWLS, everySixWeeks));
    expect(valueDifferences(OWLS, changed)).toEqual([{ place: 'meetings[strategic].everyWeeks', before: 4, after: 6 }]);
  });

  it('adds a member with a new name and takes one out that says so', () => {
    const one = OWLS.meetings.find(({ kind }) => kind === 'advisory');
    const changed = loadPolicy(
      overlay(OWLS, {
        meetings: [
          { kind: 'strategic', remove: true },
          { ...one, kind: 'extra' },
        ],
      }),
    );
    expect(changed.meetings.map(({ kind }) => kind)).toEqual(['advisory', 'extra']);
    expect(OWLS.meetings).toHaveLength(2);
  });

  it('replaces a list whose members have no names', () => {
    const changed = loadPolicy(overlay(OWLS, { soap: { reminders: [] } }));
    expect(changed.soap.reminders).toEqual([]);
  });

  it('takes out a part that the change has as null', () => {
    expect(overlay({ a: 1, b: { c: 2, d: 3 } }, { a: null, b: { c: null } })).toEqual({ b: { d: 3 } });
    expect(overlay({}, { a: null })).toEqual({});
  });

  it('fills a list that was empty, leaving out what is to be removed', () => {
    expect(overlay({ years: [] }, { years: [{ year: '2026-27' }] })).toEqual({ years: [{ year: '2026-27' }] });
    expect(overlay({ years: [] }, { years: [{ year: '2026-27', remove: true }] })).toEqual({ years: [] });
    expect(overlay({ days: ['mon'] }, { days: [] })).toEqual({ days: [] });
  });

  it('is refused by name where it makes no policy', () => {
    expect(() => loadPolicy(overlay(OWLS, { soap: { plausibleJump: 'ten' } }))).toThrow(PolicyError);
    expect(() => loadPolicy(overlay(OWLS, null))).toThrow(PolicyError);
  });

  it('always: an overlay of nothing changes nothing, and laid on twice it is as laid on once', () => {
    const json = fc.object({ maxDepth: 3, key: fc.constantFrom('a', 'b', 'key'), values: [fc.integer(), fc.string()] });
    fc.assert(
      fc.property(json, json, (base, change) => {
        expect(overlay(base, {})).toEqual(base);
        const once = overlay(base, change);
        expect(overlay(once, change)).toEqual(once);
      }),
    );
  });
});

describe('what a change would do', () => {
  it('M4: names the meetings that go when the cadence is longer', () => {
    const changed = loadPolicy(overlay(OWLS, everySixWeeks));
    const differ = meetingDifferences(OWLS, changed, facts, '2026-27');
    expect(differ.some(({ after }) => after === undefined)).toBe(true);
    expect(differ.every(({ key }) => key.startsWith('strategic/'))).toBe(true);
  });

  it('names what only one of two policies has, and lists without names as a whole', () => {
    expect(valueDifferences({ a: 1 }, { b: [1, 2] })).toEqual([
      { place: 'a', before: 1, after: undefined },
      { place: 'b', before: undefined, after: [1, 2] },
    ]);
    expect(valueDifferences({ days: ['mon'] }, { days: ['tue'] })).toEqual([
      { place: 'days', before: ['mon'], after: ['tue'] },
    ]);
    expect(valueDifferences({ part: {} }, { part: [] })).toEqual([{ place: 'part', before: {}, after: [] }]);
    expect(valueDifferences({ part: 'all' }, { part: { name: 'all' } })).toHaveLength(1);
  });

  it('is nothing where nothing is changed', () => {
    expect(valueDifferences(OWLS, OWLS)).toEqual([]);
    expect(meetingDifferences(OWLS, OWLS, facts, '2026-27')).toEqual([]);
  });
});
