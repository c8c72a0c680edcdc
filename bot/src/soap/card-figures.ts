import {
  type Change,
  comparison,
  groupChanges,
  groupMeasures,
  groupsAsked,
  type Measure,
  measuresFor,
  type SoapContent,
  type SoapReturn,
  type SoapStep,
  stepsFor,
  type YearGroup,
  yearsOf,
} from '@owls/policy';
import { type Element, expand } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import template from './card-figures.template.json' with { type: 'json' };
import type { SoapGiven } from './card-given.ts';

/** More columns than this do not fit a phone. */
const ABREAST = 6;

/** All figures of a return as tables, a step a table, each beside how far it moved since last time. */
export function figures(
  given: Pick<SoapGiven, 'policy' | 'school'>,
  content: SoapContent,
  last: SoapReturn | undefined,
  shown: { readonly id: string; readonly visible: boolean },
): Element {
  const changes = new Map(
    comparison(content, last, given.policy).map((one) => [`${one.year ?? ''}/${one.measure}`, one]),
  );
  return expand(template, {
    ...shown,
    tables: stepsFor(given.policy, given.school).flatMap((step) => [
      ...yearTables(given, step, content, changes),
      ...groupTables(given, step, content, last),
      ...schoolTable(given, step, changes),
    ]),
  });
}

interface Cell {
  readonly text: string;
  readonly color: 'Default' | 'Good' | 'Attention';
  readonly weight: 'Default' | 'Bolder';
  readonly align: 'Left' | 'Center';
}
type Changes = ReadonlyMap<string, Change>;

function yearTables(
  { policy, school }: Pick<SoapGiven, 'policy' | 'school'>,
  step: SoapStep,
  content: SoapContent,
  changes: Changes,
) {
  const years = yearsOf(step, school);
  const measures = measuresFor(policy, school, step).filter((measure) => measure.years);
  return inParts(years, ABREAST).map((part) => ({
    title: step.title,
    columns: [{ width: 2 }, ...part.map(() => ({ width: 1 }))],
    rows: [
      { cells: [words('', 'Bolder'), ...part.map((year) => cell(year, 'Bolder'))] },
      {
        cells: [
          words('Pupils'),
          ...part.map((year) => cell(shownNumber(content.cohorts.find((one) => one.year === year)?.pupils))),
        ],
      },
      ...measures.map((measure) => ({
        cells: [words(measure.name), ...part.map((year) => figure(measure, year, changes))],
      })),
    ],
  }));
}

/** A line a pupil group: a column a measure has no room on a phone, and a cell a figure none in the card's size. */
function groupTables(
  { policy, school }: Pick<SoapGiven, 'policy' | 'school'>,
  step: SoapStep,
  content: SoapContent,
  last: SoapReturn | undefined,
) {
  if (!step.groups) return [];
  const changes = groupChanges(content, last, policy);
  return [
    {
      title: step.title,
      columns: [{ width: 2 }, { width: 3 }],
      rows: groupsAsked(policy, school).map(({ key, name }) => {
        const pupils = content.groups?.find(({ group }) => group === key)?.pupils;
        const said = groupMeasures(policy).flatMap((measure) => {
          const found = changes.find((one) => one.group === key && one.measure === measure.key);
          return found?.to === undefined ? [] : [`${shortened(measure.name)} ${figureText(measure, found)}`];
        });
        return {
          cells: [
            words(pupils === undefined ? inert(name) : `${inert(name)} (${pupils})`),
            words(said.length > 0 ? said.join(' · ') : '–'),
          ],
        };
      }),
    },
  ];
}

/** A name of several words as schools say it in a narrow column: "Reading, writing and maths" is RWM. */
function shortened(name: string): string {
  const said = name.split(/[\s,]+/).filter((word) => !['and', 'of', 'or', 'the'].includes(word));
  return said.length < 3 ? name : said.map((word) => word.charAt(0).toUpperCase()).join('');
}

function schoolTable({ policy, school }: Pick<SoapGiven, 'policy' | 'school'>, step: SoapStep, changes: Changes) {
  const measures = measuresFor(policy, school, step).filter((measure) => !measure.years);
  if (measures.length === 0) return [];
  return [
    {
      title: step.title,
      columns: [{ width: 3 }, { width: 1 }],
      rows: measures.map((measure) => ({ cells: [words(measure.name), figure(measure, undefined, changes)] })),
    },
  ];
}

function figure(measure: Measure, year: YearGroup | undefined, changes: Changes): Cell {
  if (year && !measure.years?.includes(year)) return cell('');
  const found = changes.get(`${year ?? ''}/${measure.key}`);
  const by = found?.change ?? 0;
  const text = figureText(measure, found);
  if (by === 0) return cell(text);
  const better = by > 0 === (measure.better === 'higher');
  return { ...cell(text), color: better ? 'Good' : 'Attention' };
}

/** A figure with how far it moved: `72% ▲4`. */
function figureText({ unit }: Measure, { to, change = 0 }: Partial<Change> = {}): string {
  const text = `${shownNumber(to)}${unit === '%' && to !== undefined ? '%' : ''}`;
  return change === 0 ? text : `${text} ${arrow(change)}`;
}

/** `▲4` or `▼6`: the direction is never told by colour alone. */
export function arrow(change: number): string {
  return change > 0 ? `▲${change}` : `▼${-change}`;
}

/** A table's cell may not be empty. */
function words(text: string, weight: Cell['weight'] = 'Default'): Cell {
  return { text: text || ' ', color: 'Default', weight, align: 'Left' };
}
function cell(text: string, weight: Cell['weight'] = 'Default'): Cell {
  return { text: text || ' ', color: 'Default', weight, align: 'Center' };
}
function shownNumber(value: number | undefined): string {
  return value === undefined ? '–' : String(value);
}
function inParts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
