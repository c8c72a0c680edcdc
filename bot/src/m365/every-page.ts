import { z } from 'zod';
import type { Graph } from './graph.ts';

const Page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** All that a collection of Graph holds, page after page. A link that leads back to a page already read ends it. */
export async function everyPage(graph: Graph, url: string): Promise<unknown[]> {
  const found: unknown[] = [];
  const visited = new Set<string>();
  let link: string | undefined = url;
  while (link !== undefined && !visited.has(link)) {
    visited.add(link);
    const page: z.output<typeof Page> = Page.parse(await graph.get(link));
    found.push(...page.value);
    link = page['@odata.nextLink'];
  }
  return found;
}
