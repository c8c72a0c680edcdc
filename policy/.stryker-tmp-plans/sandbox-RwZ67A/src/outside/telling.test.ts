// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASH, at, BROOK } from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { talk, withChairs } from './outside.examples.ts';
import { OWLS_OUTSIDE } from './owls-outside.ts';
import type { Talk, Withheld } from './talk.ts';
import { talkTasks } from './talk-tasks.ts';
import { checkTalk, tellings } from './telling.ts';

const who = (other: Partial<Talk> = {}, facts = withChairs()) =>
  tellings(OWLS_OUTSIDE, facts, talk(other)).map(({ role, person, state }) => [role, person, state]);
const withheld = (other: Partial<Withheld> = {}): Withheld => ({
  urn: ASH.urn,
  from: 'head',
  exception: 'safeguarding',
  reason: 'The complaint is about the head.',
  by: 'p-ceo',
  ...other,
});

describe('who is told of a talk with an outside body', () => {
  test('M46: the head of the school and the chair of the board', () => {
    expect(who()).toEqual([
      ['head', 'p-ash', 'to be told'],
      ['chair', 'p-chair', 'to be told'],
    ]);
  });

  test('M46: the chair of governors where it fits', () => {
    expect(who({ governorsToo: [ASH.urn] })[1]).toEqual(['governor-chair', 'p-governor', 'to be told']);
  });

  test('M46: a talk about the trust as a whole is for the chair of the board alone', () => {
    expect(who({ urns: [] })).toEqual([['chair', 'p-chair', 'to be told']]);
  });

  test('M46: each school once, and a role that nobody holds is a gap that is named', () => {
    const found = tellings(OWLS_OUTSIDE, withChairs({ people: [] }), talk({ urns: [ASH.urn, ASH.urn] }));
    expect(found.map(({ role, person }) => [role, person])).toEqual([
      ['head', undefined],
      ['chair', undefined],
    ]);
    expect(found[0]?.why.because).toContain('Nobody on record holds this role.');
  });

  test('M46: who was told, or recorded the talk, is told', () => {
    expect(who({ told: [{ person: 'p-ash', at: '2026-11-11T09:00:00Z' }] })[0]).toEqual(['head', 'p-ash', 'told']);
    expect(who({ recordedBy: 'p-ash' })[0]).toEqual(['head', 'p-ash', 'told']);
  });

  test('M46: a talk the trust begins is known to the school beforehand, or it was told late', () => {
    const told = (when: string) => who({ startedBy: 'trust', told: [{ person: 'p-ash', at: when }] })[0]?.[2];
    expect(told('2026-11-10T10:00:00Z')).toBe('told');
    expect(told('2026-11-10T10:00:01Z')).toBe('told late');
    const chair = [{ person: 'p-chair', at: '2026-11-12T10:00:00Z' }];
    expect(who({ startedBy: 'trust', told: chair })[1]).toEqual(['chair', 'p-chair', 'told']);
  });

  test('M46: an exception with a reason keeps out the one it names, and never the chair of the board', () => {
    expect(who({ governorsToo: [ASH.urn], withheld: [withheld()] })).toEqual([
      ['head', 'p-ash', 'withheld'],
      ['governor-chair', 'p-governor', 'to be told'],
      ['chair', 'p-chair', 'to be told'],
    ]);
  });

  test('M46: an exception without a reason, or none of the two, keeps nobody out and is refused', () => {
    for (const bad of [withheld({ reason: '  ' }), withheld({ exception: 'awkward' })]) {
      expect(who({ withheld: [bad] })[0]?.[2]).toBe('to be told');
      expect(checkTalk(OWLS_OUTSIDE, talk({ withheld: [bad] }))).toMatchObject({ ok: false, why: { rule: 'M46' } });
    }
    expect(checkTalk(OWLS_OUTSIDE, talk({ withheld: [withheld()] }))).toEqual({ ok: true });
  });

  test('M46: a talk has a body of the policy, words, and only its own schools', () => {
    expect(checkTalk(OWLS_OUTSIDE, talk())).toEqual({ ok: true });
    expect(checkTalk(OWLS_OUTSIDE, talk({ body: 'press' }))).toEqual({
      ok: false,
      says: 'Choose one of dfe, regional-director, ofsted, local-authority.',
      why: {
        because: ['press is no body of the policy.'],
        rule: 'M46',
        wouldChange: 'Choose one of dfe, regional-director, ofsted, local-authority.',
      },
    });
    expect(checkTalk(OWLS_OUTSIDE, talk({ about: '' }))).toEqual({
      ok: false,
      says: 'Say what the talk is about.',
      why: {
        because: ['It has no words.'],
        rule: 'M46',
        wouldChange: 'Say what the talk is about.',
      },
    });
    expect(checkTalk(OWLS_OUTSIDE, talk({ governorsToo: [BROOK.urn] }))).toEqual({
      ok: false,
      says: 'Add the school to the talk, or leave it out.',
      why: {
        because: ['100002 is not part of the talk.'],
        rule: 'M46',
        wouldChange: 'Add the school to the talk, or leave it out.',
      },
    });
    expect(checkTalk(OWLS_OUTSIDE, talk({ withheld: [withheld({ urn: BROOK.urn })] }))).toEqual({
      ok: false,
      says: 'Add the school to the talk, or leave it out.',
      why: {
        because: ['100002 is not part of the talk.'],
        rule: 'M46',
        wouldChange: 'Add the school to the talk, or leave it out.',
      },
    });
  });
});

