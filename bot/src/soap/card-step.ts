import {
  type Cohort,
  type Figures,
  type Finding,
  groupMeasures,
  groupsAsked,
  groupYears,
  type Measure,
  measuresFor,
  measuresOfYear,
  previousReturn,
  type SoapContent,
  type SoapReturn,
  type SoapStep,
  type StandingTarget,
  standingTargets,
  startingPoint,
  stepsFor,
  yearName,
  yearsInWords,
  yearsOf,
} from '@owls/policy';
import { button, card, type Element, masthead } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { ids, kicker, type SoapGiven, standing } from './card-given.ts';
import template from './card-step.template.json' with { type: 'json' };

/** Three inputs side by side still have room for their labels on a phone, unless one has a word longer than this. */
const ABREAST = 3;
const LONGEST_WORD = 11;
const LONGEST_TEXT = 4000;

/** What came back from a step that could not be kept: shown again as it was typed, with what is wrong beside it. */
export interface Retry {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
  readonly notices?: readonly Element[];
  /** Lines to stand under a field, by its id, besides the findings. */
  readonly beside?: ReadonlyMap<string, string>;
  readonly actions?: readonly Element[];
  readonly version?: string | undefined;
}

/** One step of the return (M14), filled in with what is known. Undefined for a step this school is not asked. */
export function stepCard(given: SoapGiven, stepKey: string, retry?: Retry): CardMessage | undefined {
  const { policy, facts, school, halfTerm } = given;
  const steps = stepsFor(policy, school);
  const index = steps.findIndex(({ key }) => key === stepKey);
  const step = steps[index];
  if (!step) return undefined;
  const content = startingPoint(policy, facts, school, halfTerm);
  const last = previousReturn(facts, policy, school.urn, halfTerm);
  const targets = standingTargets(facts, school.urn, halfTerm);
  const errors = retry ? retry.findings.filter(({ level }) => level === 'error').length : 0;
  const summary =
    errors > 0
      ? `${step.title}: ${errors === 1 ? 'one figure needs' : `${errors} figures need`} another look.`
      : `Step ${index + 1} of ${steps.length}: ${step.title}.`;
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: kicker(given),
        title: step.title,
        subtitle: inert(school.name),
        progress: { step: index + 1, of: steps.length },
      }),
      notices: retry?.notices ?? [],
      sections: [
        ...yearsOf(step, school).map((year) =>
          yearSection(year, measuresOfYear(policy, year), content, last?.cohorts, targets, retry),
        ),
        ...groupSections(given, step, content, last, retry),
        ...schoolSections(given, step, content, last?.school, targets, retry),
        ...textSections(step, content, retry),
      ].map((section, place) => ({ ...section, separator: place > 0 })),
      actions: retry?.actions ?? stepActions(given, step.key, index, steps.length, retry?.version),
    }),
  };
}

/** A number field. It has no bounds on the card, for clients take an empty one for one below its minimum: the answer says them. */
interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: number | '';
}
interface Row {
  readonly numbers: readonly Field[];
  readonly texts: readonly object[];
  readonly errors: readonly { readonly says: string }[];
}
interface Section {
  readonly title: string;
  readonly hint: string;
  readonly rows: readonly Row[];
}

function yearSection(
  year: Cohort['year'],
  measures: readonly Measure[],
  content: SoapContent,
  before: readonly Cohort[] | undefined,
  targets: readonly StandingTarget[],
  retry: Retry | undefined,
): Section {
  return rowSection(
    { id: year, title: yearName(year), at: { year } },
    measures,
    { now: content.cohorts.find((one) => one.year === year), was: before?.find((one) => one.year === year) },
    toReach(
      targets.filter(({ yearGroup }) => yearGroup === year),
      measures,
    ),
    retry,
  );
}

const MAY_STAY_EMPTY = 'Leave empty what you have no figures of: it is shown as a gap, never as zero.';

