/**
 * The list of inspections: what somebody from outside saw of a school a row (M28). Each area that a framework of the
 * policy judges has a column, so that the list can be read and filtered by people.
 */
import { type Inspection, type InspectionsPolicy, inspectionInWords, type TrustPolicy } from '@owls/policy';
import { dayValue, oneLine } from '../store/field-values.ts';
import {
  areaColumn,
  choice,
  date,
  type Fields,
  type ListDefinition,
  lines,
  list,
  moment,
  number,
  text,
} from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const KINDS = ['overall', 'areas', 'awaited', 'monitoring', 'review'] as const satisfies readonly Inspection['kind'][];
const SAFEGUARDING = ['met', 'not met'] as const;
/** A writer's own key, so that what is sent again is the same row. */
export const INSPECTION_ID = /^[0-9A-Za-z-]{8,40}$/;

export const inspectionsList = ({ inspections }: Pick<TrustPolicy, 'inspections'>): ListDefinition =>
  list('Inspections', 'Inspections, monitoring visits and other reviews of schools, with their outcomes.', [
    text('School', 'School (URN)', { indexed: true }),
    choice('Kind', 'Kind', KINDS),
    date('On', 'First day'),
    date('Published', 'Outcome published'),
    number('Grade', 'Overall grade', 1, 4),
    choice(
      'Framework',
      'Framework',
      inspections.frameworks.map(({ key }) => key),
    ),
    choice('Safeguarding', 'Safeguarding', SAFEGUARDING),
    ...inspections.frameworks.flatMap(({ key, name, areas, points }) =>
      areas.map((area) =>
        choice(
          areaColumn(key, area.key),
          `${name}: ${area.name}`,
          points.map((point) => point.key),
        ),
      ),
    ),
    choice(
      'MonitoringOutcome',
      'Outcome of the monitoring visit',
      inspections.monitoringOutcomes.map(({ key }) => key),
    ),
    text('Reviewer', 'Reviewed by'),
    text('About', 'What was reviewed'),
    lines('Outcome', 'Outcome of the review'),
    lines('Note', 'Note'),
    text('Report', 'Report'),
    text('By', 'By'),
    moment('At', 'When'),
  ]);

export function inspectionFields(own: InspectionsPolicy, given: Inspection): Fields {
  const graded = given.kind === 'overall' || given.kind === 'areas';
  const card = given.kind === 'areas' ? given : undefined;
  const points = own.frameworks.flatMap(({ key, areas }) =>
    areas.map((area) => [areaColumn(key, area.key), card?.framework === key ? (card.areas[area.key] ?? null) : null]),
  );
  return {
    Key: given.id,
    Title: oneLine(`${given.urn}: ${inspectionInWords(own, given)}`),
    School: given.urn,
    Kind: given.kind,
    On: dayValue(given.on),
    Published: graded ? dayValue(given.published) : null,
    Grade: given.kind === 'overall' ? given.grade : null,
    Framework: card?.framework ?? null,
    Safeguarding: card?.safeguarding ?? null,
    ...Object.fromEntries(points),
    MonitoringOutcome: given.kind === 'monitoring' ? given.outcome : null,
    Reviewer: given.kind === 'review' ? given.reviewer : '',
    About: given.kind === 'review' ? given.about : '',
    Outcome: given.kind === 'review' ? given.outcome : '',
    Note: given.kind === 'monitoring' ? (given.note ?? '') : '',
    Report: given.report ?? '',
    By: given.by,
    At: given.at,
  };
}

export const inspectionReader =
  ({ inspections }: Pick<TrustPolicy, 'inspections'>) =>
  (row: Row): Inspection => {
    const kind = row.oneOf('Kind', KINDS);
    const report = row.optionalText('Report');
    const common = {
      id: row.key(INSPECTION_ID, '01JDQX…'),
      urn: row.neededText('School', /^\d{6}$/, 'a URN such as 115850'),
      on: neededDay(row, 'On'),
      by: row.text('By'),
      at: row.neededMoment('At'),
      ...(report === undefined ? {} : { report }),
      version: row.version,
    };
    switch (kind) {
      case 'awaited':
        return { ...common, kind };
      case 'overall':
        return { ...common, kind, published: neededDay(row, 'Published'), grade: grade(row) };
      case 'areas': {
        const framework = row.oneOf(
          'Framework',
          inspections.frameworks.map(({ key }) => key),
        );
        const areas = areasOf(row, inspections, framework);
        const safeguarding = row.oneOf('Safeguarding', SAFEGUARDING);
        return { ...common, kind, published: neededDay(row, 'Published'), framework, areas, safeguarding };
      }
      case 'monitoring': {
        const note = row.optionalText('Note');
        const outcome = row.oneOf(
          'MonitoringOutcome',
          inspections.monitoringOutcomes.map(({ key }) => key),
        );
        return { ...common, kind, outcome, ...(note === undefined ? {} : { note }) };
      }
      case 'review':
        return {
          ...{ ...common, kind, reviewer: row.text('Reviewer'), about: row.text('About') },
          outcome: row.text('Outcome'),
        };
    }
  };

function areasOf(row: Row, { frameworks }: InspectionsPolicy, key: string): Readonly<Record<string, string>> {
  const framework = frameworks.find((one) => one.key === key);
  const points = framework?.points.map((point) => point.key) ?? [];
  return Object.fromEntries(
    (framework?.areas ?? []).flatMap((area) => {
      const point = row.optionalOneOf(areaColumn(key, area.key), points);
      return point === undefined ? [] : [[area.key, point] as const];
    }),
  );
}

function neededDay(row: Row, column: string): string {
  return row.date(column) ?? row.unreadable(column, 'has to be a day');
}

function grade(row: Row): 1 | 2 | 3 | 4 {
  const found = ([1, 2, 3, 4] as const).find((one) => one === row.number('Grade', 1, 4));
  return found ?? row.unreadable('Grade', 'has to be a whole number from 1 to 4');
}
