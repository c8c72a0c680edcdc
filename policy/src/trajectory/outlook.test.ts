import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { angleOf, normalBelow, percentAt } from './angle.ts';
import { chanceInWords } from './chance-words.ts';
import { chanceOf, type Known, type Outlook, outlookOf, predicted } from './outlook.ts';
import { OWLS_TRAJECTORY } from './owls-trajectory.ts';

const percent = fc.double({ min: 0, max: 100, noNaN: true });
const pupils = fc.integer({ min: 1, max: 200 });
const end = fc.record({ value: percent, pupils, nation: percent }, { requiredKeys: ['value', 'pupils'] });
const passed = fc.double({ min: 0, max: 1, noNaN: true });
const known: fc.Arbitrary<Known> = fc.record(
  { pupils, past: fc.array(end, { maxLength: 3 }), nation: percent, onTrack: fc.record({ value: percent, passed }) },
  { requiredKeys: ['pupils', 'past', 'onTrack'] },
);

function seen(given: Known): Outlook {
  const prediction = predicted(OWLS_TRAJECTORY, given);
  if (!prediction) throw new Error('Too little is known.');
  return outlookOf(prediction, given.pupils);
}
const width = (given: Known) => seen(given).high - seen(given).low;

describe('where a year is heading (M23)', () => {
  test('M23: the range holds its middle, lies within 0 to 100 and is the same for the same facts', () => {
    fc.assert(
      fc.property(known, (given) => {
        const { low, middle, high } = seen(given);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(middle).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(middle);
        expect(high).toBeLessThanOrEqual(100);
        expect(seen(structuredClone(given))).toEqual({ low, middle, high });
      }),
    );
  });

  test('M23: what is said grows surer as the year goes on, and the range of a steady figure narrower', () => {
    fc.assert(
      fc.property(known, percent, passed, passed, (given, value, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const surety = (at: number) =>
          predicted(OWLS_TRAJECTORY, { ...given, onTrack: { value, passed: at } })?.variance ?? Number.NaN;
        expect(surety(late)).toBeLessThanOrEqual(surety(early));
        const steady = (at: number): Known => ({ ...given, past: [], nation: value, onTrack: { value, passed: at } });
        // A whole point more or less is rounding.
        expect(width(steady(late))).toBeLessThanOrEqual(width(steady(early)) + 1);
      }),
    );
    const first = width({ pupils: 30, past: [], onTrack: { value: 70, passed: 0 } });
    expect(width({ pupils: 30, past: [], onTrack: { value: 70, passed: 1 } })).toBeLessThan(first - 5);
  });

  test('M23: a smaller cohort is less sure, and its range wider', () => {
    fc.assert(
      fc.property(known, pupils, pupils, (given, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)];
        const surety = (of: number) => predicted(OWLS_TRAJECTORY, { ...given, pupils: of })?.variance ?? Number.NaN;
        expect(surety(small)).toBeGreaterThanOrEqual(surety(large));
      }),
    );
    const widths = [120, 60, 30, 12].map((of) => width({ pupils: of, past: [{ value: 70, pupils: 30 }] }));
    expect(widths).toEqual([...widths].sort((one, other) => one - other));
    expect(new Set(widths).size).toBe(4);
  });

  test('M23: the chance falls with a higher target, and is 1 for one of nothing', () => {
    fc.assert(
      fc.property(known, percent, percent, (given, one, other) => {
        const prediction = predicted(OWLS_TRAJECTORY, given);
        if (!prediction) throw new Error('Too little is known.');
        const of = (target: number) => chanceOf(prediction, given.pupils, target, 'higher');
        const [low, high] = [of(Math.min(one, other)), of(Math.max(one, other))];
        expect(high).toBeLessThanOrEqual(low);
        expect(chanceInWords(high).share).toBeLessThanOrEqual(chanceInWords(low).share);
        expect(of(0)).toBe(1);
        // Where less is better, another pupil would be too many.
        const lower = (target: number) => chanceOf(prediction, given.pupils, target, 'lower');
        expect(lower(Math.min(one, other))).toBeLessThanOrEqual(lower(Math.max(one, other)));
        expect(lower(100)).toBe(1);
      }),
    );
  });

  test('M23: pupils are whole: 7 of 10 reach a target of 61% to 70% alike', () => {
    const ten: Known = { pupils: 10, past: [], onTrack: { value: 70, passed: 1 } };
    const prediction = predicted(OWLS_TRAJECTORY, ten);
    const chances = [61, 65, 70].map((target) => prediction && chanceOf(prediction, 10, target, 'higher'));
    expect(new Set(chances).size).toBe(1);
    expect(chances[0]).toBeGreaterThan(0.5);
  });

  test('M23: past years are drawn towards England, the more the fewer pupils they are of', () => {
    const middle = (of: number) =>
      seen({ pupils: 30, past: [{ value: 90, pupils: of, nation: 62 }], nation: 62 }).middle;
    expect(middle(10)).toBeLessThan(middle(60));
    expect(middle(60)).toBeLessThan(90);
    expect(middle(10)).toBeGreaterThan(62);
  });

  test('M23: a better year for everybody is not taken for a better school', () => {
    const middle = (nation: number) =>
      seen({ pupils: 60, past: [{ value: 70, pupils: 60, nation }], nation: 65 }).middle;
    expect(middle(70)).toBeLessThan(middle(60));
  });

  test('M23: nothing is said of a school of which nothing is known; England alone is not enough', () => {
    expect(predicted(OWLS_TRAJECTORY, { pupils: 30, past: [] })).toBeUndefined();
    expect(predicted(OWLS_TRAJECTORY, { pupils: 30, past: [], nation: 65 })).toBeUndefined();
    // A past year that England's can't be held against says nothing beside England's of now.
    expect(predicted(OWLS_TRAJECTORY, { pupils: 30, past: [{ value: 70, pupils: 30 }], nation: 65 })).toBeUndefined();
  });
});

