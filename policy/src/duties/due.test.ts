import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import type { RecordedMeeting } from '../meetings/meeting.ts';
import { plan } from '../meetings/plan.ts';
import { OWLS } from '../owls.ts';
import { due } from './due.ts';
import type { Duty } from './duty.ts';

const { ASH, AUTUMN_2, BROOK, CEDAR, DALE, at, facts, soapReturn } = made;

const owed = (when: string, other: Partial<Facts> = {}) => due(OWLS, facts(other), at(when));
const keys = (duties: readonly Duty[]) => duties.map(({ key }) => key);
const people = (duties: readonly Duty[], kind: Duty['kind']) =>
  duties.flatMap((duty) => (duty.kind === kind && 'person' in duty ? [duty.person] : []));
const returned = (...schools: readonly (typeof ASH)[]) => schools.map((one) => soapReturn(one, AUTUMN_2));
const judged = (urn: string, validated: boolean) => ({
  urn,
  halfTerm: AUTUMN_2,
  proposed: { category: '2b', by: 'p-north', at: '2026-12-10T10:00:00Z', because: 'Seen.' },
  ...(validated ? { validated: { category: '2b', by: 'p-ceo', at: '2026-12-11T10:00:00Z' } } : {}),
});

describe('the prompt and its reminders (M14)', () => {
  test('nothing is owed before the window opens', () => {
    expect(owed('2026-11-30T07:59')).toEqual([]);
  });

  test('each head is prompted for each of their schools when it opens, two prompts for a head of two', () => {
    const duties = owed('2026-11-30T08:00');
    expect(keys(duties)).toEqual([
      `soap-prompt/${AUTUMN_2}/${ASH.urn}/p-ash`,
      `soap-prompt/${AUTUMN_2}/${BROOK.urn}/p-brook`,
      `soap-prompt/${AUTUMN_2}/${CEDAR.urn}/p-two`,
      `soap-prompt/${AUTUMN_2}/${DALE.urn}/p-two`,
    ]);
    expect(duties[0]).toEqual({
      kind: 'soap-prompt',
      key: `soap-prompt/${AUTUMN_2}/${ASH.urn}/p-ash`,
      rule: 'M14',
      since: '2026-11-30T08:00:00Z',
      by: '2026-12-09T17:00:00Z',
      because: 'The collection for Autumn 2, 2026-27 is open and Ash Tree Primary School has not returned yet.',
      otherwise: 'Without it a reminder follows, then the head leader and the CEO are told.',
      person: 'p-ash',
      halfTerm: AUTUMN_2,
      urn: ASH.urn,
    });
  });

  test('who has returned is left in peace', () => {
    expect(people(owed('2026-11-30T08:00', { returns: returned(ASH, CEDAR) }), 'soap-prompt')).toEqual([
      'p-brook',
      'p-two',
    ]);
  });

  test('what was delivered is not owed again', () => {
    const delivered = new Set(keys(owed('2026-11-30T08:00')));
    expect(owed('2026-12-02T12:00', { delivered })).toEqual([]);
  });

  test('a reminder follows two days before the due date and one day after it', () => {
    const first = owed('2026-12-07T08:00');
    expect(keys(first)).toContain(`soap-reminder/${AUTUMN_2}/-2/${ASH.urn}/p-ash`);
    expect(first[0]).toEqual({
      because: 'The return of Ash Tree Primary School for Autumn 2, 2026-27 is due soon and has not come in.',
      by: '2026-12-09T17:00:00Z',
      halfTerm: '2026-27/autumn-2',
      key: 'soap-reminder/2026-27/autumn-2/-2/100001/p-ash',
      kind: 'soap-reminder',
      otherwise: 'Without it a reminder follows, then the head leader and the CEO are told.',
      person: 'p-ash',
      rule: 'M14',
      since: '2026-12-07T08:00:00Z',
      urn: '100001',
    });
    const late = owed('2026-12-10T08:00').find(({ kind }) => kind === 'soap-reminder');
    expect(late).toEqual({
      because: 'The return of Ash Tree Primary School for Autumn 2, 2026-27 is overdue.',
      by: '2026-12-18T17:00:00Z',
      halfTerm: '2026-27/autumn-2',
      key: 'soap-reminder/2026-27/autumn-2/+1/100001/p-ash',
      kind: 'soap-reminder',
      otherwise: 'Without it the school is missing from the picture the trust works with this half term.',
      person: 'p-ash',
      rule: 'M14',
      since: '2026-12-10T08:00:00Z',
      urn: '100001',
    });
  });

  test('the newest reminder whose time has passed is sent, in whatever order the policy names them', () => {
    const reminders = [
      { days: 1, at: '08:00' },
      { days: 0, at: '08:00' },
      { days: -2, at: '08:00' },
    ];
    const policy = { ...OWLS, soap: { ...OWLS.soap, reminders } };
    const marks = (when: string) =>
      due(policy, facts(), at(when))
        .map(({ key }) => key)
        .filter((key) => key.endsWith(`${ASH.urn}/p-ash`));
    expect(marks('2026-12-07T07:59')).toEqual([`soap-prompt/${AUTUMN_2}/${ASH.urn}/p-ash`]);
    expect(marks('2026-12-08T08:00')).toEqual([`soap-reminder/${AUTUMN_2}/-2/${ASH.urn}/p-ash`]);
    expect(marks('2026-12-09T08:00')).toEqual([`soap-reminder/${AUTUMN_2}/+0/${ASH.urn}/p-ash`]);
    expect(marks('2026-12-10T08:00')).toEqual([`soap-reminder/${AUTUMN_2}/+1/${ASH.urn}/p-ash`]);
  });

  test('a service that was down sends one message for a school, never a pile', () => {
    const duties = owed('2026-12-10T09:00').filter(({ kind }) => kind.startsWith('soap-'));
    expect(keys(duties)).toHaveLength(4);
  });

  test('once the window closed nothing is asked any more', () => {
    expect(owed('2026-12-18T17:00').filter(({ kind }) => kind.startsWith('soap-'))).toEqual([]);
  });

  test('nothing is asked for a school that left, or has not joined yet', () => {
    const schools = [{ ...ASH, left: '2026-11-30' }, { ...BROOK, joined: '2027-01-01' }, CEDAR, DALE];
    expect(people(owed('2026-11-30T08:00', { schools }), 'soap-prompt')).toEqual(['p-two', 'p-two']);
  });

  test('a school without a head is asked of nobody', () => {
    const headless = made.PEOPLE.filter(({ id }) => id !== 'p-brook');
    expect(keys(owed('2026-11-30T08:00', { people: headless })).join()).not.toContain(BROOK.urn);
  });

  test('before the first known half term’s window nothing is owed', () => {
    expect(owed('2024-09-03T09:00')).toEqual([]);
  });

  test('beyond the known years nothing is owed', () => {
    expect(owed('2029-12-01T08:00')).toEqual([]);
  });
});

