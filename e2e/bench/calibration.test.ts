import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scratch } from '../scratch.ts';
import { chance } from '../trusts/chance.ts';
import { calibrated } from './calibration.ts';
import { fitted } from './fit.ts';
import { casesOf, type PublishedSchool, publishedYears } from './published-years.ts';

const FIXTURE = fileURLToPath(new URL('../fixtures/ks2-results.csv', import.meta.url));
const files = scratch('bench-test');

/** Schools that differ for good and whose pupils each pass or fail by themselves: what the fit takes schools for. */
function madeSchools(count: number): readonly PublishedSchool[] {
  let rolls = 0;
  const roll = () => chance('made', rolls++);
  return Array.from({ length: count }, (_, place) => {
    const level = 0.65 + (roll() + roll() + roll() - 1.5) * 0.24;
    const pupils = 12 + Math.floor(roll() * 60);
    const passed = () =>
      Array.from({ length: pupils }, () => (roll() < level ? 1 : 0)).filter((one) => one === 1).length;
    const end = (year: string) => ({ year, value: Math.round((100 * passed()) / pupils), pupils, nation: 65 });
    return { urn: String(100_000 + place), ends: ['2016-17', '2017-18', '2018-19'].map(end) };
  });
}

describe('published years', () => {
  it('are read from the government’s file, oldest first, beside England’s of the year', () => {
    const schools = publishedYears(FIXTURE);
    const first = schools.find(({ urn }) => urn === '900201');
    expect(first?.ends).toEqual([
      { year: '2016-17', value: 52, pupils: 60, nation: 61 },
      { year: '2017-18', value: 70, pupils: 60, nation: 64 },
      { year: '2018-19', value: 55, pupils: 60, nation: 65 },
    ]);
    expect(new Set(schools.map(({ ends }) => ends.length))).toEqual(new Set([3]));
  });

  it('make a case of each year but the first, told only what came before it', () => {
    const [, second] = casesOf({
      urn: '900201',
      ends: [
        { year: '2016-17', value: 52, pupils: 60, nation: 61 },
        { year: '2017-18', value: 70, pupils: 58, nation: 64 },
        { year: '2018-19', value: 55, pupils: 59, nation: 65 },
      ],
    });
    expect(second).toMatchObject({ year: '2018-19', known: { pupils: 59, nation: 64 }, came: 55 });
    expect(second?.known.past.map(({ value }) => value)).toEqual([52, 70]);
  });

  it('are refused, by name, of a file that has a single year', () => {
    const file = join(files, 'one-year.csv');
    writeFileSync(file, 'RECTYPE,URN,SCHNAME,TELIG,PTRWM_EXP\n1,900201,Ashcombe,60,55%\n');
    expect(() => publishedYears(file, '2018-19')).toThrow(/one-year.csv has no school with two years of results/);
  });
});

describe('the calibration', () => {
  it('judges every school of the fixture by fits that had not seen it, and each year once a halving', () => {
    const schools = publishedYears(FIXTURE);
    const found = calibrated(schools);
    expect(found.schools).toBe(schools.length);
    expect(found.unseen.years).toBe(schools.length * 2 * found.halvings);
    expect(found.floor.years).toBe(found.unseen.years);
    expect(found.bySize.reduce((sum, { years }) => sum + years, 0)).toBe(found.unseen.years);
    expect(calibrated(schools)).toEqual(found);
  });

  it('finds the chance in a cohort that pupils by themselves make, and ranges that hold 8 times in 10', () => {
    const schools = madeSchools(160);
    const spread = fitted(schools.flatMap(casesOf));
    expect(spread.cohort).toBeGreaterThan(0.8);
    expect(spread.cohort).toBeLessThan(1.2);
    expect(spread.change).toBeLessThan(3);
    const { unseen, floor, chances } = calibrated(schools);
    expect(unseen.held).toBeGreaterThan(75);
    expect(unseen.held).toBeLessThan(85);
    expect(unseen.score).toBeLessThan(floor.score);
    // A chance that is told comes as often as told, within what 160 schools can show.
    const even = chances.find(({ told }) => told === 'about even');
    expect(even?.targets).toBeGreaterThan(100);
    expect(Math.abs((even?.reached ?? 0) - 50)).toBeLessThan(10);
  });

  it('notices schools that move more than the fit could know', () => {
    const calm = madeSchools(80);
    // From their second year on these schools are others: what came before says nothing.
    const restless = calm.map((one, at) => ({
      ...one,
      ends: [...one.ends.slice(0, 1), ...(calm[at - 1] ?? one).ends.slice(1)],
    }));
    expect(fitted(restless.flatMap(casesOf)).change).toBeGreaterThan(fitted(calm.flatMap(casesOf)).change + 2);
  });
});

describe('npm run bench -- trajectory', () => {
  const program = fileURLToPath(new URL('../dist/bench.mjs', import.meta.url));
  const bench = (...args: readonly string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });

  it('prints what the file’s schools say, and by its exit whether the ranges are honest', () => {
    const { status, stdout } = bench('trajectory', '--results', FIXTURE);
    const { trajectory } = JSON.parse(stdout);
    expect(trajectory.schools).toBe(publishedYears(FIXTURE).length);
    expect(status).toBe(trajectory.honest ? 0 : 1);
  });

  it.each([
    ['no file', [], 'Give --results'],
    ['a file that is not there', ['--results', 'nowhere.csv'], 'There is no file nowhere.csv'],
    ['an option that is none', ['--result', 'x'], '--result'],
  ])('asked with %s, says which file to give', (_, args, says) => {
    const { status, stderr } = bench('trajectory', ...args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(says) });
    expect(stderr).toContain('Key Stage 2 performance tables of a county');
  });

  it('refuses a file that holds no results, without a stack', () => {
    const file = join(files, 'other.csv');
    writeFileSync(file, 'a,b\n1,2\n');
    const { status, stderr } = bench('trajectory', '--results', file);
    expect(status).toBe(1);
    expect(stderr).toContain('no Key Stage 2 results');
    expect(stderr).not.toContain('    at ');
  });
});
