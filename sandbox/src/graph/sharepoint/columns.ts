import {
  badRequest,
  described,
  type GraphRequest,
  isObject,
  notFound,
  objectBody,
  ok,
  type Routes,
} from '../exchange.ts';
import { paged } from '../paging.ts';
import { queryOptions, selected } from '../query-options.ts';
import {
  addColumn,
  builtIn,
  type Column,
  columnEntity,
  columnFrom,
  columnsOf,
  forgetColumns,
  keep,
  requireIndexLeft,
} from './column-store.ts';
import { reindexColumn } from './item-store.ts';
import { listOfRequest } from './list-store.ts';

function columnOfRequest(request: GraphRequest, listId: string): Column {
  const key = request.hole('column');
  const column = columnsOf(request.core.store, listId).find(
    (one) => one.id === key || one.name.toLowerCase() === key.toLowerCase(),
  );
  if (!column) throw notFound('The specified column was not found.');
  return column;
}

export const columnRoutes: Routes = {
  'GET /sites/{site}/lists/{list}/columns': (request) => {
    const options = queryOptions(request, ['$select', '$top', '$skiptoken']);
    const columns = columnsOf(request.core.store, listOfRequest(request).id);
    const { link, part } = paged(request, columns, options);
    const value = part.map((column) => selected(columnEntity(column), options.select));
    return ok(described(request, 'columns', { ...link, value }));
  },
  'POST /sites/{site}/lists/{list}/columns': (request) => {
    const column = addColumn(request.core.store, listOfRequest(request).id, objectBody(request));
    return { status: 201, body: described(request, 'columns/$entity', columnEntity(column)) };
  },
  'GET /sites/{site}/lists/{list}/columns/{column}': (request) =>
    ok(described(request, 'columns/$entity', columnEntity(columnOfRequest(request, listOfRequest(request).id)))),
  'PATCH /sites/{site}/lists/{list}/columns/{column}': (request) => {
    const { store } = request.core;
    const list = listOfRequest(request);
    const old = columnOfRequest(request, list.id);
    const { facet, details: own, ...rest } = old;
    const { id: _, readOnly: __, ...settableNow } = rest;
    const body = objectBody(request);
    if (body.name !== undefined && body.name !== old.name) throw badRequest('The name of a column cannot be changed.');
    const facetNow = isObject(body[facet]) ? { ...own, ...body[facet] } : own;
    const column = {
      ...columnFrom({ ...settableNow, ...body, [facet]: facetNow }),
      id: old.id,
      readOnly: old.readOnly,
    };
    if (column.indexed && !old.indexed) requireIndexLeft(columnsOf(store, list.id));
    keep(store, list.id, column, 0);
    if (column.indexed !== old.indexed || column.enforceUniqueValues !== old.enforceUniqueValues)
      reindexColumn(store, list.id, column);
    return ok(described(request, 'columns/$entity', columnEntity(column)));
  },
  'DELETE /sites/{site}/lists/{list}/columns/{column}': (request) => {
    const { store } = request.core;
    const list = listOfRequest(request);
    const column = columnOfRequest(request, list.id);
    if (builtIn().some((own) => own.name === column.name))
      throw badRequest(`The column '${column.name}' cannot be deleted.`);
    forgetColumns(store, list.id);
    store.run('DELETE FROM columns WHERE list_id = ? AND id = ?', list.id, column.id);
    store.run('DELETE FROM field_values WHERE list_id = ? AND name = ?', list.id, column.name);
    return { status: 204 };
  },
};