describe('escalation of overdue returns (M14)', () => {
  const escalated = (when: string, other: Partial<Facts> = {}) =>
    owed(when, other).flatMap((duty) => (duty.kind === 'soap-escalation' ? [[duty.person, duty.urns] as const] : []));

  test('goes to the head leader two days after the due date, to the CEO where there is none', () => {
    expect(escalated('2026-12-10T12:00')).toEqual([]);
    expect(escalated('2026-12-11T08:00')).toEqual([
      ['p-leader', [ASH.urn, BROOK.urn]],
      ['p-ceo', [CEDAR.urn, DALE.urn]],
    ]);
  });

  test('goes to the CEO with every school after four, which falls on a Sunday and so waits for Monday', () => {
    expect(escalated('2026-12-13T12:00')).toEqual(escalated('2026-12-11T08:00'));
    expect(escalated('2026-12-14T08:00')).toEqual([
      ['p-leader', [ASH.urn, BROOK.urn]],
      ['p-ceo', [ASH.urn, BROOK.urn, CEDAR.urn, DALE.urn]],
    ]);
  });

  test('names only what is still owed, a school without a head too', () => {
    const headless = made.PEOPLE.filter(({ id }) => id !== 'p-brook');
    const found = escalated('2026-12-11T08:00', { people: headless, returns: returned(ASH, CEDAR, DALE) });
    expect(found).toEqual([['p-leader', [BROOK.urn]]]);
    const one = owed('2026-12-11T08:00', { people: headless, returns: returned(ASH, CEDAR, DALE) }).find(
      ({ kind }) => kind === 'soap-escalation',
    );
    expect(one?.because).toBe('A return for Autumn 2, 2026-27 is overdue.');
  });

  test('says of how many returns it is, and what follows without them', () => {
    expect(owed('2026-12-11T08:00').find(({ kind }) => kind === 'soap-escalation')).toEqual({
      kind: 'soap-escalation',
      key: `soap-escalation/${AUTUMN_2}/+2/p-leader`,
      rule: 'M14',
      since: '2026-12-11T08:00:00Z',
      by: '2026-12-18T17:00:00Z',
      because: '2 returns for Autumn 2, 2026-27 are overdue.',
      otherwise: 'Without them the half term is closed with gaps.',
      person: 'p-leader',
      halfTerm: AUTUMN_2,
      urns: [ASH.urn, BROOK.urn],
    });
  });

  test('of two steps to one person the later one counts, in whatever order the policy names them', () => {
    const escalations = [
      { days: 4, at: '08:00', to: 'ceo' as const },
      { days: 2, at: '08:00', to: 'ceo' as const },
    ];
    const policy = { ...OWLS, soap: { ...OWLS.soap, escalations } };
    const told = (when: string) => keys(due(policy, facts(), at(when))).filter((key) => key.startsWith('soap-esc'));
    expect(told('2026-12-11T08:00')).toEqual([`soap-escalation/${AUTUMN_2}/+2/p-ceo`]);
    expect(told('2026-12-14T08:00')).toEqual([`soap-escalation/${AUTUMN_2}/+4/p-ceo`]);
  });

  test('follows the roles that the policy names', () => {
    const policy = {
      ...OWLS,
      soap: {
        ...OWLS.soap,
        escalations: [
          { days: 2, at: '08:00', to: 'cluster-leader' as const },
          { days: 2, at: '09:00', to: 'chair' as const },
        ],
      },
    };
    const chair = made.person('p-chair', 'Chair', ['chair', made.trust]);
    const duties = due(policy, facts({ people: [...made.PEOPLE, chair] }), at('2026-12-11T10:00'));
    expect(people(duties, 'soap-escalation')).toEqual(['p-north', 'p-south', 'p-chair']);
  });
});

