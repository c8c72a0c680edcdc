import { createHash } from 'node:crypto';
import type { Core } from '../../core/core.ts';
import type { Store } from '../../core/store.ts';
import { group, sharePointHost, tenant } from '../../entra/directory.ts';
import { described, type GraphRequest, notFound, ok, type Routes } from '../exchange.ts';
import { queryOptions, selected } from '../query-options.ts';

export interface Site {
  readonly id: string;
  readonly path: string;
  readonly displayName: string;
  readonly groupId: string | null;
  readonly created: string;
}
interface Row {
  id: string;
  path: string;
  display_name: string;
  group_id: string | null;
  created: string;
}
const siteOf = (row: Row): Site => ({
  id: row.id,
  path: row.path,
  displayName: row.display_name,
  groupId: row.group_id,
  created: row.created,
});

/** A GUID that is always the same for the same words. */
export function guidOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Makes a site, or renames one and sets its group; its id comes from the tenant and the path. */
export function putSite(core: Core, path: string, displayName: string, groupId: string | null): void {
  const seed = tenant(core.store)?.id ?? '';
  const id = `${sharePointHost(core.store)},${guidOf(seed, path, 'site')},${guidOf(seed, path, 'web')}`;
  core.store.run(
    `INSERT INTO sites (id, path, display_name, group_id, created) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET display_name = excluded.display_name, group_id = excluded.group_id`,
    id,
    path,
    displayName,
    groupId,
    core.clock.isoSeconds(),
  );
}

/** The site at a path like `/sites/improvement`. */
export function siteAt(store: Store, path: string): Site | undefined {
  const row = store.get<Row>('SELECT * FROM sites WHERE path = ?', path.replace(/\/$/, ''));
  return row && siteOf(row);
}

/** The site of a request's `{site}`: its full id, its middle GUID, or `host:/path`. */
export function siteOfRequest(request: GraphRequest): Site {
  const { store } = request.core;
  const key = request.hole('site');
  const [host, path] = key.includes(':/') ? [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)] : [];
  const found = path === undefined ? siteById(store, key) : siteAt(store, path);
  if (!found || (host !== undefined && host.toLowerCase() !== sharePointHost(store).toLowerCase()))
    throw notFound('Requested site could not be found');
  return found;
}

function siteById(store: Store, key: string): Site | undefined {
  const row = store.get<Row>("SELECT * FROM sites WHERE id = ? OR id LIKE '%,' || ? || ',%'", key, key);
  return row && siteOf(row);
}

export function webUrl(core: Core, site: Site): string {
  return `https://${sharePointHost(core.store)}${site.path}`;
}

function entity(core: Core, site: Site): Record<string, unknown> {
  return {
    createdDateTime: site.created,
    description: '',
    id: site.id,
    lastModifiedDateTime: site.created,
    name: site.path.split('/').at(-1),
    webUrl: webUrl(core, site),
    displayName: site.displayName,
    root: {},
    siteCollection: { hostname: sharePointHost(core.store) },
  };
}

/** The drive (document library) of a site; a group-connected site's drive is owned by its group. */
function driveEntity(core: Core, site: Site): Record<string, unknown> {
  const owning = site.groupId === null ? undefined : group(core.store, site.groupId);
  return {
    createdDateTime: site.created,
    description: '',
    id: driveId(site),
    lastModifiedDateTime: site.created,
    name: 'Documents',
    webUrl: `${webUrl(core, site)}/Shared%20Documents`,
    driveType: 'documentLibrary',
    owner: owning
      ? { group: { id: owning.id, displayName: owning.displayName } }
      : { user: { displayName: 'System Account' } },
  };
}

export function driveId(site: Site): string {
  return `b!${Buffer.from(site.id.split(',').slice(1).join('').replaceAll('-', ''), 'hex').toString('base64url')}`;
}

export function siteOfDrive(core: Core, id: string): Site {
  const site = core.store
    .all<Row>('SELECT * FROM sites')
    .map(siteOf)
    .find((one) => driveId(one) === id);
  if (!site) throw notFound('The drive could not be found.');
  return site;
}

const one = (request: GraphRequest) => {
  const { select } = queryOptions(request, ['$select']);
  return ok(described(request, 'sites/$entity', selected(entity(request.core, siteOfRequest(request)), select)));
};
const drive = (request: GraphRequest, site: Site) =>
  ok(
    described(
      request,
      'drives/$entity',
      selected(driveEntity(request.core, site), queryOptions(request, ['$select']).select),
    ),
  );

export const siteRoutes: Routes = {
  'GET /sites/{site}': one,
  'GET /sites/{site}/drive': (request) => drive(request, siteOfRequest(request)),
  'GET /sites/{site}/drives': (request) =>
    ok(described(request, 'drives', { value: [driveEntity(request.core, siteOfRequest(request))] })),
  'GET /drives/{drive}': (request) => drive(request, siteOfDrive(request.core, request.hole('drive'))),
};
