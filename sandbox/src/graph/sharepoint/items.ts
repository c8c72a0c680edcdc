import {
  badRequest,
  described,
  type GraphAnswer,
  type GraphRequest,
  isObject,
  notFound,
  objectBody,
  ok,
  type Routes,
} from '../exchange.ts';
import { linkTo, queryOptions, selected } from '../query-options.ts';
import { fieldsOf, itemEntity } from './item-entity.ts';
import { itemPage } from './item-query.ts';
import { changeItem, createItem, deleteItem, eTag, type Item, item, requireMatch } from './item-store.ts';
import { listOfRequest } from './list-store.ts';
import { siteOfRequest } from './sites.ts';

const withFields = [{ name: 'fields', select: undefined, filter: undefined }];

function itemOfRequest(request: GraphRequest, listId: string): Item {
  const id = request.hole('item');
  const found = /^\d+$/.test(id) ? item(request.core.store, listId, Number(id)) : undefined;
  if (!found) throw notFound('The specified item was not found');
  return found;
}

function given(fields: unknown): Record<string, unknown> {
  if (!isObject(fields)) throw badRequest("The item needs 'fields', an object of column names and values.");
  return fields;
}

function change(request: GraphRequest, fields: Record<string, unknown>): Item {
  const old = itemOfRequest(request, listOfRequest(request).id);
  requireMatch(old, request.header('if-match'));
  return changeItem(request.core, old, fields, request.clientId);
}

function shown(request: GraphRequest, row: Item, status: number): GraphAnswer {
  const site = siteOfRequest(request);
  const list = listOfRequest(request, site);
  const body = described(request, 'items/$entity', itemEntity(request.core, site, list, row, undefined, withFields));
  return { status, body, headers: { ETag: eTag(row) } };
}

export const itemRoutes: Routes = {
  'GET /sites/{site}/lists/{list}/items': (request) => {
    const options = queryOptions(request, ['$select', '$expand', '$filter', '$orderby', '$top', '$skiptoken']);
    const site = siteOfRequest(request);
    const list = listOfRequest(request, site);
    const { items, next } = itemPage(request, list.id, options);
    const value = items.map((row) => itemEntity(request.core, site, list, row, options.select, options.expand));
    const path = `/sites/${site.id}/lists/${list.id}/items`;
    const link = next === undefined ? {} : { '@odata.nextLink': linkTo(request, path, { $skiptoken: next }) };
    return ok(described(request, 'items', { ...link, value }));
  },
  'POST /sites/{site}/lists/{list}/items': (request) => {
    const list = listOfRequest(request);
    const row = createItem(request.core, list.id, given(objectBody(request).fields), request.clientId);
    return shown(request, row, 201);
  },
  'GET /sites/{site}/lists/{list}/items/{item}': (request) => {
    const options = queryOptions(request, ['$select', '$expand']);
    const site = siteOfRequest(request);
    const list = listOfRequest(request, site);
    const row = itemOfRequest(request, list.id);
    const body = itemEntity(request.core, site, list, row, options.select, options.expand);
    return ok(described(request, 'items/$entity', body), { ETag: eTag(row) });
  },
  'PATCH /sites/{site}/lists/{list}/items/{item}': (request) =>
    shown(request, change(request, given(objectBody(request).fields)), 200),
  'DELETE /sites/{site}/lists/{list}/items/{item}': (request) => {
    const old = itemOfRequest(request, listOfRequest(request).id);
    requireMatch(old, request.header('if-match'));
    deleteItem(request.core, old);
    return { status: 204 };
  },
  'GET /sites/{site}/lists/{list}/items/{item}/fields': (request) => {
    const { select } = queryOptions(request, ['$select']);
    const row = itemOfRequest(request, listOfRequest(request).id);
    return ok(described(request, 'fields/$entity', selected(fieldsOf(row), select)), { ETag: eTag(row) });
  },
  'PATCH /sites/{site}/lists/{list}/items/{item}/fields': (request) => {
    const row = change(request, objectBody(request));
    return ok(described(request, 'fields/$entity', fieldsOf(row)), { ETag: eTag(row) });
  },
};
