import { z } from 'zod';
import type { Graph } from '../m365/graph.ts';
import { failureOf } from '../m365/graph-failure.ts';
import type { ListDefinition } from './list-definition.ts';

const ColumnPage = z.object({ value: z.array(z.object({ name: z.string() })) });

/** Columns the definitions have and the lists lack, as sentences; one request for all lists. */
export async function missingColumns<K extends string>(
  graph: Graph,
  lists: Readonly<Record<K, ListDefinition>>,
  paths: Readonly<Record<K, string>>,
): Promise<string[]> {
  const names = Object.keys(lists) as K[];
  const answers = await graph.batch(
    names.map((name) => ({ method: 'GET', url: `${paths[name]}/columns?$select=name` })),
  );
  return names.flatMap((name, index) => {
    const answer = answers[index];
    if (answer === undefined || answer.status >= 400) {
      throw failureOf(`GET columns of ${lists[name].title}`, answer?.status ?? 0, answer?.body);
    }
    const there = new Set(ColumnPage.parse(answer.body).value.map((column) => column.name));
    const missing = lists[name].columns
      .filter((column) => !there.has(column.name))
      .map(({ displayName }) => displayName);
    return missing.length === 0 ? [] : [`the list "${lists[name].title}" lacks ${missing.join(', ')}`];
  });
}
