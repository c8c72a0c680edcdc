import { randomUUID } from 'node:crypto';
import type { Core } from '../../core/core.ts';
import type { Store } from '../../core/store.ts';
import { badRequest, GraphError } from '../exchange.ts';
import { type Column, columnsOf } from './column-store.ts';
import { type Fields, indexed, merged } from './field-values.ts';

/** One list item as it is kept; `change` grows with every change in its list and orders the delta. */
export interface Item {
  readonly list_id: string;
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  /** JSON. */
  readonly fields: string;
  readonly created: string;
  readonly modified: string;
  readonly created_by: string;
  readonly modified_by: string;
  readonly deleted: number;
  readonly change: number;
}

export function eTag(item: Item): string {
  return `"${item.guid},${item.version}"`;
}

export function item(store: Store, listId: string, id: number): Item | undefined {
  return store.get<Item>('SELECT * FROM items WHERE list_id = ? AND id = ? AND deleted = 0', listId, id);
}

/** The number of the next change of a list, and the next free item id, which is taken if `takesId`. */
function next(store: Store, listId: string, takesId = false): { change: number; id: number } {
  const sql =
    'UPDATE lists SET change = change + 1, next_item = next_item + ? WHERE id = ? RETURNING change, next_item - 1 AS id';
  return store.get<{ change: number; id: number }>(sql, takesId ? 1 : 0, listId) ?? { change: 0, id: 0 };
}

export function createItem(core: Core, listId: string, given: Record<string, unknown>, by: string): Item {
  const { store } = core;
  const columns = columnsOf(store, listId);
  const fields = merged(columns, undefined, given);
  refuseDuplicates(store, listId, columns, fields, 0);
  const { change, id } = next(store, listId, true);
  const now = core.clock.isoSeconds();
  const made: Item = {
    ...{
      list_id: listId,
      id,
      guid: randomUUID(),
      version: 1,
      fields: JSON.stringify(fields),
      created: now,
      modified: now,
    },
    ...{ created_by: by, modified_by: by, deleted: 0, change },
  };
  store.run(
    'INSERT INTO items (list_id, id, guid, version, fields, created, modified, created_by, modified_by, deleted, change) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)',
    ...[listId, id, made.guid, 1, made.fields, now, now, by, by, made.change],
  );
  index(store, listId, columns, id, fields);
  return made;
}

export function changeItem(core: Core, old: Item, given: Record<string, unknown>, by: string): Item {
  const { store } = core;
  const columns = columnsOf(store, old.list_id);
  const fields = merged(columns, JSON.parse(old.fields) as Fields, given);
  refuseDuplicates(store, old.list_id, columns, fields, old.id);
  const changed: Item = {
    ...{ ...old, version: old.version + 1, fields: JSON.stringify(fields), modified: core.clock.isoSeconds() },
    ...{ modified_by: by, change: next(store, old.list_id).change },
  };
  store.run(
    'UPDATE items SET version = ?, fields = ?, modified = ?, modified_by = ?, change = ? WHERE list_id = ? AND id = ?',
    ...[changed.version, changed.fields, changed.modified, by, changed.change, old.list_id, old.id],
  );
  store.run('DELETE FROM field_values WHERE list_id = ? AND item_id = ?', old.list_id, old.id);
  index(store, old.list_id, columns, old.id, fields);
  return changed;
}

/** Deletes an item; its row stays as a mark for the delta, without what was in it. */
export function deleteItem(core: Core, old: Item): void {
  const { store } = core;
  store.run('DELETE FROM field_values WHERE list_id = ? AND item_id = ?', old.list_id, old.id);
  store.run(
    "UPDATE items SET deleted = 1, fields = '{}', change = ? WHERE list_id = ? AND id = ?",
    next(store, old.list_id).change,
    old.list_id,
    old.id,
  );
}

/** 412 unless `ifMatch` is absent, `*`, or the item's ETag. */
export function requireMatch(found: Item, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch.replace(/^W\//, '') === eTag(found)) return;
  throw new GraphError(412, 'preconditionFailed', "ETag does not match current item's value");
}

function index(store: Store, listId: string, columns: readonly Column[], id: number, fields: Fields): void {
  for (const column of columns) {
    const value = column.indexed ? indexed(fields[column.name]) : undefined;
    if (value !== undefined)
      store.run('INSERT OR IGNORE INTO field_values VALUES (?, ?, ?, ?)', listId, column.name, value, id);
  }
}

function refuseDuplicates(store: Store, listId: string, columns: readonly Column[], fields: Fields, id: number): void {
  const doubled = columns.filter((column) => {
    const value = column.enforceUniqueValues ? indexed(fields[column.name]) : undefined;
    const sql =
      'SELECT 1 AS yes FROM field_values WHERE list_id = ? AND name = ? AND value = ? AND item_id <> ? LIMIT 1';
    return value !== undefined && store.get(sql, listId, column.name, value, id) !== undefined;
  });
  if (doubled.length > 0) throw duplicate(doubled.map((column) => column.name));
}

/** SharePoint's words for a value that a unique column has already (0x810200bf); the status is the sandbox's choice. */
function duplicate(names: readonly string[]): GraphError {
  const where = `[${names.join(', ')}]`;
  return badRequest(
    `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: ${where}. (0x810200bf)`,
  );
}

/** Builds a column's index anew after `indexed` or `enforceUniqueValues` changed; 400 if its values are not unique. */
export function reindexColumn(store: Store, listId: string, column: Column): void {
  store.run('DELETE FROM field_values WHERE list_id = ? AND name = ?', listId, column.name);
  if (!column.indexed) return;
  for (const row of store.all<Item>('SELECT * FROM items WHERE list_id = ? AND deleted = 0', listId)) {
    const fields = JSON.parse(row.fields) as Fields;
    refuseDuplicates(store, listId, [column], fields, row.id);
    index(store, listId, [column], row.id, fields);
  }
}