describe('what talks ask of people', () => {
  const tasks = (other: Partial<Talk> = {}, facts: Facts = withChairs(), when = '2026-11-20T12:00') =>
    talkTasks(OWLS, OWLS_OUTSIDE, facts, [talk(other)], at(when));

  test('M46: who recorded it tells each of them within a week', () => {
    expect(tasks()).toEqual([
      {
        because: 'The talk is about Ash Tree Primary School.',
        by: '2026-11-17T17:00:00Z',
        key: 'talk-tell/t-1/head/100001/p-office',
        kind: 'task',
        otherwise: 'They learn of it from others, or not at all.',
        person: 'p-office',
        rule: 'M46',
        since: '2026-11-11T08:00:00Z',
        title: 'Tell the head of Ash Tree Primary School of the talk with Ofsted',
        urn: '100001',
      },
      {
        because: 'The chair of the board knows of every such talk.',
        by: '2026-11-17T17:00:00Z',
        key: 'talk-tell/t-1/chair/trust/p-office',
        kind: 'task',
        otherwise: 'They learn of it from others, or not at all.',
        person: 'p-office',
        rule: 'M46',
        since: '2026-11-11T08:00:00Z',
        title: 'Tell the chair of the board of the talk with Ofsted',
      },
    ]);
  });

  test('M46: a talk the trust plans is told of before it begins, even on the same day', () => {
    const planned = { startedBy: 'trust', at: '2026-11-18T10:00:00Z' } as const;
    expect(tasks(planned)[0]).toEqual({
      because: 'The talk is about Ash Tree Primary School.',
      by: '2026-11-18T10:00:00Z',
      key: 'talk-tell/t-1/head/100001/p-office',
      kind: 'task',
      otherwise: 'They learn of it from others, or not at all.',
      person: 'p-office',
      rule: 'M46',
      since: '2026-11-11T08:00:00Z',
      title: 'Tell the head of Ash Tree Primary School of the talk with Ofsted',
      urn: '100001',
    });
    const today = { ...planned, at: '2026-11-10T12:00:00Z' };
    expect(tasks(today)[0]).toEqual({
      because: 'The talk is about Ash Tree Primary School.',
      by: '2026-11-10T12:00:00Z',
      key: 'talk-tell/t-1/head/100001/p-office',
      kind: 'task',
      otherwise: 'They learn of it from others, or not at all.',
      person: 'p-office',
      rule: 'M46',
      since: '2026-11-10T08:00:00Z',
      title: 'Tell the head of Ash Tree Primary School of the talk with Ofsted',
      urn: '100001',
    });
    const early = { ...planned, at: '2026-11-10T07:30:00Z', recordedAt: '2026-11-10T07:00:00Z' };
    expect(tasks(early)[0]).toEqual({
      because: 'The talk is about Ash Tree Primary School.',
      by: '2026-11-10T07:30:00Z',
      key: 'talk-tell/t-1/head/100001/p-office',
      kind: 'task',
      otherwise: 'They learn of it from others, or not at all.',
      person: 'p-office',
      rule: 'M46',
      since: '2026-11-10T07:00:00Z',
      title: 'Tell the head of Ash Tree Primary School of the talk with Ofsted',
      urn: '100001',
    });
    const after = { ...planned, recordedAt: '2026-11-19T10:00:00Z' };
    expect(tasks(after)[0]).toEqual({
      because: 'The talk is about Ash Tree Primary School.',
      by: '2026-11-26T17:00:00Z',
      key: 'talk-tell/t-1/head/100001/p-office',
      kind: 'task',
      otherwise: 'They learn of it from others, or not at all.',
      person: 'p-office',
      rule: 'M46',
      since: '2026-11-20T08:00:00Z',
      title: 'Tell the head of Ash Tree Primary School of the talk with Ofsted',
      urn: '100001',
    });
  });

  test('M46: no task once told or withheld, and none about a school that is not of the trust', () => {
    const told = [
      { person: 'p-ash', at: '2026-11-11T09:00:00Z' },
      { person: 'p-chair', at: '2026-11-11T09:00:00Z' },
    ];
    expect(tasks({ told })).toEqual([]);
    expect(tasks({ withheld: [withheld()] }).map(({ key }) => key)).toEqual(['talk-tell/t-1/chair/trust/p-office']);
    expect(tasks({}, withChairs({ schools: [{ ...ASH, left: '2026-11-15' }] }))).toHaveLength(1);
    expect(tasks({}, withChairs({ schools: [{ ...ASH, joined: '2027-01-01' }] }))).toHaveLength(1);
    expect(tasks({ urns: ['999999'] })).toHaveLength(1);
  });

  test('M46: the CEO tells where the recorder is no longer there, and nobody is asked of nobody', () => {
    expect(tasks({ recordedBy: 'p-gone' }).map(({ person }) => person)).toEqual(['p-ceo', 'p-ceo']);
    expect(tasks({}, withChairs({ people: [] }))).toEqual([]);
  });

  test('M46: nobody who is kept out or still to be told is ever the one who is asked about themselves', () => {
    const ids = fc.constantFrom('p-ash', 'p-chair', 'p-governor', 'p-office', 'p-ceo', 'p-gone');
    fc.assert(
      fc.property(
        ids,
        fc.boolean(),
        fc.boolean(),
        fc.subarray(['head', 'governor-chair'] as const),
        (recordedBy, own, governors, kept) => {
          const given = talk({
            recordedBy,
            startedBy: own ? 'trust' : 'body',
            governorsToo: governors ? [ASH.urn] : [],
            withheld: kept.map((from) => withheld({ from })),
          });
          const open = tellings(OWLS_OUTSIDE, withChairs(), given).filter(({ state }) => state === 'to be told');
          const owed = talkTasks(OWLS, OWLS_OUTSIDE, withChairs(), [given], at('2026-12-01T12:00'));
          expect(owed).toHaveLength(open.length);
          expect(owed.every(({ person }, index) => person !== open[index]?.person)).toBe(true);
          const out = new Set<string>(kept.map((from) => (from === 'head' ? 'p-ash' : 'p-governor')));
          expect(owed.some(({ person }) => out.has(person) && person !== recordedBy)).toBe(false);
        },
      ),
    );
  });
});
