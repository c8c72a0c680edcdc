/** The SharePoint site that holds the trust's lists, and where its lists are. */
import { z } from 'zod';
import { everyPage } from '../m365/every-page.ts';
import type { Graph } from '../m365/graph.ts';
import type { ListDefinition } from './list-definition.ts';

const SiteBody = z.object({ id: z.string() });
const ListBody = z.object({ id: z.string(), name: z.string().nullish(), displayName: z.string().nullish() });
export type KnownList = z.infer<typeof ListBody>;

/** The Graph path of the site, `/sites/{id}`. Throws GraphFailure (404) where there is none, (403) without rights. */
export async function sitePath(graph: Graph, host: string, path: string): Promise<string> {
  const site = SiteBody.parse(await graph.get(`/sites/${host}:${encodeURI(path)}`));
  return `/sites/${site.id}`;
}

/** All lists of the site. */
export async function listsOfSite(graph: Graph, site: string): Promise<KnownList[]> {
  const found = await everyPage(graph, `${site}/lists?$select=id,name,displayName`);
  return found.map((body) => ListBody.parse(body));
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
