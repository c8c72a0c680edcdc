import { z } from 'zod';
import { badRequest, GraphError, type GraphRequest } from './exchange.ts';
import { opened, sealed } from './opaque.ts';
import { linkTo, type QueryOptions } from './query-options.ts';

const Place = z.object({ path: z.string(), at: z.int() });

/** A token that goes on at a place of this very collection. */
export function tokenAt(request: GraphRequest, path: string, at: number): string {
  return sealed(request.core, 'page', { path, at });
}

/** The place a `$skiptoken` stands for; 0 without one, 400 for one that was not given for this collection. */
export function placeOf(request: GraphRequest, path: string, skiptoken: string | undefined): number {
  if (skiptoken === undefined) return 0;
  const place = Place.safeParse(opened(request.core, 'page', skiptoken)?.says);
  if (place.success && place.data.path === path) return place.data.at;
  throw badRequest('The $skiptoken is not one that this service gave.');
}

interface Sizes {
  /** Without `$top`. */
  readonly usual: number;
  readonly most: number;
}
/** SharePoint's and OneDrive's pages; a larger `$top` gets the largest page. */
export const sharePointPages: Sizes = { usual: 200, most: 5000 };

/** One page of a collection, with the link to the next if there is one. */
export function paged<T>(
  request: GraphRequest,
  all: readonly T[],
  { top, skiptoken }: Pick<QueryOptions, 'top' | 'skiptoken'>,
  { usual, most }: Sizes = sharePointPages,
): { link: Readonly<Record<string, string>>; part: readonly T[] } {
  const { path } = request;
  const from = placeOf(request, path, skiptoken);
  const until = from + Math.min(top ?? usual, most);
  const next =
    all.length > until
      ? { '@odata.nextLink': linkTo(request, path, { $skiptoken: tokenAt(request, path, until) }) }
      : {};
  return { link: next, part: all.slice(from, until) };
}

/** Entra's pages: 100, at most 999, and more is refused ("list users", "list groups"). */
export function directoryPage<T>(
  request: GraphRequest,
  all: readonly T[],
  options: Pick<QueryOptions, 'top' | 'skiptoken'>,
): ReturnType<typeof paged<T>> {
  if ((options.top ?? 1) > 999) {
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      `Invalid page size specified: '${options.top}'. Must be between 1 and 999 inclusive.`,
    );
  }
  return paged(request, all, options, { usual: 100, most: 999 });
}
