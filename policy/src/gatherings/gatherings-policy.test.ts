import { describe, expect, test } from 'vitest';
import { OWLS } from '../owls.ts';
import { only } from './gatherings.examples.ts';
import { gatheringsDisagreements } from './gatherings-agreement.ts';
import { type GatheringDefinition, GatheringsPolicyShape } from './gatherings-policy.ts';
import { OWLS_GATHERINGS } from './owls-gatherings.ts';

const places = (change: (one: GatheringDefinition) => GatheringDefinition, ...kinds: readonly string[]) =>
  gatheringsDisagreements(only(kinds, change), OWLS).map(({ place, says }) => `${place}: ${says}`);

describe('the policy of the gatherings (M6-M12)', () => {
  test('OWLS’s values have the shape and contradict nothing', () => {
    expect(GatheringsPolicyShape.parse(OWLS_GATHERINGS)).toEqual(OWLS_GATHERINGS);
    expect(gatheringsDisagreements(OWLS_GATHERINGS, OWLS)).toEqual([]);
  });

  test('every rule from M6 to M12 has a meeting', () => {
    expect(new Set(OWLS_GATHERINGS.gatherings.map(({ rule }) => rule))).toEqual(
      new Set(['M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12']),
    );
  });

  test('an unknown rhythm, a frequency of none and an empty chair are refused, each at its place', () => {
    const [first] = OWLS_GATHERINGS.gatherings;
    const wrong = { ...OWLS_GATHERINGS, gatherings: [{ ...first, rhythm: 'monthly' }] };
    expect(GatheringsPolicyShape.safeParse(wrong).error?.issues[0]).toMatchObject({
      path: ['gatherings', 0, 'rhythm'],
      message: expect.stringContaining('must have a rhythm'),
    });
    const never = only(['school-review'], (one) =>
      one.rhythm === 'school half-termly' ? { ...one, times: { ...one.times, atLeast: 0 } } : one,
    );
    expect(GatheringsPolicyShape.safeParse(never).error?.issues[0]?.path).toEqual([
      'gatherings',
      0,
      'times',
      'atLeast',
    ]);
    const unled = only(['board'], (one) => ({ ...one, chair: [] }));
    expect(GatheringsPolicyShape.safeParse(unled).error?.issues[0]?.message).toContain('name at least one role');
  });

  test('a kind used twice, or used by the heads’ meetings, is named', () => {
    const same = (one: GatheringDefinition) => ({ ...one, kind: 'same' });
    expect(places(same, 'board', 'strategy-group')).toEqual([
      'gatherings[1].kind: same is there already: each must be another.',
    ]);
    expect(places((one) => ({ ...one, kind: 'strategic' }), 'board')).toEqual([
      'gatherings[0].kind: strategic is a kind of "meetings" already: give it another.',
    ]);
  });

  test('a place or a scope that the rhythm does not have is named', () => {
    expect(places((one) => ({ ...one, place: 'own school' }), 'board')).toEqual([
      'gatherings[0].place: does not fit the rhythm "trust termly": name a place, or "rotating".',
    ]);
    expect(places((one) => ({ ...one, place: 'rotating' }), 'head-and-ceo')).toEqual([
      'gatherings[0].place: does not fit the rhythm "school termly": it has its own school. Say "own school", or name a place.',
    ]);
    expect(places((one) => ({ ...one, place: 'own school' }), 'head-and-ceo', 'school-review', 'governors')).toEqual(
      [],
    );
    expect(places((one) => ({ ...one, place: 'rotating' }), 'board', 'moderation-year-groups')).toEqual([]);
    const scoped = (one: GatheringDefinition): GatheringDefinition => ({
      ...one,
      attendees: [
        { role: 'head', scope: 'cluster' },
        { role: 'head', scope: 'own school' },
      ],
    });
    expect(places(scoped, 'board')).toEqual([
      'gatherings[0].attendees[0].scope: does not fit the rhythm "trust termly": say "trust".',
      'gatherings[0].attendees[1].scope: does not fit the rhythm "trust termly": say "trust".',
    ]);
    expect(places(scoped, 'moderation-year-groups')).toEqual([
      'gatherings[0].attendees[1].scope: does not fit the rhythm "cluster termly": say "trust".',
    ]);
    expect(places(scoped, 'head-and-ceo')).toEqual([]);
  });

  test('M8: meeting a weaker school less often, and a last day before its first, are named', () => {
    const rare = (one: GatheringDefinition): GatheringDefinition =>
      one.rhythm === 'school half-termly'
        ? {
            ...one,
            last: { fromDays: 2, toDays: 9 },
            times: {
              ...one.times,
              grade: { ...one.times.grade, 1: 5 },
              heading: { ...one.times.heading, 'at risk': 1, better: 4 },
            },
          }
        : one;
    expect(places(rare, 'school-review')).toEqual([
      'gatherings[0].times.grade: meets a lower grade less often than a higher one: raise it.',
      'gatherings[0].times.heading: meets a school at risk less often than others: raise it.',
      'gatherings[0].last.toDays: must be 2 or less: it is the later of the two days.',
    ]);
    const sameDay = (one: GatheringDefinition): GatheringDefinition =>
      one.rhythm === 'school half-termly' ? { ...one, last: { fromDays: 4, toDays: 4 } } : one;
    expect(places(sameDay, 'school-review')).toEqual([]);
  });

  test('a term the calendar does not have is named; without the trust’s policy it can’t be', () => {
    const trinity = only(['board'], (one) => ('weekdays' in one ? { ...one, terms: ['trinity'] } : one));
    expect(gatheringsDisagreements(trinity, OWLS)).toEqual([
      {
        place: 'gatherings[0].terms[0]',
        says: 'trinity is no term of the calendar: name one of autumn, spring, summer.',
      },
    ]);
    expect(gatheringsDisagreements(trinity)).toEqual([]);
  });

  test('a meeting past midnight, a day that ends before it begins and days out of order are named', () => {
    expect(places((one) => ({ ...one, time: '23:00' }), 'board')).toEqual([
      'gatherings[0].minutes: run past midnight: shorten it or begin earlier.',
    ]);
    expect(places((one) => ({ ...one, time: '22:00' }), 'board')).toEqual([]);
    const wrong = {
      ...only([]),
      day: { ...OWLS_GATHERINGS.day, to: '08:00' },
      minutes: { ...OWLS_GATHERINGS.minutes, dueDays: 42 },
      agenda: { ...OWLS_GATHERINGS.agenda, daysBefore: 3, reminderDaysBefore: 3 },
      actions: { ...OWLS_GATHERINGS.actions, chaseDaysAfter: [8, 8] },
    };
    expect(gatheringsDisagreements(wrong).map(({ place, says }) => `${place}: ${says}`)).toEqual([
      `day.to: must be later than ${OWLS_GATHERINGS.day.from}.`,
      'minutes.droppedAfterDays: must be more than the 42 days they have.',
      'agenda.reminderDaysBefore: must be fewer than the 3 of the agenda.',
      'actions.chaseDaysAfter[1]: must be more than the days before it.',
    ]);
    const bare = {
      ...wrong,
      day: { ...wrong.day, to: wrong.day.from },
      agenda: { ...wrong.agenda, reminderDaysBefore: 2 },
      actions: { ...wrong.actions, chaseDaysAfter: [5] },
    };
    expect(gatheringsDisagreements(bare).map(({ place }) => place)).toEqual(['day.to', 'minutes.droppedAfterDays']);
  });
});
