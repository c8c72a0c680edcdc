/**
 * Sets the trust's site up: makes the lists, columns and indexes that are missing, and changes nothing that is there.
 * Run again it does nothing; a newer version of the service, or a measure added to the policy, adds what it brings.
 * Two that run at once end with one set of lists: what the other was first with is read and gone on from.
 */
import type { TrustPolicy } from '@owls/policy';
import { z } from 'zod';
import type { Graph } from '../m365/graph.ts';
import { GraphFailure } from '../m365/graph-failure.ts';
import type { Column, ListDefinition } from '../store/list-definition.ts';
import { listsOf } from '../store/lists.ts';
import { type KnownList, listFor, listsOfSite, sitePath } from '../store/site.ts';
import { columnBody } from './column-body.ts';
import { refuseGroupSite } from './group-site.ts';

const ColumnPage = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      indexed: z.boolean().nullish(),
      enforceUniqueValues: z.boolean().nullish(),
      choice: z.object({ choices: z.array(z.string()).nullish() }).nullish(),
    }),
  ),
});
type KnownColumn = z.infer<typeof ColumnPage>['value'][number];

export interface Provisioned {
  /** What was done, a sentence each; empty if everything was there. */
  readonly done: readonly string[];
  readonly lists: number;
}

/** Throws GroupSite where the site must not hold the lists, GraphFailure where Graph refuses. */
export async function provision(
  graph: Graph,
  at: { readonly siteHost: string; readonly sitePath: string },
  policy: TrustPolicy,
  tell: (done: string) => void = () => undefined,
): Promise<Provisioned> {
  const site = await sitePath(graph, at.siteHost, at.sitePath);
  await refuseGroupSite(graph, site, at);
  const definitions = Object.values(listsOf(policy));
  const done: string[] = [];
  const told = (what: string): void => {
    done.push(what);
    tell(what);
  };
  const known = await listsOfSite(graph, site);
  for (const definition of definitions) {
    const found = listFor(definition, known) ?? (await makeList(graph, site, definition, told));
    await completeColumns(graph, `${site}/lists/${found.id}`, definition, told);
  }
  return { done, lists: definitions.length };
}

const Made = z.object({ id: z.string() });

async function makeList(
  graph: Graph,
  site: string,
  definition: ListDefinition,
  told: (what: string) => void,
): Promise<KnownList> {
  try {
    const answer = await graph.send({
      method: 'POST',
      url: `${site}/lists`,
      body: {
        displayName: definition.title,
        description: definition.description,
        list: { template: 'genericList' },
        columns: definition.columns.map(columnBody),
      },
      // The title is taken once made: a repetition is refused, and the list that stands there is used.
      repeatable: true,
    });
    told(`Made the list "${definition.title}" with ${definition.columns.length} columns.`);
    return Made.parse(answer.body);
  } catch (error) {
    if (!isTaken(error)) throw error;
    const found = listFor(definition, await listsOfSite(graph, site));
    if (found === undefined) throw error;
    return found;
  }
}

async function completeColumns(
  graph: Graph,
  list: string,
  definition: ListDefinition,
  told: (what: string) => void,
): Promise<void> {
  let known = await columnsOf(graph, list);
  for (const column of definition.columns) {
    const there = known.find(({ name }) => name.toLowerCase() === column.name.toLowerCase());
    if (there !== undefined) {
      await mendColumn(graph, list, definition, column, there, told);
      continue;
    }
    try {
      await graph.send({ method: 'POST', url: `${list}/columns`, body: columnBody(column), repeatable: true });
      told(`Added "${column.displayName}" to the list "${definition.title}".`);
    } catch (error) {
      if (!isTaken(error)) throw error;
      known = await columnsOf(graph, list);
      if (!known.some(({ name }) => name === column.name)) throw error;
    }
  }
}

/** Sets the index, the uniqueness and the choices that a column lacks; what people added to it stays. */
async function mendColumn(
  graph: Graph,
  list: string,
  definition: ListDefinition,
  column: Column,
  there: KnownColumn,
  told: (what: string) => void,
): Promise<void> {
  const wanted = columnBody(column);
  const marks = (['indexed', 'enforceUniqueValues'] as const).filter(
    (mark) => wanted[mark] === true && there[mark] !== true,
  );
  const choices = there.choice?.choices ?? [];
  const missing = column.holds.as === 'choice' ? column.holds.of.filter((one) => !choices.includes(one)) : [];
  if (marks.length === 0 && missing.length === 0) return;
  await graph.send({
    method: 'PATCH',
    url: `${list}/columns/${there.id}`,
    body: {
      ...Object.fromEntries(marks.map((mark) => [mark, true])),
      ...(missing.length === 0 ? {} : { choice: { choices: [...choices, ...missing] } }),
    },
  });
  const what = [
    ...marks.map((mark) => (mark === 'indexed' ? 'an index' : 'unique values')),
    ...(missing.length === 0 ? [] : [`the choices ${missing.join(', ')}`]),
  ];
  told(`Gave "${column.displayName}" of the list "${definition.title}" ${what.join(' and ')}.`);
}

async function columnsOf(graph: Graph, list: string): Promise<KnownColumn[]> {
  return ColumnPage.parse(await graph.get(`${list}/columns`)).value;
}

/** Somebody was first: SharePoint says 409, or 400 with words for it. */
function isTaken(error: unknown): boolean {
  if (!(error instanceof GraphFailure)) return false;
  return error.status === 409 || (error.status === 400 && /already exists|duplicate/i.test(error.message));
}
