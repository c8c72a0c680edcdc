import { equalities, meets, ordered, pathsOf, scalar } from '../evaluation.ts';
import { badRequest, GraphError, type GraphRequest, notImplemented } from '../exchange.ts';
import { type Condition, parseCondition } from '../filter.ts';
import { placeOf, sharePointPages, tokenAt } from '../paging.ts';
import type { Order, QueryOptions } from '../query-options.ts';
import { type Column, columnsOf } from './column-store.ts';
import { indexed } from './field-values.ts';
import { fieldsOf } from './item-entity.ts';
import type { Item } from './item-store.ts';

/** Past this many items SharePoint refuses to filter or sort by a column without an index. */
const threshold = 5000;

interface Page {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/** One page of a list's items: by id, or as `$orderby` says. */
export function itemPage(request: GraphRequest, listId: string, options: QueryOptions): Page {
  const size = Math.min(options.top ?? sharePointPages.usual, sharePointPages.most);
  const order = `${listId} ${options.filter ?? ''} ${JSON.stringify(options.orderby)}`;
  const from = placeOf(request, order, options.skiptoken);
  const token = (at: number) => tokenAt(request, order, at);
  const { store } = request.core;
  if (options.filter === undefined && options.orderby.length === 0) {
    const sql = 'SELECT * FROM items WHERE list_id = ? AND deleted = 0 AND id > ? ORDER BY id LIMIT ?';
    const items = store.all<Item>(sql, listId, from, size + 1);
    const shown = items.slice(0, size);
    return { items: shown, next: items.length > size ? token(shown.at(-1)?.id ?? 0) : undefined };
  }
  const columns = columnsOf(store, listId);
  const condition = options.filter === undefined ? undefined : parseCondition(options.filter);
  requireIndexed(request, listId, columns, condition, options.orderby);
  const found = candidates(request, listId, columns, condition)
    .map((item) => ({ item, fields: fieldsOf(item) }))
    .filter(({ item, fields }) => condition === undefined || meets(condition, (path) => read(item, fields, path)));
  if (condition && found.length > threshold) throw overThreshold();
  if (options.orderby.length > 0) {
    found.sort((a, b) => {
      for (const { path, descending } of options.orderby) {
        const order = ordered(scalar(read(a.item, a.fields, path)), scalar(read(b.item, b.fields, path)));
        if (order !== 0) return descending ? -order : order;
      }
      return a.item.id - b.item.id;
    });
  }
  const items = found.slice(from, from + size).map(({ item }) => item);
  return { items, next: found.length > from + size ? token(from + size) : undefined };
}

function read(item: Item, fields: Record<string, unknown>, path: string): unknown {
  if (path.startsWith('fields/')) return fields[path.slice('fields/'.length)];
  if (path === 'id') return String(item.id);
  if (path === 'createdDateTime') return item.created;
  if (path === 'lastModifiedDateTime') return item.modified;
  throw notImplemented(`filtering or sorting list items by '${path}'`);
}

/** The column of `fields/X`; undefined for an item's own properties and SharePoint's indexed ones. */
function columnOf(columns: readonly Column[], path: string): Column | undefined {
  if (!path.startsWith('fields/') || path === 'fields/id' || path === 'fields/ID') return undefined;
  const column = columns.find((one) => one.name === path.slice('fields/'.length));
  if (!column) throw badRequest(`Field '${path.slice('fields/'.length)}' is not recognized`);
  return column;
}

function requireIndexed(
  request: GraphRequest,
  listId: string,
  columns: readonly Column[],
  condition: Condition | undefined,
  orderby: readonly Order[],
): void {
  const paths = [...(condition ? pathsOf(condition) : []), ...orderby.map((order) => order.path)];
  const bare = paths.map((path) => columnOf(columns, path)).find((column) => column !== undefined && !column.indexed);
  if (!bare) return;
  if (!/HonorNonIndexedQueriesWarningMayFailRandomly/i.test(request.header('prefer') ?? '')) {
    throw badRequest(
      `Field '${bare.name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
    );
  }
  const count =
    request.core.store.get<{ n: number }>('SELECT count(*) AS n FROM items WHERE list_id = ? AND deleted = 0', listId)
      ?.n ?? 0;
  if (count > threshold) throw overThreshold();
}

/** SharePoint's words. An index helps only where it leaves no more items than the threshold. */
function overThreshold(): GraphError {
  return new GraphError(
    500,
    'generalException',
    `The attempted operation is prohibited because it exceeds the list view threshold enforced by the administrator (${threshold} items).`,
  );
}

/** The items that the indexes leave to look at, or all of the list. */
function candidates(
  request: GraphRequest,
  listId: string,
  columns: readonly Column[],
  condition: Condition | undefined,
): Item[] {
  const { store } = request.core;
  const narrowing = (condition ? equalities(condition) : []).flatMap(({ path, to }) => {
    const column = columnOf(columns, path);
    const value = to === null || !column?.indexed ? undefined : indexed(to);
    return column && value !== undefined ? [[listId, column.name, value] as const] : [];
  });
  if (narrowing.length === 0) {
    return store.all<Item>('SELECT * FROM items WHERE list_id = ? AND deleted = 0 ORDER BY id', listId);
  }
  const one = 'SELECT item_id FROM field_values WHERE list_id = ? AND name = ? AND value = ?';
  const ids = narrowing.map(() => one).join(' INTERSECT ');
  const sql = `SELECT i.* FROM (${ids}) v CROSS JOIN items i ON i.list_id = ? AND i.id = v.item_id ORDER BY i.id`;
  return store.all<Item>(sql, ...narrowing.flat(), listId);
}
