import { describe, expect, test } from 'vitest';
import { ASH, at, CEO, CLUSTER_NORTH, facts, HEAD_ASH, PEOPLE } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { Person } from '../trust/people.ts';
import { review } from './peer-review.examples.ts';
import { protocolSteps } from './protocol-steps.ts';
import { mayTick, tickFindings } from './tick-step.ts';

const step = (key: string, given = facts()) => {
  const found = protocolSteps(OWLS, OWLS.peerReview, given, review()).find((one) => one.key === key);
  if (found === undefined) throw new Error(`no step ${key}`);
  return found;
};
const decided = (person: Person, key: string, given = facts()) =>
  mayTick(OWLS, given, person, review(), step(key, given));
const someone = (id: string) => {
  const found = PEOPLE.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no person ${id}`);
  return found;
};

describe('a step of a review’s protocol', () => {
  test('M32: is ticked by those the policy names for it, and by nobody else', () => {
    expect(decided(HEAD_ASH, 'timetable')).toEqual({
      allowed: true,
      rule: 'M32',
      because: 'The protocol asks you: Send the timetable of lessons during the review.',
    });
    expect(decided(someone('p-brook'), 'report').allowed).toBe(true);
    expect(decided(CEO, 'report').allowed).toBe(true);
    expect(decided(CEO, 'timetable')).toEqual({
      allowed: false,
      rule: 'M32',
      because: 'This step of the protocol is not yours: Send the timetable of lessons during the review.',
      wouldChange: `It can be ticked by ${HEAD_ASH.name}.`,
    });
    expect(decided(HEAD_ASH, 'desk-top-analysis')).toMatchObject({
      allowed: false,
      wouldChange: `It can be ticked by ${CEO.name}, ${someone('p-brook').name}, ${someone('p-two').name}.`,
    });
  });

  test('M32: of a school without a head is ticked by whoever agrees its review', () => {
    const headless = facts({ people: PEOPLE.filter(({ id }) => id !== HEAD_ASH.id) });
    expect(decided(CEO, 'timetable', headless)).toEqual({
      allowed: true,
      rule: 'M32',
      because: 'Nobody it is asked of is on record, and you agree the review.',
    });
    expect(decided(CLUSTER_NORTH, 'timetable', headless).allowed).toBe(ASH.cluster === 'North');
    expect(decided(someone('p-brook'), 'timetable', headless)).toMatchObject({
      allowed: false,
      wouldChange: 'Whoever agrees the review can tick it.',
    });
  });

  test('M32: that comes of the review is not done before it has begun', () => {
    const says = (key: string, moment: string) => tickFindings(OWLS, step(key), at(moment)).map((one) => one.says);
    expect(says('templates', '2026-09-01T09:00')).toEqual([]);
    expect(tickFindings(OWLS, step('report'), at('2026-11-16T23:59'))).toEqual([
      { level: 'error', rule: 'M32', says: 'The review begins on Tue 17 Nov: this can be done from then on.' },
    ]);
    expect(says('report', '2026-11-17T00:00')).toEqual([]);
    expect(step('templates').opens).toBeUndefined();
    expect(step('self-evaluation-validated').opens).toBe('2026-11-17');
  });
});