describe('the numbers themselves (M23)', () => {
  const certain: Known = { pupils: 30, past: [], onTrack: { value: 70, passed: 1 } };
  const prediction = () => {
    const found = predicted(OWLS_TRAJECTORY, certain);
    if (!found) throw new Error('Something is known.');
    return found;
  };

  test('a return says its own figure, the surer the more pupils', () => {
    const of = (pupils: number) => predicted(OWLS_TRAJECTORY, { ...certain, pupils });
    expect(of(30)?.angle).toBeCloseTo(angleOf(70, 30), 12);
    // The judgement’s six points, and a quarter of the chance in a cohort of 30.
    expect(of(30)?.variance).toBeCloseTo(0.06 ** 2 + (0.25 * 1.4) / 122, 12);
    expect(of(1)?.variance).toBeCloseTo(0.06 ** 2 + (0.25 * 1.4) / 6, 12);
  });

  test('past years without England are their middle', () => {
    const past = [
      { value: 60, pupils: 30 },
      { value: 80, pupils: 30, nation: 65 },
    ];
    expect(predicted(OWLS_TRAJECTORY, { pupils: 30, past })?.angle).toBeCloseTo(
      (angleOf(60, 30) + angleOf(80, 30)) / 2,
      12,
    );
  });

  test('the chance of a target is the share of the distribution beyond it, to half a pupil', () => {
    const { angle, variance } = prediction();
    const beyond = (pupil: number) => 1 - normalBelow((angleOf((100 * pupil) / 30, 30) - angle) / Math.sqrt(variance));
    expect(chanceOf(prediction(), 30, 80, 'higher')).toBeCloseTo(beyond(23.5), 12);
    expect(chanceOf(prediction(), 30, 80, 'lower')).toBeCloseTo(1 - beyond(24.5), 12);
    expect(chanceOf(prediction(), 30, 80, 'higher')).toBeLessThan(0.2);
    expect(chanceOf(prediction(), 30, 80, 'lower')).toBeGreaterThan(0.8);
  });
});

describe('the scale and the words', () => {
  test('a figure is the same after its way to an angle and back', () => {
    fc.assert(
      fc.property(percent, pupils, (value, of) => {
        expect(percentAt(angleOf(value, of), of)).toBeCloseTo(value, 6);
      }),
    );
  });

  test('the normal distribution is that of the tables', () => {
    const table = [-1.2815515655, 0, 0.5, 1.6448536, 3].map(normalBelow);
    for (const [at, share] of [0.1, 0.5, 0.69146, 0.95, 0.99865].entries()) expect(table[at]).toBeCloseTo(share, 5);
  });

  test.each([
    [0, 'less than one in twenty'],
    [0.0499, 'less than one in twenty'],
    [0.05, 'about one in ten'],
    [0.07, 'about one in ten'],
    [0.3, 'about one in three'],
    [0.45, 'about even'],
    [0.64, 'about two in three'],
    [0.87, 'about nine in ten'],
    [0.95, 'about nine in ten'],
    [0.96, 'more than nineteen in twenty'],
  ])('%f is told as %s', (chance, says) => expect(chanceInWords(chance).says).toBe(says));
});
