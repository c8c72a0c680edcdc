import { z } from 'zod';
import type { PolicyFault } from '../policy-agreement.ts';
import { date, key, offset, percentage, role, text, whole } from '../policy-values.ts';
import { YEAR_GROUPS } from '../trust/school.ts';
import { isAcademicYear } from './academic-year.ts';

/** The shape of what a trust knows of the nation (M16-M18): averages, names of offices and services, assessments. */

const academicYear = z.string({ error: 'must be an academic year such as 2026-27.' }).refine(isAcademicYear, {
  error: 'must be an academic year such as 2026-27: the second year follows the first.',
});
const yearGroup = z.enum(YEAR_GROUPS, { error: `must be one of ${YEAR_GROUPS.join(', ')}.` });
const number = z.number({ error: 'must be a number.' });
const list = { error: 'must be a list; it can be empty.' };

/** Opens so many days from the half term's first day, is due and closes so many from its last. */
const window = { opens: offset, due: offset, closes: offset };

const apart = z.strictObject({ points: percentage, pupils: whole(0, 100) });

const series = z.strictObject({
  /** The key of the measure in results and returns it is held against. */
  measure: key,
  name: text,
  /** The year group that is assessed; left out for what is said of whole schools. */
  yearGroup: yearGroup.exactOptional(),
  unit: z.enum(['%', 'marks'], { error: 'must be "%" or "marks".' }),
  /** The highest figure there can be: 100 for a percentage, the full marks of a check. */
  max: number.positive({ error: 'must be above 0.' }),
  source: text,
  values: z
    .array(z.strictObject({ year: academicYear, value: number.min(0, { error: 'must be 0 or more.' }), release: text }))
    .min(1, { error: 'is empty: give a figure, or leave the series out.' }),
  /** Years from which figures can't be held against earlier ones, and why. */
  breaks: z.array(z.strictObject({ from: academicYear, because: text }), list),
});

const figure = z.strictObject({
  /** The key of the measure, the same as in returns and in England's series where they have it. */
  measure: key,
  name: text,
  unit: z.enum(['%', 'marks'], { error: 'must be "%" or "marks".' }),
  /** The highest figure there can be: 100 for a percentage. */
  max: number.positive({ error: 'must be above 0.' }),
  /** Measures of the same assessment that each of its pupils has too, so that it can't be above the lowest of them. */
  within: z.array(key, list).exactOptional(),
});

const assessment = z.strictObject({
  key,
  rule: z.enum(['M16', 'M17'], { error: 'must be M16 or M17.' }),
  name: text,
  yearGroup,
  /** The half term of the academic year it is taken in. */
  place: z.enum(['first', 'last'], { error: 'must be "first" or "last": the half term of the year.' }),
  /** What it was from which year on; it did not exist before the first. */
  statuses: z
    .array(
      z.strictObject({
        from: academicYear,
        status: z.enum(['statutory', 'optional'], { error: 'must be "statutory" or "optional".' }),
      }),
    )
    .min(1, { error: 'is empty: say from which year it is statutory or optional.' }),
  /** What the head records of it. */
  figures: z.array(figure, { error: 'must be a list.' }).min(1, { error: 'is empty: say what is recorded of it.' }),
  ...window,
});

export const NationalPolicyShape = z.strictObject({
  series: z.array(series, list),
  /** Years whose assessments were not held, and why. */
  unpublished: z.array(z.strictObject({ year: academicYear, because: text }), list),
  /** A difference from England of as many percentage points or fewer is in line with it. */
  level: percentage,
  /** What the seed calls by one name and the country has renamed since. The first name needs no date. */
  names: z.array(
    z.strictObject({ key, names: z.array(z.strictObject({ name: text, from: date.exactOptional() })).min(1) }),
    list,
  ),
  assessments: z.array(assessment, list),
  /** Whether the trust asks its schools for assessments that are optional in law. */
  askOptional: z.boolean({ error: 'must be true or false.' }),
  /** When heads analyse the year before: in the year's half term of this number. */
  analysis: z.strictObject({
    halfTerm: whole(1, 6),
    ...window,
    /** Reminders to the head; days from the due date, negative before it. */
    reminders: z.array(offset, list),
    /** Who is told of one that is late; days from the due date. */
    escalations: z.array(offset.extend({ to: role }), list),
    /** Figures of fewer pupils are shown and not judged. */
    fewest: whole(1, 100),
    /** From how far from England, in percentage points and in pupils, a figure is a need or a strength. */
    need: apart,
    strength: apart,
    /** How many years before stand beside a figure. */
    earlierYears: whole(0, 5),
  }),
});
export type NationalPolicy = z.infer<typeof NationalPolicyShape>;

