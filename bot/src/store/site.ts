/** The SharePoint site that holds the trust's lists, and where its lists are. */
import { z } from 'zod';
import type { Graph } from '../m365/graph.ts';
import type { ListDefinition } from './list-definition.ts';

const SiteBody = z.object({ id: z.string() });
const ListPage = z.object({
  value: z.array(z.object({ id: z.string(), name: z.string().nullish(), displayName: z.string().nullish() })),
  '@odata.nextLink': z.string().optional(),
});
export type KnownList = z.infer<typeof ListPage>['value'][number];

/** The Graph path of the site, `/sites/{id}`. Throws GraphFailure (404) where there is none, (403) without rights. */
export async function sitePath(graph: Graph, host: string, path: string): Promise<string> {
  const site = SiteBody.parse(await graph.get(`/sites/${host}:${encodeURI(path)}`));
  return `/sites/${site.id}`;
}

/** All lists of the site. */
export async function listsOfSite(graph: Graph, site: string): Promise<KnownList[]> {
  const found: KnownList[] = [];
  const visited = new Set<string>();
  let link: string | undefined = `${site}/lists?$select=id,name,displayName`;
  while (link !== undefined && !visited.has(link)) {
    visited.add(link);
    const page: z.infer<typeof ListPage> = ListPage.parse(await graph.get(link));
    found.push(...page.value);
    link = page['@odata.nextLink'];
  }
  return found;
}

/** The list a definition means: by the name it was created with, which a new display name does not change. */
export function listFor(definition: ListDefinition, known: readonly KnownList[]): KnownList | undefined {
  const wanted = plain(definition.title);
  return (
    known.find(({ name }) => plain(name ?? '') === wanted) ??
    known.find(({ displayName }) => plain(displayName ?? '') === wanted)
  );
}

const plain = (name: string): string => name.replaceAll(/[\s_-]|%20/g, '').toLowerCase();
