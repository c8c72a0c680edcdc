import type { AcademicYear } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import { tenth } from '../tenth.ts';
import type { NationalPolicy, Series } from './national-policy.ts';
import { type Refusal, refused } from './refusal.ts';

const RULE = 'M18';
type Own = Pick<NationalPolicy, 'series' | 'unpublished' | 'level'>;

/** England's figure for a measure: of the year asked for, else of the newest year before it. */
interface NationalFigure {
  readonly ok: true;
  readonly series: Series;
  readonly value: number;
  /** The year the figure is of. */
  readonly year: AcademicYear;
  readonly why: Why;
}

/** A figure beside England's (M18). */
export interface AgainstNation {
  readonly ok: true;
  readonly measure: string;
  readonly value: number;
  readonly national: number;
  /** The year of England's figure. */
  readonly nationalYear: AcademicYear;
  /** The figure less England's: percentage points, or marks. */
  readonly difference: number;
  readonly standing: 'above' | 'in line' | 'below';
  readonly says: string;
  readonly why: Why;
}

/**
 * England's published figure for a measure in an academic year, or of the newest year not after it (M18). Refused for
 * a measure without a series, for a year before its first figure, and where what is measured changed in between.
 */
export function nationalOf(own: Own, measure: string, year: AcademicYear): NationalFigure | Refusal {
  const series = own.series.find((one) => one.measure === measure);
  if (!series) {
    const known = own.series.map((one) => one.measure).join(', ') || 'none';
    return refused(RULE, `There is no national series for ${measure}.`, `Choose one of: ${known}.`);
  }
  const found = series.values.findLast((one) => one.year <= year);
  if (!found) {
    const first = series.values[0]?.year;
    return refused(RULE, `${series.name} has no figure for ${year} or before.`, `Choose ${first} or a later year.`);
  }
  const broken = series.breaks.find(({ from }) => found.year < from && from <= year);
  if (broken) {
    const says = `Add England's figure for ${year} to the policy.`;
    return refused(RULE, `The newest figure is of ${found.year}, but ${small(broken.because)}`, says);
  }
  const none = own.unpublished.find((one) => one.year === year);
  return {
    ok: true,
    series,
    value: found.value,
    year: found.year,
    why: {
      rule: RULE,
      because: [
        ...(found.year === year ? [] : [notOfTheYear(year, found.year, none?.because)]),
        `${series.source}. Release: ${found.release}.`,
      ],
      wouldChange: 'A newer release, entered into the policy, would take its place.',
    },
  };
}

/**
 * A figure held against England's, in words (M18). A difference is in line while it is not above the policy's level,
 * nor above what one pupil of `pupils` makes. Refused where `nationalOf` refuses, and for a figure there can't be.
 */
export function againstNation(
  own: Own,
  given: {
    readonly measure: string;
    readonly value: number;
    readonly year: AcademicYear;
    /** How many pupils the figure speaks of, where that is known. */
    readonly pupils?: number;
  },
): AgainstNation | Refusal {
  const nation = nationalOf(own, given.measure, given.year);
  if (!nation.ok) return nation;
  const { series } = nation;
  if (!(given.value >= 0 && given.value <= series.max)) {
    return refused(RULE, `${given.value} can't be.`, `Give a figure from 0 to ${series.max} for ${series.name}.`);
  }
  if (given.pupils !== undefined && !(given.pupils > 0)) {
    return refused(RULE, `A figure of ${given.pupils} pupils says nothing.`, 'Leave out a year group without pupils.');
  }
  const difference = tenth(given.value - nation.value);
  const onePupil = series.unit === '%' && given.pupils !== undefined ? 100 / given.pupils : 0;
  // Of a percentage that is the level itself: its most is 100.
  const level = (own.level * series.max) / 100;
  const standing = Math.abs(difference) <= Math.max(level, onePupil) ? 'in line' : difference > 0 ? 'above' : 'below';
  return {
    ok: true,
    measure: series.measure,
    value: given.value,
    national: nation.value,
    nationalYear: nation.year,
    difference,
    standing,
    says: `${series.name}: ${shown(series, given.value)} against ${shown(series, nation.value)} in England (${nation.year}), ${apart(series, difference)}${standing === 'in line' && difference !== 0 ? ', which is in line' : ''}.`,
    why: {
      ...nation.why,
      because: [
        ...(standing === 'in line' && Math.abs(difference) > level
          ? [`One of ${given.pupils} pupils is ${tenth(onePupil)} points here.`]
          : [`A difference of up to ${tenth(level)} ${unit(series, level)} counts as in line.`]),
        ...nation.why.because,
      ],
    },
  };
}

function notOfTheYear(asked: AcademicYear, found: AcademicYear, because: string | undefined): string {
  const why = because ? `Assessments of ${asked} were ${because}` : `No figure of ${asked} is in the policy`;
  return `${why}; England's is of ${found}.`;
}

function shown({ unit: of, max }: Series, value: number): string {
  return of === '%' ? `${tenth(value)}%` : `${tenth(value)} of ${max}`;
}

function apart(series: Series, difference: number): string {
  if (difference === 0) return 'the same';
  const size = Math.abs(difference);
  return `${size} ${unit(series, size)} ${difference > 0 ? 'above' : 'below'}`;
}

function unit(series: Series, size: number): string {
  const one = series.unit === '%' ? 'point' : 'mark';
  return size === 1 ? one : `${one}s`;
}

function small(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
