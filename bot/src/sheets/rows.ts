/**
 * The list of export mappings: which column of a school's assessment export is which measure (M14), and which of its
 * rows are which pupil group (M13). A row a school, not a person: the export is the school's, and whoever makes the next
 * return finds it. Columns of measures and groups follow the policy.
 */
import type { ExportMapping, Measure, TrustPolicy } from '@owls/policy';
import { oneLine } from '../store/field-values.ts';
import {
  type Fields,
  groupColumn,
  type ListDefinition,
  list,
  measureColumn,
  moment,
  text,
  yesOrNo,
} from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

/** A school's mapping as it was last used. */
export interface KeptMapping {
  readonly urn: string;
  readonly mapping: ExportMapping;
}

const URN = /^\d{6}$/;

const groupsOf = (policy: TrustPolicy) => policy.soap.groups?.groups ?? [];
const mapped = (policy: TrustPolicy): Measure[] => policy.soap.measures.filter(({ years }) => years !== undefined);

export const exportMappingsList = (policy: TrustPolicy): ListDefinition =>
  list('Export mappings', "Which columns of a school's assessment export are which measures, by their headings.", [
    text('YearColumn', 'Year group is in column'),
    text('PupilsColumn', 'Pupils are in column'),
    text('GroupColumn', 'Pupil group is in column'),
    text('GroupTaken', 'All pupils are called'),
    ...groupsOf(policy).map(({ key, name }) => text(groupColumn(key), `${name} are called`)),
    yesOrNo('Fractions', 'Written as parts of one'),
    ...mapped(policy).map(({ key, name }) => text(measureColumn(key), `${name} is in column`)),
    moment('At', 'Saved'),
    text('By', 'Saved by'),
  ]);

export const mappingReader =
  (policy: TrustPolicy) =>
  (row: Row): KeptMapping => {
    const pupils = row.optionalText('PupilsColumn');
    const column = row.optionalText('GroupColumn');
    const is = row.optionalText('GroupTaken') ?? '';
    const given = (of: readonly { readonly key: string }[], columnOf: (key: string) => string) =>
      Object.fromEntries(
        of.flatMap(({ key }) => {
          const said = row.optionalText(columnOf(key));
          return said === undefined ? [] : [[key, said] as const];
        }),
      );
    return {
      urn: row.key(URN, 'a URN such as 115850'),
      mapping: {
        year: row.neededText('YearColumn'),
        ...(pupils === undefined ? {} : { pupils }),
        ...(column === undefined ? {} : { group: { column, is, groups: given(groupsOf(policy), groupColumn) } }),
        measures: given(mapped(policy), measureColumn),
        fractions: row.yesOrNo('Fractions'),
      },
    };
  };

export function mappingFields(
  policy: TrustPolicy,
  { urn, mapping }: KeptMapping,
  said: { readonly at: string; readonly by: string },
): Fields {
  const { year, pupils, group, measures, fractions } = mapping;
  return {
    Key: urn,
    Title: oneLine(`Export of ${urn}`),
    YearColumn: year,
    PupilsColumn: pupils ?? '',
    GroupColumn: group?.column ?? '',
    GroupTaken: group?.is ?? '',
    ...Object.fromEntries(groupsOf(policy).map(({ key }) => [groupColumn(key), group?.groups[key] ?? ''])),
    Fractions: fractions,
    ...Object.fromEntries(mapped(policy).map(({ key }) => [measureColumn(key), measures[key] ?? ''])),
    At: said.at,
    By: said.by,
  };
}
