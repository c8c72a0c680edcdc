import { groupMeasures, groupsAsked } from '../groups/asked.ts';
import { groupRow } from '../groups/group-findings.ts';
import type { School, YearGroup } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { SoapContent } from './content.ts';
import { type RowName, RULE } from './figure-checks.ts';
import { impossible } from './findings.ts';
import { measuresOfYear, schoolMeasures, stepsFor, yearsOf } from './measures.ts';
import type { Cohort, Figures, Finding, PupilGroup } from './return.ts';

/** Longest comment or next steps kept, in characters; SharePoint's plain multi-line text holds more. */
const LONGEST_TEXT = 4000;

/** What one step of the return was found to say. */
export interface StepContent {
  readonly ok: true;
  /** The step's year groups; one without a number of pupils is not among them. */
  readonly cohorts: readonly Cohort[];
  /** The pupil groups, where the step asks for them; one without a number of pupils is not among them. */
  readonly groups?: readonly PupilGroup[];
  readonly school: Figures;
  readonly texts: Readonly<Partial<Record<'comment' | 'nextSteps', string>>>;
}

/** Inputs of one step read, or what is wrong beside each field. */
export type StepInput = StepContent | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Reads what a card or a form sends for one step (M14, M15). Ids are `pupils:Y1`, `Y1:reading`, `pupils:girls`,
 * `girls:reading`, `school:attendance`, `comment`, `nextSteps`; numbers may arrive as text with a comma or a % sign; empty means not given. Anything else in
 * `raw` is ignored: it comes from outside. Throws RangeError for a step this school is not asked.
 */
export function parseSoapStep(
  policy: TrustPolicy,
  school: Pick<School, 'years'>,
  stepKey: string,
  raw: Readonly<Record<string, unknown>>,
): StepInput {
  const step = stepsFor(policy, school).find(({ key }) => key === stepKey);
  if (!step) throw new RangeError(`The return has no step called ${stepKey} for this school.`);
  const wrong: Finding[] = [];
  const cohorts = yearsOf(step, school).flatMap((year): Cohort[] => {
    const row = rowFrom(measuresOfYear(policy, year), year, yearInput(year), raw, wrong);
    return row ? [{ year, ...row }] : [];
  });
  const groups = (step.groups ? groupsAsked(policy, school) : []).flatMap((group): PupilGroup[] => {
    const row = rowFrom(groupMeasures(policy), group.key, groupRow(group), raw, wrong);
    return row ? [{ group: group.key, ...row }] : [];
  });
  const asked = schoolMeasures(policy).filter(({ key }) => step.school?.includes(key));
  const figures = figuresFrom(asked, (measure) => raw[`school:${measure.key}`], wrong);
  const texts = Object.fromEntries(
    (step.texts ?? []).map((field) => [field, textFrom(field, raw[field], wrong)] as const),
  );
  const found = [...wrong, ...impossible({ cohorts, groups, school: figures }, school, policy)];
  return found.length > 0
    ? { ok: false, findings: found }
    : { ok: true, cohorts, ...(step.groups ? { groups } : {}), school: figures, texts };
}

/** The return so far with a step's content in it; the step's own year groups and figures are replaced, others stay. */
export function withStep(policy: TrustPolicy, so: SoapContent, stepKey: string, content: StepContent): SoapContent {
  const step = policy.soap.steps.find(({ key }) => key === stepKey);
  const others = so.cohorts.filter(({ year }) => !step?.years?.includes(year));
  const order = new Map(policy.soap.steps.flatMap(({ years }) => years ?? []).map((year, place) => [year, place]));
  const kept = Object.entries(so.school).filter(([key]) => !step?.school?.includes(key));
  const groups = (step?.groups ? content.groups : so.groups) ?? [];
  return {
    cohorts: [...others, ...content.cohorts].sort((a, b) => (order.get(a.year) ?? 0) - (order.get(b.year) ?? 0)),
    ...(groups.length > 0 ? { groups } : {}),
    school: { ...Object.fromEntries(kept), ...content.school },
    comment: content.texts.comment ?? so.comment,
    nextSteps: content.texts.nextSteps ?? so.nextSteps,
  };
}

function yearInput(year: YearGroup): RowName {
  return { at: { year }, name: yearName(year), lead: `${yearName(year)},` };
}

function rowFrom(
  measures: readonly Measure[],
  row: string,
  of: RowName,
  raw: Readonly<Record<string, unknown>>,
  wrong: Finding[],
): Pick<Cohort, 'pupils' | 'figures'> | undefined {
  const figures = figuresFrom(measures, (measure) => raw[`${row}:${measure.key}`], wrong, of);
  const pupils = numberFrom(raw[`pupils:${row}`]);
  const at = { level: 'error', rule: RULE, ...of.at, field: 'pupils' } as const;
  if (pupils === 'not a number') {
    wrong.push({ ...at, says: `${of.name}: pupils must be a whole number.` });
    return undefined;
  }
  if (pupils !== undefined) return { pupils, figures };
  if (Object.keys(figures).length > 0) {
    wrong.push({ ...at, says: `${of.name} has figures: say how many pupils they are of.` });
  }
  return undefined;
}

function figuresFrom(
  measures: readonly Measure[],
  given: (measure: Measure) => unknown,
  wrong: Finding[],
  of?: RowName,
): Figures {
  const figures: Record<string, number> = {};
  for (const measure of measures) {
    const figure = numberFrom(given(measure));
    if (figure === 'not a number') {
      const what = of ? `${of.lead} ${measure.name}` : measure.name;
      const says = `${what}: give a number, for example 72.`;
      wrong.push({ level: 'error', rule: RULE, ...of?.at, measure: measure.key, says });
    } else if (figure !== undefined) {
      figures[measure.key] = figure;
    }
  }
  return figures;
}

function textFrom(field: 'comment' | 'nextSteps', given: unknown, wrong: Finding[]): string {
  const text = typeof given === 'string' ? given.trim() : '';
  if (text.length > LONGEST_TEXT) {
    const says = `This is ${text.length} characters long: shorten it to ${LONGEST_TEXT}.`;
    wrong.push({ level: 'error', rule: RULE, field, says });
  }
  return text;
}

/** A number as people and cards write it: 72, "72.5", "72,5" or "72%"; undefined where nothing is given. */
export function numberFrom(given: unknown): number | 'not a number' | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? given : 'not a number';
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'string') return 'not a number';
  const text = given.trim().replace(/\s*%$/, '').replace(',', '.');
  if (text === '') return undefined;
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : 'not a number';
}
