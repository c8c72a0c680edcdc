/** The list of extra data: what a school gave of one thing on one of its days while it caused concern, a row (M19). */
import { type ExtraFigures, extraDataName, type Measure, type TrustPolicy } from '@owls/policy';
import { dayValue, oneLine } from '../store/field-values.ts';
import {
  date,
  type Fields,
  type ListDefinition,
  lines,
  list,
  measureColumn,
  moment,
  number,
  text,
} from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

type Own = Pick<TrustPolicy, 'soap' | 'concerns'>;

export const extraDataList = (own: Own): ListDefinition =>
  list('Extra data', 'What schools gave beside their returns while they caused concern.', [
    text('School', 'School (URN)', { indexed: true }),
    text('Item', 'What was asked', { indexed: true }),
    date('DueBy', 'Wanted by'),
    ...measuresOf(own).map(({ key, name, max }) => number(measureColumn(key), name, 0, max)),
    lines('Says', 'What the school says'),
    text('By', 'By'),
    moment('At', 'When'),
  ]);

/** The measures that any level asks for. */
function measuresOf({ soap, concerns }: Own): readonly Measure[] {
  const asked = new Set(concerns.levels.flatMap(({ extraData }) => extraData).flatMap(({ measures }) => measures));
  return soap.measures.filter(({ key }) => asked.has(key));
}

export const extraDataKey = ({ urn, item, due }: Pick<ExtraFigures, 'urn' | 'item' | 'due'>): string =>
  `${urn}/${item}/${due}`;

export const extraDataFields = (own: Own, given: Omit<ExtraFigures, 'version'>): Fields => ({
  Key: extraDataKey(given),
  Title: oneLine(`${given.urn}: ${extraDataName(own, given.item)}`),
  School: given.urn,
  Item: given.item,
  DueBy: dayValue(given.due),
  ...Object.fromEntries(measuresOf(own).map(({ key }) => [measureColumn(key), given.figures[key] ?? null] as const)),
  Says: given.says,
  By: given.by,
  At: given.at,
});

export const extraDataReader =
  (own: Own) =>
  (row: Row): ExtraFigures => {
    const id = {
      urn: row.neededText('School', /^\d{6}$/, 'a URN such as 115850'),
      item: row.neededText('Item'),
      due: row.date('DueBy') ?? row.unreadable('DueBy', 'has to be a day'),
    };
    row.keyed(extraDataKey(id));
    const known = measuresOf(own).flatMap(({ key, max }) => {
      const value = row.number(measureColumn(key), 0, max);
      return value === undefined ? [] : [[key, value] as const];
    });
    return {
      ...{ ...id, figures: Object.fromEntries(known), says: row.text('Says') },
      ...{ by: row.text('By'), at: row.neededMoment('At'), version: row.version },
    };
  };
