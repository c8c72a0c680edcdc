import { describe, expect, test } from 'vitest';
import { ASH, BROOK } from '../examples/trust.examples.ts';
import { talk, withChairs } from './outside.examples.ts';
import { OWLS_OUTSIDE } from './owls-outside.ts';
import type { Talk } from './talk.ts';
import { checkTalk, tellings } from './telling.ts';

const withheld = {
  urn: ASH.urn,
  from: 'head' as const,
  exception: 'safeguarding',
  reason: 'It is about the head.',
  by: 'p-ceo',
};

describe('who is told of a talk, in full (M46)', () => {
  const told = (other: Partial<Talk> = {}, of = withChairs()) => tellings(OWLS_OUTSIDE, of, talk(other));

  test('each with the reason and what would change it', () => {
    expect(told({ governorsToo: [ASH.urn] })).toEqual([
      {
        before: false,
        person: 'p-ash',
        role: 'head',
        state: 'to be told',
        urn: '100001',
        why: {
          because: ['The talk is about Ash Tree Primary School.'],
          rule: 'M46',
          wouldChange: 'Telling them, or an exception with a reason.',
        },
      },
      {
        before: false,
        person: 'p-governor',
        role: 'governor-chair',
        state: 'to be told',
        urn: '100001',
        why: {
          because: ['The governors of Ash Tree Primary School are to know.'],
          rule: 'M46',
          wouldChange: 'Telling them, or an exception with a reason.',
        },
      },
      {
        before: false,
        person: 'p-chair',
        role: 'chair',
        state: 'to be told',
        why: {
          because: ['The chair of the board knows of every such talk.'],
          rule: 'M46',
          wouldChange: 'Telling them, or an exception with a reason.',
        },
      },
    ]);
    expect(told({ urns: ['999999'] })[0]).toEqual({
      before: false,
      role: 'head',
      state: 'to be told',
      urn: '999999',
      why: {
        because: ['The talk is about 999999.', 'Nobody on record holds this role.'],
        rule: 'M46',
        wouldChange: 'Telling them, or an exception with a reason.',
      },
    });
  });

  test('in time, late, by having recorded it, and kept out of it', () => {
    const early = [{ person: 'p-ash', at: '2026-11-10T10:00:00Z', by: 'p-office' }];
    const late = [
      { person: 'p-ash', at: '2026-11-10T12:00:00Z', by: 'p-office' },
      { person: 'p-ash', at: '2026-11-10T10:00:01Z', by: 'p-office' },
    ];
    expect(told({ startedBy: 'trust', told: early })[0]).toEqual({
      before: true,
      person: 'p-ash',
      role: 'head',
      state: 'told',
      urn: '100001',
      why: {
        because: ['The talk is about Ash Tree Primary School.'],
        rule: 'M46',
        wouldChange: 'A correction of the record.',
      },
    });
    expect(told({ startedBy: 'trust', told: late })[0]?.state).toBe('told late');
    expect(told({ told: late })[0]?.state).toBe('told');
    expect(told({ startedBy: 'trust', told: [...late, ...early] })[0]?.state).toBe('told');
    expect(told({ startedBy: 'trust', told: late, withheld: [withheld] })[0]?.state).toBe('told');
    expect(told({ recordedBy: 'p-ash' })[0]).toEqual({
      before: false,
      person: 'p-ash',
      role: 'head',
      state: 'told',
      urn: '100001',
      why: {
        because: ['The talk is about Ash Tree Primary School.', 'They recorded it.'],
        rule: 'M46',
        wouldChange: 'A correction of the record.',
      },
    });
    expect(told({ withheld: [withheld] })[0]).toEqual({
      before: false,
      person: 'p-ash',
      role: 'head',
      state: 'withheld',
      urn: '100001',
      why: {
        because: ['It would get in the way of safeguarding.', 'It is about the head.'],
        rule: 'M46',
        wouldChange: 'The reason no longer holds.',
      },
    });
    expect(told({ withheld: [{ ...withheld, reason: ' ' }] })[0]?.state).toBe('to be told');
    expect(told({ withheld: [{ ...withheld, exception: 'gone' }] })[0]?.state).toBe('to be told');
    expect(told({ withheld: [{ ...withheld, urn: BROOK.urn }] })[0]?.state).toBe('to be told');
    expect(told({ withheld: [{ ...withheld, from: 'governor-chair' }] })[0]?.state).toBe('to be told');
  });

  test('what cannot be recorded of one', () => {
    const check = (other: Partial<Talk>) => checkTalk(OWLS_OUTSIDE, talk(other));
    expect(check({})).toEqual({ ok: true });
    expect(check({ governorsToo: [ASH.urn], withheld: [withheld] })).toEqual({ ok: true });
    expect(check({ body: '' })).toEqual({
      ok: false,
      says: 'Choose one of dfe, regional-director, ofsted, local-authority.',
      why: {
        because: ['An empty name is no body of the policy.'],
        rule: 'M46',
        wouldChange: 'Choose one of dfe, regional-director, ofsted, local-authority.',
      },
    });
    expect(check({ about: ' ' })).toEqual({
      ok: false,
      says: 'Say what the talk is about.',
      why: {
        because: ['It has no words.'],
        rule: 'M46',
        wouldChange: 'Say what the talk is about.',
      },
    });
    expect(check({ governorsToo: [BROOK.urn] })).toEqual({
      ok: false,
      says: 'Add the school to the talk, or leave it out.',
      why: {
        because: ['100002 is not part of the talk.'],
        rule: 'M46',
        wouldChange: 'Add the school to the talk, or leave it out.',
      },
    });
    expect(check({ withheld: [{ ...withheld, urn: BROOK.urn }] })).toMatchObject({ ok: false });
    expect(check({ withheld: [{ ...withheld, exception: '' }] })).toEqual({
      ok: false,
      says: 'Tell them, or choose one of safeguarding, smooth-running.',
      why: {
        because: ['Nothing is no exception of the policy.'],
        rule: 'M46',
        wouldChange: 'Tell them, or choose one of safeguarding, smooth-running.',
      },
    });
    expect(check({ withheld: [{ ...withheld, reason: ' ' }] })).toEqual({
      ok: false,
      says: 'Give the reason for keeping it back.',
      why: {
        because: ['An exception needs a reason, and none is given.'],
        rule: 'M46',
        wouldChange: 'Give the reason for keeping it back.',
      },
    });
    const none = { ...OWLS_OUTSIDE, talks: { ...OWLS_OUTSIDE.talks, exceptions: [] } };
    expect(checkTalk(none, talk({ withheld: [withheld] }))).toEqual({
      ok: false,
      says: 'Tell them, or choose one of no exceptions.',
      why: {
        because: ['safeguarding is no exception of the policy.'],
        rule: 'M46',
        wouldChange: 'Tell them, or choose one of no exceptions.',
      },
    });
  });
});