describe('the round of categories (M25, M26)', () => {
  test('each cluster leader is asked when the returns are due', () => {
    const before = owed('2026-12-09T16:59', { returns: returned(...made.SCHOOLS) });
    expect(before).toEqual([]);
    const duties = owed('2026-12-09T17:00', { returns: returned(...made.SCHOOLS) });
    expect(keys(duties)).toEqual([
      `category-proposal/${AUTUMN_2}/North/p-north`,
      `category-proposal/${AUTUMN_2}/South/p-south`,
    ]);
    expect(duties[0]).toEqual({
      kind: 'category-proposal',
      key: `category-proposal/${AUTUMN_2}/North/p-north`,
      rule: 'M25',
      since: '2026-12-09T17:00:00Z',
      by: '2026-12-14T17:00:00Z',
      because: '2 schools of North have no category proposed for Autumn 2, 2026-27.',
      otherwise: 'Without a proposal the CEO has nothing to validate and the summary names the gap.',
      person: 'p-north',
      halfTerm: AUTUMN_2,
      cluster: 'North',
    });
  });

  test('the CEO is asked for a cluster without a leader, and for schools of no cluster', () => {
    const without = made.PEOPLE.filter(({ id }) => id !== 'p-south');
    const schools = [ASH, { ...BROOK, cluster: '' }, CEDAR, DALE];
    const duties = owed('2026-12-10T07:00', { people: without, schools, returns: returned(...made.SCHOOLS) });
    expect(keys(duties)).toEqual([
      `category-proposal/${AUTUMN_2}/North/p-north`,
      `category-proposal/${AUTUMN_2}//p-ceo`,
      `category-proposal/${AUTUMN_2}/South/p-ceo`,
    ]);
    expect(duties[1]?.because).toBe('One school of no cluster has no category proposed for Autumn 2, 2026-27.');
  });

  test('a cluster with everything proposed is left in peace', () => {
    const judgements = [judged(ASH.urn, false), judged(BROOK.urn, true)];
    const duties = owed('2026-12-10T07:00', { judgements, returns: returned(ASH, BROOK, CEDAR, DALE) });
    expect(keys(duties)).toEqual([`category-proposal/${AUTUMN_2}/South/p-south`]);
  });

  test('the CEO validates once all is proposed, or at the date with what there is', () => {
    const some = { judgements: [judged(ASH.urn, false)] };
    const every = { judgements: made.SCHOOLS.map(({ urn }) => judged(urn, false)) };
    expect(people(owed('2026-12-10T07:00', some), 'category-validation')).toEqual([]);
    expect(people(owed('2026-12-10T07:00', every), 'category-validation')).toEqual(['p-ceo']);
    expect(people(owed('2026-12-14T17:00', some), 'category-validation')).toEqual(['p-ceo']);
    expect(people(owed('2026-12-14T17:00'), 'category-validation')).toEqual([]);
    const found = (when: string, other: Partial<Facts>) =>
      owed(when, other).find(({ kind }) => kind === 'category-validation');
    expect(found('2026-12-10T07:00', every)).toEqual({
      kind: 'category-validation',
      key: `category-validation/${AUTUMN_2}/p-ceo`,
      rule: 'M25',
      since: '2026-12-09T17:00:00Z',
      by: '2026-12-16T17:00:00Z',
      because: '4 of 4 categories for Autumn 2, 2026-27 await your validation.',
      otherwise: 'Without it the summary goes out with gaps named.',
      person: 'p-ceo',
      halfTerm: AUTUMN_2,
    });
    const part = { judgements: [judged(ASH.urn, true), judged(BROOK.urn, false)] };
    expect(found('2026-12-14T17:00', part)).toEqual({
      because: '1 of 4 categories for Autumn 2, 2026-27 await your validation.',
      by: '2026-12-16T17:00:00Z',
      halfTerm: '2026-27/autumn-2',
      key: 'category-validation/2026-27/autumn-2/p-ceo',
      kind: 'category-validation',
      otherwise: 'Without it the summary goes out with gaps named.',
      person: 'p-ceo',
      rule: 'M25',
      since: '2026-12-14T17:00:00Z',
    });
    expect(found('2026-12-14T16:59', part)).toBeUndefined();
    expect(found('2026-12-14T17:00', { judgements: [judged(ASH.urn, true)] })).toBeUndefined();
  });

  test('the summary is posted as soon as the round is complete', () => {
    const judgements = made.SCHOOLS.map(({ urn }) => judged(urn, true));
    expect(owed('2026-12-11T12:00', { judgements, returns: returned(...made.SCHOOLS) })).toEqual([
      {
        kind: 'category-summary',
        key: `category-summary/${AUTUMN_2}`,
        rule: 'M26',
        since: '2026-12-09T17:00:00Z',
        because: 'The categorisation round of Autumn 2, 2026-27 is complete or at its end.',
        otherwise: 'Without it schools do not hear what the round led to.',
        halfTerm: AUTUMN_2,
      },
    ]);
  });

  test('or on the last day at noon, and then nobody is asked for more', () => {
    const late = { returns: returned(...made.SCHOOLS), judgements: [judged(ASH.urn, true)] };
    expect(keys(owed('2026-12-18T11:59', late))).not.toContain(`category-summary/${AUTUMN_2}`);
    expect(keys(owed('2026-12-18T12:00', late))).toEqual([`category-summary/${AUTUMN_2}`]);
  });

  test('a summary missed in its half term is posted after the holiday, if anybody had been asked', () => {
    const delivered = new Set([`category-proposal/${AUTUMN_2}/North/p-north`]);
    expect(keys(owed('2027-01-06T09:00', { delivered }))).toEqual([`category-summary/${AUTUMN_2}`]);
    expect(keys(owed('2027-01-06T09:00'))).toEqual([]);
    const earlier = new Set([`category-proposal/${made.AUTUMN_1}/North/p-north`, `soap-prompt/${AUTUMN_2}/x/y`]);
    expect(keys(owed('2027-01-06T09:00', { delivered: earlier }))).toEqual([]);
    expect(keys(owed('2027-01-26T09:00', { delivered }))).not.toContain(`category-summary/${AUTUMN_2}`);
  });

  test('a trust without schools or people owes nothing', () => {
    expect(owed('2026-12-18T12:00', { schools: [] })).toEqual([]);
    expect(owed('2026-12-15T12:00', { people: [] })).toEqual([]);
  });
});

