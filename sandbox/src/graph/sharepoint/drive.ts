import { randomUUID } from 'node:crypto';
import type { Core } from '../../core/core.ts';
import {
  badRequest,
  described,
  type GraphAnswer,
  GraphError,
  type GraphRequest,
  isObject,
  notFound,
  objectBody,
  ok,
  type Routes,
} from '../exchange.ts';
import { paged } from '../paging.ts';
import { queryOptions, selected } from '../query-options.ts';
import { driveId, type Site, siteOfDrive, siteOfRequest, webUrl } from './sites.ts';

interface DriveItem {
  readonly id: string;
  readonly site_id: string;
  readonly parent_id: string;
  readonly name: string;
  readonly is_folder: number;
  readonly mime: string;
  readonly size: number;
  readonly version: number;
  readonly created: string;
  readonly modified: string;
}
const shownColumns = 'id, site_id, parent_id, name, is_folder, mime, size, version, created, modified';
/** The top of a drive is not a row: its id is this. */
const rootId = 'root';
const forbidden = /["*:<>?\\|]/;

function rootOf(site: Site): DriveItem {
  const times = { created: site.created, modified: site.created };
  return {
    id: rootId,
    site_id: site.id,
    parent_id: '',
    name: 'root',
    is_folder: 1,
    mime: '',
    size: 0,
    version: 1,
    ...times,
  };
}

function child(core: Core, site: Site, parentId: string, name: string): DriveItem | undefined {
  const sql = `SELECT ${shownColumns} FROM drive_items WHERE site_id = ? AND parent_id = ? AND name = ?`;
  return core.store.get<DriveItem>(sql, site.id, parentId, name);
}

function children(core: Core, site: Site, parentId: string): DriveItem[] {
  return core.store.all<DriveItem>(
    `SELECT ${shownColumns} FROM drive_items WHERE site_id = ? AND parent_id = ? ORDER BY name`,
    site.id,
    parentId,
  );
}

function byPath(core: Core, site: Site, path: string): DriveItem {
  let at = rootOf(site);
  for (const name of path.split('/').filter((part) => part !== '')) {
    const next = child(core, site, at.id, name);
    if (!next) throw notFound('The resource could not be found.');
    at = next;
  }
  return at;
}

function byId(core: Core, site: Site, id: string): DriveItem {
  if (id === rootId) return rootOf(site);
  const row = core.store.get<DriveItem>(
    `SELECT ${shownColumns} FROM drive_items WHERE site_id = ? AND id = ?`,
    site.id,
    id,
  );
  if (!row) throw notFound('The resource could not be found.');
  return row;
}

function folder(core: Core, site: Site, parent: DriveItem, name: string): DriveItem {
  if (forbidden.test(name)) throw badRequest(`The name '${name}' has characters that are not allowed.`);
  const known = child(core, site, parent.id, name);
  if (known?.is_folder === 1) return known;
  if (known) throw new GraphError(409, 'nameAlreadyExists', `A file with the name '${name}' already exists.`);
  const now = core.clock.isoSeconds();
  core.store.run(
    "INSERT INTO drive_items (id, site_id, parent_id, name, is_folder, mime, size, version, created, modified) VALUES (?, ?, ?, ?, 1, '', 0, 1, ?, ?)",
    ...[newId(), site.id, parent.id, name, now, now],
  );
  return byPathFrom(core, site, parent, name);
}

function byPathFrom(core: Core, site: Site, parent: DriveItem, name: string): DriveItem {
  const found = child(core, site, parent.id, name);
  if (!found) throw notFound();
  return found;
}

const newId = () => `01${randomUUID().replaceAll('-', '').toUpperCase()}`;

/** Writes a file by path, making the folders on the way, as SharePoint does. */
function upload(request: GraphRequest, site: Site): GraphAnswer {
  const { core } = request;
  const parts = request
    .hole('path')
    .split('/')
    .filter((part) => part !== '');
  const name = parts.pop();
  if (name === undefined || forbidden.test(name))
    throw badRequest('The file needs a name without the characters " * : < > ? \\ |.');
  const parent = parts.reduce((at, part) => folder(core, site, at, part), rootOf(site));
  const old = child(core, site, parent.id, name);
  if (old?.is_folder === 1)
    throw new GraphError(409, 'nameAlreadyExists', `A folder with the name '${name}' already exists.`);
  const bytes = request.bytes ?? new Uint8Array();
  const mime = request.header('content-type') ?? 'application/octet-stream';
  const now = core.clock.isoSeconds();
  core.store.run(
    `INSERT INTO drive_items (id, site_id, parent_id, name, is_folder, mime, content, size, version, created, modified) VALUES (?, ?, ?, ?, 0, ?, ?, ?, 1, ?, ?)
     ON CONFLICT (site_id, parent_id, name) DO UPDATE SET mime = excluded.mime, content = excluded.content, size = excluded.size, version = version + 1, modified = excluded.modified`,
    ...[old?.id ?? newId(), site.id, parent.id, name, mime, bytes, bytes.byteLength, now, now],
  );
  return {
    status: old ? 200 : 201,
    body: described(request, 'driveItems/$entity', entity(core, site, byPathFrom(core, site, parent, name))),
  };
}

function content(request: GraphRequest, site: Site, file: DriveItem): GraphAnswer {
  if (file.is_folder === 1) throw badRequest('A folder has no content.');
  const row = request.core.store.get<{ content: Uint8Array | ArrayBuffer }>(
    'SELECT content FROM drive_items WHERE site_id = ? AND id = ?',
    site.id,
    file.id,
  );
  return {
    status: 200,
    headers: { 'Content-Type': file.mime },
    bytes: new Uint8Array(row?.content ?? new ArrayBuffer(0)),
  };
}

function entity(core: Core, site: Site, row: DriveItem): Record<string, unknown> {
  const kind =
    row.is_folder === 1
      ? { folder: { childCount: children(core, site, row.id).length } }
      : { file: { mimeType: row.mime } };
  return {
    createdDateTime: row.created,
    eTag: `"{${row.id}},${row.version}"`,
    id: row.id,
    lastModifiedDateTime: row.modified,
    name: row.name,
    webUrl: `${webUrl(core, site)}/Shared%20Documents/${encodeURIComponent(row.name)}`,
    cTag: `"c:{${row.id}},${row.version}"`,
    size: row.size,
    parentReference: { driveType: 'documentLibrary', driveId: driveId(site), id: row.parent_id, siteId: site.id },
    ...kind,
    ...(row.id === rootId ? { root: {} } : {}),
  };
}

const shown = (request: GraphRequest, site: Site, row: DriveItem) =>
  ok(
    described(
      request,
      'driveItems/$entity',
      selected(entity(request.core, site, row), queryOptions(request, ['$select']).select),
    ),
  );

function childrenOf(request: GraphRequest, site: Site, row: DriveItem): GraphAnswer {
  const options = queryOptions(request, ['$select', '$top', '$skiptoken']);
  const { link, part } = paged(request, children(request.core, site, row.id), options);
  const value = part.map((one) => selected(entity(request.core, site, one), options.select));
  return ok(described(request, 'driveItems', { ...link, value }));
}

function makeFolder(request: GraphRequest, site: Site, parent: DriveItem): GraphAnswer {
  const body = objectBody(request);
  if (typeof body.name !== 'string' || !isObject(body.folder))
    throw badRequest("Only folders are made here: give 'name' and 'folder'.");
  if (child(request.core, site, parent.id, body.name))
    throw new GraphError(409, 'nameAlreadyExists', `An item with the name '${body.name}' already exists.`);
  const made = folder(request.core, site, parent, body.name);
  return { status: 201, body: described(request, 'driveItems/$entity', entity(request.core, site, made)) };
}

function remove(request: GraphRequest, site: Site, row: DriveItem): GraphAnswer {
  for (const one of children(request.core, site, row.id)) remove(request, site, one);
  request.core.store.run('DELETE FROM drive_items WHERE site_id = ? AND id = ?', site.id, row.id);
  return { status: 204 };
}

/** The same operations under a site's drive and under a drive's own id. */
function routesUnder(prefix: string, siteFor: (request: GraphRequest) => Site): Routes {
  const at = (request: GraphRequest, site: Site) => byPath(request.core, site, request.hole('path'));
  const by = (request: GraphRequest, site: Site) => byId(request.core, site, request.hole('item'));
  const on = (work: (request: GraphRequest, site: Site) => GraphAnswer) => (request: GraphRequest) =>
    work(request, siteFor(request));
  return {
    [`GET ${prefix}/root`]: on((request, site) => shown(request, site, rootOf(site))),
    [`GET ${prefix}/root/children`]: on((request, site) => childrenOf(request, site, rootOf(site))),
    [`POST ${prefix}/root/children`]: on((request, site) => makeFolder(request, site, rootOf(site))),
    [`GET ${prefix}/root/at/{path}`]: on((request, site) => shown(request, site, at(request, site))),
    [`GET ${prefix}/root/at/{path}/children`]: on((request, site) => childrenOf(request, site, at(request, site))),
    [`PUT ${prefix}/root/at/{path}/content`]: on(upload),
    [`GET ${prefix}/root/at/{path}/content`]: on((request, site) => content(request, site, at(request, site))),
    [`GET ${prefix}/items/{item}`]: on((request, site) => shown(request, site, by(request, site))),
    [`GET ${prefix}/items/{item}/children`]: on((request, site) => childrenOf(request, site, by(request, site))),
    [`POST ${prefix}/items/{item}/children`]: on((request, site) => makeFolder(request, site, by(request, site))),
    [`GET ${prefix}/items/{item}/content`]: on((request, site) => content(request, site, by(request, site))),
    [`DELETE ${prefix}/items/{item}`]: on((request, site) => remove(request, site, by(request, site))),
  };
}

export const driveRoutes: Routes = {
  ...routesUnder('/sites/{site}/drive', siteOfRequest),
  ...routesUnder('/drives/{drive}', (request) => siteOfDrive(request.core, request.hole('drive'))),
};
