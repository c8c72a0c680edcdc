/**
 * What a list is made of, said once: provisioning creates it from this, rows are read and written by it. Internal
 * names never change; display names are what people see in SharePoint, Excel and Power BI.
 */

/** What a column holds. Percentages are numbers from 0 to 100. */
export type Holds =
  | { readonly as: 'text' }
  /** Many lines of plain text. */
  | { readonly as: 'lines' }
  | { readonly as: 'number'; readonly least?: number; readonly most?: number; readonly whole?: true }
  /** A day without a time: `2026-11-23`. */
  | { readonly as: 'date' }
  /** An instant: `2026-11-23T09:00:00Z`. */
  | { readonly as: 'moment' }
  | { readonly as: 'choice'; readonly of: readonly string[] }
  | { readonly as: 'yes or no' };

export interface Column {
  /** Internal name: letters, digits and underscores. */
  readonly name: string;
  readonly displayName: string;
  readonly holds: Holds;
  /** Filtered on. SharePoint refuses other filters once a list has 5,000 rows, and allows twenty indexes a list. */
  readonly indexed?: true;
  /** SharePoint itself refuses a second row with the same value. Implies indexed. */
  readonly unique?: true;
  readonly required?: true;
}

export interface ListDefinition {
  /** The list's name in SharePoint, and its display name until somebody changes that. */
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
}

type Marks = Pick<Column, 'indexed' | 'unique' | 'required'>;
const column =
  (holds: Holds) =>
  (name: string, displayName: string, marks: Marks = {}): Column => ({ name, displayName, holds, ...marks });

export const text = column({ as: 'text' });
export const lines = column({ as: 'lines' });
export const date = column({ as: 'date' });
export const moment = column({ as: 'moment' });
export const yesOrNo = column({ as: 'yes or no' });
export const count = column({ as: 'number', least: 0, whole: true });
export const number = (name: string, displayName: string, least: number, most: number): Column =>
  column({ as: 'number', least, most })(name, displayName);
export const choice = (name: string, displayName: string, of: readonly string[], marks: Marks = {}): Column =>
  column({ as: 'choice', of })(name, displayName, marks);

/** Internal name of the column of a policy's measure: `M_` keeps it apart from every other column. */
export const measureColumn = (measure: string): string => `M_${measure.replaceAll(/[^A-Za-z0-9]/g, '_')}`;

/** Internal name of the column of a pupil group of the policy. */
export const groupColumn = (group: string): string => `G_${group.replaceAll(/[^A-Za-z0-9]/g, '_')}`;

/** Internal name of the column of an area that a framework of inspections judges. */
export const areaColumn = (framework: string, area: string): string =>
  `A_${framework}_${area}`.replaceAll(/[^A-Za-z0-9]/g, '_');

/** The column every list has, besides SharePoint's own `Title`: what a row is about, refused a second time. */
const KEY = 'Key';

/** A list with its `Key` column first. */
export function list(title: string, description: string, columns: readonly Column[]): ListDefinition {
  return {
    title,
    description,
    columns: [text(KEY, 'Key', { unique: true, indexed: true, required: true }), ...columns],
  };
}

/** A column's value as it goes over the wire; null empties it. */
export type FieldValue = string | number | boolean | null;
export type Fields = Readonly<Record<string, FieldValue>>;