function groupSections(
  { policy, school }: SoapGiven,
  step: SoapStep,
  content: SoapContent,
  last: SoapReturn | undefined,
  retry: Retry | undefined,
): Section[] {
  if (!step.groups) return [];
  const measures = groupMeasures(policy);
  const sections = groupsAsked(policy, school).map(({ key, name }) => {
    const of = (one: Pick<SoapContent, 'groups'> | undefined) => one?.groups?.find(({ group }) => group === key);
    return rowSection(
      { id: key, title: inert(name), at: { group: key } },
      measures,
      { now: of(content), was: of(last) },
      '',
      retry,
    );
  });
  const about = `Each over ${yearsInWords(groupYears(policy, school))}.`;
  const hint = policy.soap.groups?.required ? about : `${about} ${MAY_STAY_EMPTY}`;
  return [{ title: '', hint, rows: [] }, ...sections];
}

type RowFigures = Pick<Cohort, 'pupils' | 'figures'>;

/** A row of the return as a section: its pupils, its percentages, and last time's where they differ. */
function rowSection(
  { id, title, at }: { readonly id: string; readonly title: string; readonly at: Place },
  measures: readonly Measure[],
  { now, was }: { readonly now: RowFigures | undefined; readonly was: RowFigures | undefined },
  wanted: string,
  retry: Retry | undefined,
): Section {
  const pupils = `pupils:${id}`;
  const fields = [
    {
      id: pupils,
      label: 'Pupils',
      value: shownValue(pupils, now?.pupils, retry),
    },
    ...measures.map((measure) => field(`${id}:${measure.key}`, measure, now?.figures, retry)),
  ];
  return {
    title,
    hint: hintOf(
      was && (retry || differ(now?.figures, was.figures))
        ? lastTime(was.figures, measures, `${was.pupils} pupils`)
        : '',
      wanted,
    ),
    rows: rowsOf(fields, retry, (input) => ({
      ...at,
      ...(input === pupils ? {} : { measure: input.slice(id.length + 1) }),
    })),
  };
}

function schoolSections(
  given: SoapGiven,
  step: SoapStep,
  content: SoapContent,
  then: Figures | undefined,
  targets: readonly StandingTarget[],
  retry: Retry | undefined,
): Section[] {
  const measures = measuresFor(given.policy, given.school, step).filter(({ years }) => !years);
  if (measures.length === 0) return [];
  const fields = measures.map((measure) => field(`school:${measure.key}`, measure, content.school, retry));
  return [
    {
      title: 'Whole school',
      hint: hintOf(
        then && (retry || differ(content.school, then)) ? lastTime(then, measures) : '',
        toReach(
          targets.filter(({ yearGroup }) => yearGroup === undefined),
          measures,
        ),
      ),
      rows: rowsOf(fields, retry, (id) => ({ measure: id.slice('school:'.length) })),
    },
  ];
}

const TEXTS = {
  comment: { label: 'Your commentary', placeholder: 'What the figures show, and why they moved' },
  nextSteps: { label: 'Next steps', placeholder: 'What happens now, who does it and by when' },
} as const;

function textSections(step: SoapStep, content: SoapContent, retry: Retry | undefined): Section[] {
  return (step.texts ?? []).map((name) => {
    const typed = retry?.typed[name];
    return {
      title: '',
      hint: '',
      rows: [
        {
          numbers: [],
          texts: [
            {
              id: name,
              ...TEXTS[name],
              maxLength: LONGEST_TEXT,
              value: typeof typed === 'string' ? typed : content[name],
            },
          ],
          errors: linesFor([name], retry, () => ({ field: name })),
        },
      ],
    };
  });
}

function field(id: string, measure: Measure, figures: Figures | undefined, retry: Retry | undefined): Field {
  return {
    id,
    label: measure.unit === '%' ? `${measure.name} %` : measure.name,
    value: shownValue(id, figures?.[measure.key], retry),
  };
}

