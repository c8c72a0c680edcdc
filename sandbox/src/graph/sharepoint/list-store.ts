import { type GraphRequest, notFound } from '../exchange.ts';
import { type Site, siteOfRequest } from './sites.ts';

export interface List {
  readonly id: string;
  readonly site_id: string;
  readonly name: string;
  readonly display_name: string;
  readonly description: string;
  readonly version: number;
  readonly created: string;
  readonly modified: string;
}

/** The list of a request's `{list}`, by id, name or title. */
export function listOfRequest(request: GraphRequest, site: Site = siteOfRequest(request)): List {
  const key = request.hole('list');
  const { store } = request.core;
  const row =
    store.get<List>('SELECT * FROM lists WHERE site_id = ? AND id = ?', site.id, key.toLowerCase()) ??
    store.get<List>('SELECT * FROM lists WHERE site_id = ? AND (display_name = ? OR name = ?)', site.id, key, key);
  if (!row) throw notFound('The specified list was not found');
  return row;
}
