import { randomUUID } from 'node:crypto';
import type { Store } from '../../core/store.ts';
import { badRequest, isObject, notImplemented } from '../exchange.ts';

const facets = ['text', 'number', 'boolean', 'dateTime', 'choice'] as const;
const notHere = [
  'lookup',
  'personOrGroup',
  'calculated',
  'currency',
  'hyperlinkOrPicture',
  'geolocation',
  'term',
  'thumbnail',
  'contentApprovalStatus',
];
const settable = [
  'name',
  'displayName',
  'description',
  'columnGroup',
  'indexed',
  'enforceUniqueValues',
  'required',
  'hidden',
  ...facets,
  ...notHere,
];
type Facet = (typeof facets)[number];

/** A list's column as Graph shows it, with the one facet that says its type. */
export interface Column {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly columnGroup: string;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly required: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly facet: Facet;
  readonly details: Readonly<Record<string, unknown>>;
}

interface Remembered {
  readonly rollbacks: number;
  readonly columns: Map<string, readonly Column[]>;
}
const remembered = new WeakMap<Store, Remembered>();

/** The columns of a list, in order. Remembered until somebody changes them, or takes a change back: every row written needs them. */
export function columnsOf(store: Store, listId: string): readonly Column[] {
  let known = remembered.get(store);
  if (known?.rollbacks !== store.rollbacks) {
    known = { rollbacks: store.rollbacks, columns: new Map() };
    remembered.set(store, known);
  }
  const columns = known.columns.get(listId);
  if (columns) return columns;
  const rows = store.all<{ definition: string }>(
    'SELECT definition FROM columns WHERE list_id = ? ORDER BY position',
    listId,
  );
  const read = rows.map((row) => JSON.parse(row.definition) as Column);
  known.columns.set(listId, read);
  return read;
}

export function forgetColumns(store: Store, listId: string): void {
  remembered.get(store)?.columns.delete(listId);
}

export function keep(store: Store, listId: string, column: Column, position: number): void {
  forgetColumns(store, listId);
  store.run(
    `INSERT INTO columns (id, list_id, name, definition, position) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (list_id, id) DO UPDATE SET definition = excluded.definition`,
    column.id,
    listId,
    column.name,
    JSON.stringify(column),
    position,
  );
}

/** The columns every list has. */
export function builtIn(): Column[] {
  const column = (name: string, facet: Facet, details: Record<string, unknown>, readOnly: boolean): Column => ({
    ...{ id: randomUUID(), name, displayName: name, description: '', columnGroup: 'Custom Columns', indexed: false },
    ...{ enforceUniqueValues: false, required: false, hidden: false, readOnly, facet, details },
  });
  const text = { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 };
  const time = { displayAs: 'default', format: 'dateTime' };
  return [
    column('Title', 'text', text, false),
    column('Modified', 'dateTime', time, true),
    column('Created', 'dateTime', time, true),
  ];
}

/** Adds a column as `given` describes it; 400 for what SharePoint refuses, 501 for types the sandbox has not. */
export function addColumn(store: Store, listId: string, given: Record<string, unknown>): Column {
  const known = columnsOf(store, listId);
  const column = columnFrom(given);
  if (known.some((other) => other.name.toLowerCase() === column.name.toLowerCase())) {
    throw badRequest(`A column with the name '${column.name}' already exists in this list.`);
  }
  if (column.indexed) requireIndexLeft(known);
  keep(store, listId, column, known.length);
  return column;
}

/** "You can create up to 20 indices on a list or library" (Add an index to a list or library column). */
const mostIndexes = 20;

export function requireIndexLeft(others: readonly Column[]): void {
  if (others.filter((one) => one.indexed).length >= mostIndexes)
    throw badRequest(`The list has ${mostIndexes} indexed columns, which is as many as a list can have.`);
}

export function keepBuiltIn(store: Store, listId: string): void {
  for (const [position, column] of builtIn().entries()) keep(store, listId, column, position);
}

export function columnFrom(given: Record<string, unknown>): Column {
  for (const name of Object.keys(given)) {
    if (!name.includes('@') && !settable.includes(name))
      throw badRequest(`The property '${name}' cannot be set on a column.`);
  }
  const foreign = notHere.find((name) => given[name] !== undefined && given[name] !== null);
  if (foreign) throw notImplemented(`columns of type ${foreign}`);
  const [facet, ...more] = facets.filter((name) => given[name] !== undefined && given[name] !== null);
  if (!facet || more.length > 0) throw badRequest(`A column has exactly one type facet of ${facets.join(', ')}.`);
  const { name } = given;
  if (typeof name !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(name)) {
    throw badRequest(
      'A column needs a name of letters, digits and underscores, at most 64, not beginning with a digit.',
    );
  }
  return checked({
    ...{
      id: randomUUID(),
      name,
      displayName: string(given.displayName, name),
      description: string(given.description, ''),
    },
    ...{ columnGroup: string(given.columnGroup, 'Custom Columns'), indexed: given.indexed === true },
    ...{ enforceUniqueValues: given.enforceUniqueValues === true, required: given.required === true },
    ...{ hidden: given.hidden === true, readOnly: false, facet, details: details(facet, given[facet]) },
  });
}

function checked(column: Column): Column {
  if (column.enforceUniqueValues && !column.indexed)
    throw badRequest(`The column '${column.name}' must be indexed to enforce unique values.`);
  const unindexable = column.facet === 'text' && column.details.allowMultipleLines === true;
  if (column.indexed && unindexable)
    throw badRequest(`The column '${column.name}' has multiple lines of text and cannot be indexed.`);
  return column;
}

const string = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);

function details(facet: Facet, given: unknown): Record<string, unknown> {
  if (!isObject(given)) throw badRequest(`The facet '${facet}' must be an object.`);
  if (facet === 'text') {
    const many = given.allowMultipleLines === true;
    const lines = many ? { linesForEditing: 6, textType: 'plain' } : { linesForEditing: 0, maxLength: 255 };
    return { allowMultipleLines: many, appendChangesToExistingText: false, ...lines, ...given };
  }
  if (facet === 'number') return { decimalPlaces: 'automatic', displayAs: 'number', ...given };
  if (facet === 'dateTime') return { displayAs: 'default', format: 'dateTime', ...given };
  if (facet === 'boolean') return {};
  if (!Array.isArray(given.choices) || !given.choices.every((choice) => typeof choice === 'string')) {
    throw badRequest("A choice column needs its 'choices', an array of strings.");
  }
  return { allowTextEntry: false, displayAs: 'dropDownMenu', ...given };
}

export function columnEntity({ facet, details: own, ...rest }: Column): Record<string, unknown> {
  return { ...rest, [facet]: own };
}