/** Where the values contradict each other, each being well formed by itself. */
export function nationalDisagreements(policy: NationalPolicy): readonly PolicyFault[] {
  return [
    ...repeated(policy.series.map(({ measure }) => measure)).map((at) => fault(`series[${at}].measure`, TWICE)),
    ...repeated(policy.assessments.map((one) => one.key)).map((at) => fault(`assessments[${at}].key`, TWICE)),
    ...repeated(policy.names.map((one) => one.key)).map((at) => fault(`names[${at}].key`, TWICE)),
    ...policy.series.flatMap(({ unit, max, values }, index) => [
      ...(unit === '%' && max !== 100 ? [fault(`series[${index}].max`, 'must be 100 for a percentage.')] : []),
      ...values.flatMap(({ year, value }, at) => {
        const place = `series[${index}].values[${at}]`;
        const none = policy.unpublished.find((one) => one.year === year);
        return [
          ...(value > max ? [fault(`${place}.value`, `is above ${max}, the most there can be.`)] : []),
          ...(none ? [fault(`${place}.year`, `${year} has no figures (${none.because}): take it out.`)] : []),
        ];
      }),
      ...unordered(values.map(({ year }) => year)).map((at) => fault(`series[${index}].values[${at}].year`, ORDER)),
    ]),
    ...policy.names.flatMap(({ names }, index) =>
      names.flatMap(({ from }, at) => {
        const before = names[at - 1]?.from ?? '';
        return at === 0 || (from !== undefined && from > before)
          ? []
          : [fault(`names[${index}].names[${at}].from`, 'must be a later date than that of the name before.')];
      }),
    ),
    ...policy.assessments.flatMap((one, index) => [
      ...unordered(one.statuses.map(({ from }) => from)).map((at) =>
        fault(`assessments[${index}].statuses[${at}].from`, ORDER),
      ),
      ...ofFigures(one.figures, `assessments[${index}].figures`),
      ...badWindow(`assessments[${index}]`, one),
    ]),
    ...badWindow('analysis', policy.analysis),
    ...badAnalysis(policy),
  ];
}

const TWICE = 'is there already: each must be another.';
const ORDER = 'must be a later year than the one before: put them in order, each once.';

function ofFigures(figures: Assessment['figures'], place: string): readonly PolicyFault[] {
  const measures = figures.map(({ measure }) => measure);
  return [
    ...repeated(measures).map((at) => fault(`${place}[${at}].measure`, TWICE)),
    ...figures.flatMap(({ unit, max, within = [] }, at) => [
      ...(unit === '%' && max !== 100 ? [fault(`${place}[${at}].max`, 'must be 100 for a percentage.')] : []),
      ...within
        .filter((one) => !measures.includes(one))
        .map((one) =>
          fault(`${place}[${at}].within`, `${one} is not recorded of it: name one of ${measures.join(', ')}.`),
        ),
    ]),
  ];
}

const LATE = 'must come before it closes.';
const LATER = 'must be more than that of the one before.';

function fault(place: string, says: string): PolicyFault {
  return { place, says };
}

function repeated(keys: readonly string[]): readonly number[] {
  return keys.flatMap((one, at) => (keys.indexOf(one) === at ? [] : [at]));
}

function unordered(years: readonly string[]): readonly number[] {
  return years.flatMap((year, at) => (year <= (years[at - 1] ?? '') ? [at] : []));
}

function badAnalysis({ level, analysis }: NationalPolicy): PolicyFault[] {
  const { due, closes, reminders, escalations } = analysis;
  const late = (one: { readonly days: number }) => due.days + one.days >= closes.days;
  return [
    ...(['need', 'strength'] as const)
      .filter((one) => analysis[one].points <= level)
      .map((one) => fault(`analysis.${one}.points`, `must be above "level" (${level}): up to there it is in line.`)),
    ...reminders.flatMap((one, at) => {
      const before = reminders[at - 1];
      return [
        ...(late(one) ? [fault(`analysis.reminders[${at}].days`, LATE)] : []),
        ...(before && before.days >= one.days ? [fault(`analysis.reminders[${at}].days`, LATER)] : []),
      ];
    }),
    ...escalations.flatMap((one, at) => [
      ...(one.days <= 0
        ? [fault(`analysis.escalations[${at}].days`, 'must be 1 or more: it is not late before.')]
        : []),
      ...(late(one) ? [fault(`analysis.escalations[${at}].days`, LATE)] : []),
    ]),
  ];
}

function badWindow(place: string, { opens, due, closes }: NationalPolicy['analysis'] | Assessment): PolicyFault[] {
  return [
    ...(opens.days >= 0 ? [] : [fault(`${place}.opens`, "must be 0 days or more from the half term's first day.")]),
    ...(due.days <= 0 ? [] : [fault(`${place}.due`, "must be 0 days or fewer from the half term's last day.")]),
    ...(closes.days > due.days || (closes.days === due.days && closes.at > due.at)
      ? []
      : [fault(`${place}.closes`, 'must come after "due".')]),
  ];
}

export type Series = NationalPolicy['series'][number];
export type Assessment = NationalPolicy['assessments'][number];
