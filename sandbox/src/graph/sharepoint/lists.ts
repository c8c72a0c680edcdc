import { randomUUID } from 'node:crypto';
import type { Core } from '../../core/core.ts';
import { meets } from '../evaluation.ts';
import {
  badRequest,
  described,
  GraphError,
  type GraphRequest,
  isObject,
  notImplemented,
  objectBody,
  ok,
  type Routes,
} from '../exchange.ts';
import { parseCondition } from '../filter.ts';
import { paged } from '../paging.ts';
import { type QueryOptions, queryOptions, selected } from '../query-options.ts';
import { addColumn, columnEntity, columnsOf, keepBuiltIn } from './column-store.ts';
import { type List, listOfRequest } from './list-store.ts';
import { type Site, siteOfRequest, webUrl } from './sites.ts';

const application = (name: string) => ({ application: { displayName: name } });

function entity(core: Core, site: Site, list: List, options: QueryOptions): Record<string, unknown> {
  const bare = {
    '@odata.etag': `"${list.id},${list.version}"`,
    createdDateTime: list.created,
    description: list.description,
    eTag: `"${list.id},${list.version}"`,
    id: list.id,
    lastModifiedDateTime: list.modified,
    name: list.name,
    webUrl: `${webUrl(core, site)}/Lists/${encodeURIComponent(list.name)}`,
    displayName: list.display_name,
    createdBy: application('sandbox'),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
  };
  const shown = selected(bare, options.select);
  for (const { name, select } of options.expand) {
    if (name !== 'columns') throw notImplemented(`$expand=${name} on lists`);
    shown.columns = columnsOf(core.store, list.id).map((column) => selected(columnEntity(column), select));
  }
  return shown;
}

function create(request: GraphRequest): List {
  const { core } = request;
  const site = siteOfRequest(request);
  const body = objectBody(request);
  const title = body.displayName ?? body.name;
  if (typeof title !== 'string' || title.trim() === '') throw badRequest('A list needs a displayName.');
  const template = isObject(body.list) ? body.list.template : undefined;
  if (template !== undefined && template !== 'genericList')
    throw notImplemented(`lists of the template ${String(template)}`);
  if (core.store.get('SELECT 1 AS yes FROM lists WHERE site_id = ? AND display_name = ?', site.id, title)) {
    throw new GraphError(
      409,
      'nameAlreadyExists',
      `A list, survey, discussion board, or document library with the specified title already exists in this Web site. Please choose another title. '${title}'`,
    );
  }
  const now = core.clock.isoSeconds();
  const id = randomUUID();
  core.store.run(
    'INSERT INTO lists (id, site_id, name, display_name, description, version, next_item, change, created, modified) VALUES (?, ?, ?, ?, ?, 1, 1, 0, ?, ?)',
    id,
    site.id,
    typeof body.name === 'string' ? body.name : title.replace(/[^\p{L}\p{N} _-]/gu, ''),
    title,
    typeof body.description === 'string' ? body.description : '',
    now,
    now,
  );
  keepBuiltIn(core.store, id);
  for (const column of Array.isArray(body.columns) ? body.columns : []) {
    if (!isObject(column)) throw badRequest('Each of the columns must be an object.');
    addColumn(core.store, id, column);
  }
  return core.store.get<List>('SELECT * FROM lists WHERE id = ?', id) as List;
}

const none: QueryOptions = {
  select: undefined,
  expand: [],
  filter: undefined,
  orderby: [],
  top: undefined,
  skip: undefined,
  skiptoken: undefined,
};

export const listRoutes: Routes = {
  'GET /sites/{site}/lists': (request) => {
    const options = queryOptions(request, ['$select', '$expand', '$filter', '$top', '$skiptoken']);
    const site = siteOfRequest(request);
    const condition = options.filter === undefined ? undefined : parseCondition(options.filter);
    const found = request.core.store
      .all<List>('SELECT * FROM lists WHERE site_id = ? ORDER BY display_name', site.id)
      .filter(
        (list) => condition === undefined || meets(condition, (path) => entity(request.core, site, list, none)[path]),
      );
    const { link, part } = paged(request, found, options);
    const value = part.map((list) => entity(request.core, site, list, options));
    return ok(described(request, 'lists', { ...link, value }));
  },
  'POST /sites/{site}/lists': (request) => ({
    status: 201,
    body: described(request, 'lists/$entity', entity(request.core, siteOfRequest(request), create(request), none)),
  }),
  'GET /sites/{site}/lists/{list}': (request) => {
    const options = queryOptions(request, ['$select', '$expand']);
    const site = siteOfRequest(request);
    return ok(described(request, 'lists/$entity', entity(request.core, site, listOfRequest(request, site), options)));
  },
  'PATCH /sites/{site}/lists/{list}': (request) => {
    const site = siteOfRequest(request);
    const list = listOfRequest(request, site);
    const body = objectBody(request);
    const strange = Object.keys(body).find((name) => !['displayName', 'description'].includes(name));
    if (strange) throw notImplemented(`changing '${strange}' of a list`);
    const { store, clock } = request.core;
    store.run(
      'UPDATE lists SET display_name = ?, description = ?, version = version + 1, modified = ? WHERE id = ?',
      typeof body.displayName === 'string' ? body.displayName : list.display_name,
      typeof body.description === 'string' ? body.description : list.description,
      clock.isoSeconds(),
      list.id,
    );
    const changed = store.get<List>('SELECT * FROM lists WHERE id = ?', list.id) ?? list;
    return ok(described(request, 'lists/$entity', entity(request.core, site, changed, none)));
  },
  'DELETE /sites/{site}/lists/{list}': (request) => {
    const list = listOfRequest(request);
    for (const table of ['items', 'field_values', 'columns'])
      request.core.store.run(`DELETE FROM ${table} WHERE list_id = ?`, list.id);
    request.core.store.run('DELETE FROM lists WHERE id = ?', list.id);
    return { status: 204 };
  },
};