describe('meetings into calendars (M4, M5)', () => {
  const agreed = () =>
    plan(OWLS, facts(), '2026-27').map((one): RecordedMeeting => ({ ...one, state: 'agreed', version: '1' }));

  test('an agreed meeting ahead is owed its event, a past, cancelled or entered one is not', () => {
    const meetings = agreed()
      .slice(-3)
      .map((one, place) =>
        place === 0
          ? { ...one, state: 'in calendars' as const, eventId: 'e' }
          : place === 1
            ? { ...one, state: 'cancelled' as const }
            : one,
      );
    const last = agreed().at(-1);
    const entered = last && { ...last, key: 'entered', eventId: 'e' };
    const adopted = last && { ...last, key: 'adopted', state: 'in calendars' as const };
    const duties = owed('2026-11-23T09:00', {
      meetings: [...agreed().slice(0, 4), ...meetings, ...(entered && adopted ? [entered, adopted] : [])],
    });
    expect(duties).toEqual([
      {
        kind: 'meeting-event',
        key: `meeting-event/${last?.key}`,
        rule: 'M5',
        since: '2026-08-24T23:00:00Z',
        by: at(last?.start ?? '').toString(),
        because: 'Advisory heads meeting is agreed and stands in no calendar yet.',
        otherwise: 'Without an event nobody is invited.',
        meeting: last?.key,
      },
    ]);
  });

  test('a meeting of a kind or year that the policy no longer knows is still owed', () => {
    const [first] = agreed().slice(-1);
    const odd = first && { ...first, kind: 'gone', year: '2029-30', key: 'gone/1' };
    expect(owed('2026-11-23T09:00', { meetings: odd ? [odd] : [] })).toEqual([
      {
        because: 'Advisory heads meeting is agreed and stands in no calendar yet.',
        by: '2027-07-08T12:30:00Z',
        key: 'meeting-event/gone/1',
        kind: 'meeting-event',
        meeting: 'gone/1',
        otherwise: 'Without an event nobody is invited.',
        rule: 'M3',
        since: '2027-07-07T23:00:00Z',
      },
    ]);
    const bare = {
      ...OWLS,
      calendar: {
        ...OWLS.calendar,
        years: [...OWLS.calendar.years, { year: '2029-30', halfTerms: [], insetDays: [] }],
      },
    };
    expect(due(bare, facts({ meetings: odd ? [odd] : [] }), at('2026-11-23T09:00'))).toEqual([
      {
        because: 'Advisory heads meeting is agreed and stands in no calendar yet.',
        by: '2027-07-08T12:30:00Z',
        key: 'meeting-event/gone/1',
        kind: 'meeting-event',
        meeting: 'gone/1',
        otherwise: 'Without an event nobody is invited.',
        rule: 'M3',
        since: '2027-07-07T23:00:00Z',
      },
    ]);
  });
});
