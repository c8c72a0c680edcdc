import { z } from 'zod';
import { described, GraphError, type GraphRequest, ok, type Routes } from '../exchange.ts';
import { opened, sealed } from '../opaque.ts';
import { sharePointPages } from '../paging.ts';
import { linkTo, queryOptions } from '../query-options.ts';
import { itemEntity } from './item-entity.ts';
import type { Item } from './item-store.ts';
import { listOfRequest } from './list-store.ts';
import { siteOfRequest } from './sites.ts';

/** `began`: the newest change when a first round began; it leaves out what was deleted before. 0 in later rounds. */
const Token = z.object({ list: z.string(), after: z.int(), began: z.int() });
type Token = z.infer<typeof Token>;

/** SharePoint keeps its log of changes for 60 days; a token that is older has nothing to go on from. In ms of the tenant's clock. */
const goodFor = 60 * 86_400_000;

function understood({ core }: GraphRequest, text: string, listId: string): Token | undefined {
  const found = opened(core, 'items', text);
  const token = Token.safeParse(found?.says);
  if (!found || !token.success || token.data.list !== listId || core.clock.ms() - found.at > goodFor) return undefined;
  return token.data;
}

/** What changed in a list since a token, oldest change first, each item once with its latest state. */
export const deltaRoutes: Routes = {
  'GET /sites/{site}/lists/{list}/items/delta': (request) => {
    const { core } = request;
    const options = queryOptions(request, ['$select', '$expand', '$top', '$skiptoken', '$deltatoken']);
    const site = siteOfRequest(request);
    const list = listOfRequest(request, site);
    const path = `/sites/${site.id}/lists/${list.id}/items/delta`;
    const newest = core.store.get<{ change: number }>('SELECT change FROM lists WHERE id = ?', list.id)?.change ?? 0;
    const given = request.query.get('token') ?? request.query.get('$deltatoken') ?? options.skiptoken;
    const written = (token: Token) => sealed(core, 'items', token);
    if (given === 'latest') {
      return answer(request, [], {
        '@odata.deltaLink': linkTo(request, path, { token: written({ list: list.id, after: newest, began: 0 }) }),
      });
    }
    const from = given ? understood(request, given, list.id) : { list: list.id, after: 0, began: newest };
    if (!from || from.after > newest) throw resync(request, path);
    const size = Math.min(options.top ?? sharePointPages.usual, sharePointPages.most);
    const sql =
      'SELECT * FROM items WHERE list_id = ? AND change > ? AND (deleted = 0 OR change > ?) ORDER BY change LIMIT ?';
    const rows = core.store.all<Item>(sql, list.id, from.after, from.began, size + 1);
    const shown = rows.slice(0, size);
    const value = shown.map((row) =>
      row.deleted === 1
        ? { id: String(row.id), deleted: { state: 'deleted' } }
        : itemEntity(core, site, list, row, options.select, options.expand),
    );
    const after = shown.at(-1)?.change ?? from.after;
    return rows.length > size
      ? answer(request, value, {
          '@odata.nextLink': linkTo(request, path, { $skiptoken: written({ ...from, after }) }),
        })
      : answer(request, value, {
          '@odata.deltaLink': linkTo(request, path, { token: written({ list: list.id, after: newest, began: 0 }) }),
        });
  },
};

function answer(request: GraphRequest, value: readonly unknown[], link: Record<string, string>) {
  return ok(described(request, 'Collection(listItem)', { ...link, value }));
}

function resync(request: GraphRequest, path: string): GraphError {
  return new GraphError(
    410,
    'resyncRequired',
    'The delta token is no longer valid, and the application must reset its state.',
    {
      Location: `${linkTo(request, path, {})}`,
    },
  );
}