/** What was typed goes before what is kept; text that is no number can't be shown in a number's field. */
function shownValue(id: string, kept: number | undefined, retry: Retry | undefined): number | '' {
  const typed = retry?.typed[id];
  if (retry && id in retry.typed) {
    const value = typeof typed === 'string' && typed.trim() !== '' ? Number(typed) : typed;
    return typeof value === 'number' && Number.isFinite(value) ? value : '';
  }
  return kept ?? '';
}

type Place = Pick<Finding, 'year' | 'group' | 'measure' | 'field'>;

function rowsOf(fields: readonly Field[], retry: Retry | undefined, placeOf: (id: string) => Place): Row[] {
  const rows: Row[] = [];
  const long = fields.some(({ label }) => label.split(' ').some((word) => word.length > LONGEST_WORD));
  const abreast = long ? ABREAST - 1 : ABREAST;
  for (let start = 0; start < fields.length; start += abreast) {
    const numbers = fields.slice(start, start + abreast);
    const padding = fields.length > abreast ? abreast - numbers.length : 0;
    rows.push({
      numbers: [...numbers, ...Array.from({ length: padding }, () => EMPTY)],
      texts: [],
      errors: linesFor(
        numbers.map(({ id }) => id),
        retry,
        placeOf,
      ),
    });
  }
  return rows;
}
const EMPTY: Field = { id: '', label: '', value: '' };

/** What stands under a row of fields: its errors and whatever else is said beside one of them. */
function linesFor(fieldIds: readonly string[], retry: Retry | undefined, placeOf: (id: string) => Place) {
  if (!retry) return [];
  return fieldIds.flatMap((id) => {
    const place = placeOf(id);
    const wrong = retry.findings.filter(
      (one) =>
        one.level === 'error' &&
        one.year === place.year &&
        one.group === place.group &&
        (place.field
          ? one.field === place.field
          : one.measure === place.measure && one.field !== 'comment' && one.field !== 'nextSteps'),
    );
    const beside = retry.beside?.get(id);
    return [...wrong.map(({ says }) => ({ says: inert(says) })), ...(beside ? [{ says: beside }] : [])];
  });
}

/** While the fields still hold last time's figures, saying them again would only lengthen the card. */
function differ(now: Figures | undefined, then: Figures): boolean {
  return Object.keys(then).some((key) => now?.[key] !== then[key]);
}

function lastTime(figures: Figures, measures: readonly Measure[], before = ''): string {
  const said = measures.flatMap(({ key, name, unit }) => {
    const figure = figures[key];
    return figure === undefined ? [] : [`${name} ${figure}${unit === '%' ? '%' : ''}`];
  });
  return said.length === 0 ? '' : `Last time: ${[before, ...said].filter(Boolean).join(' · ')}`;
}

/** What the year's targets want of these measures (M20): the minimum, then the figure to aim for. */
function toReach(targets: readonly StandingTarget[], measures: readonly Measure[]): string {
  const said = measures.flatMap(({ key, name }) => {
    const target = targets.find(({ measure }) => measure === key);
    return target ? [`${name} ${target.minimum} to ${target.aspirational}%`] : [];
  });
  return said.length === 0 ? '' : `Minimum to target: ${said.join(' · ')}`;
}

/** One paragraph each; Adaptive Cards part them at an empty line. */
function hintOf(...lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n\n');
}

function stepActions(
  given: SoapGiven,
  step: string,
  index: number,
  count: number,
  seen: string | undefined,
): Element[] {
  const version = seen ?? standing(given).draft?.version;
  const data = { ...ids(given), step, ...(version ? { version } : {}) };
  const go = (title: string, to: string, style?: 'positive') =>
    button({ title, verb: 'soap.step', data: { ...data, go: to }, ...(style ? { style } : {}) });
  return [
    go(index === count - 1 ? 'Review' : 'Next', 'next', 'positive'),
    ...(index > 0 ? [go('Back', 'back')] : []),
    go('Save for later', 'out'),
  ];
}
