/** A list item as Graph gives it, reduced to what the store needs. */
import { z } from 'zod';
import type { Fields } from './list-definition.ts';

export interface Item {
  readonly id: string;
  /** Key of the row; empty if somebody emptied it. */
  readonly key: string;
  /** ETag for `If-Match`. */
  readonly version: string;
  /** ISO instant; empty where the answer did not tell. */
  readonly modified: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const FieldSet = z.record(z.string(), z.unknown());
const ItemBody = z.object({
  id: z.coerce.string(),
  eTag: z.string().optional(),
  '@odata.etag': z.string().optional(),
  lastModifiedDateTime: z.string().optional(),
  fields: FieldSet.optional(),
  deleted: z.object({ state: z.string().nullish() }).nullish(),
});

/** Reads an item of an answer; 'gone' for a deleted one. Throws ZodError if Graph answered something else. */
export function itemOf(body: unknown): Item | { readonly id: string; readonly gone: true } {
  const read = ItemBody.parse(body);
  if (read.deleted) return { id: read.id, gone: true };
  const fields = read.fields ?? {};
  return {
    id: read.id,
    key: textOf(fields.Key),
    version: read.eTag ?? read['@odata.etag'] ?? textOf(fields['@odata.etag']),
    modified: read.lastModifiedDateTime ?? '',
    fields,
  };
}

/** The item after its fields were set; an answer leaves out what is empty, so what was set counts beside it. */
export function withFields(item: Item, set: Fields, body: unknown, etagHeader: string | undefined): Item {
  const told = FieldSet.parse(body);
  const fields = { ...item.fields, ...set, ...told };
  const version = textOf(told['@odata.etag']) || (etagHeader ?? '');
  return { id: item.id, key: textOf(fields.Key), version, modified: textOf(told.Modified) || item.modified, fields };
}

/**
 * Whether `a` is a later state of a row than `b`, by SharePoint's ETag `"guid,number"`. Undefined if they can't be
 * compared.
 */
export function isLater(a: string, b: string): boolean | undefined {
  const [first, second] = [numberOf(a), numberOf(b)];
  if (first === undefined || second === undefined || first.row !== second.row) return undefined;
  return first.number > second.number;
}

function numberOf(etag: string): { row: string; number: number } | undefined {
  const found = /^(?:W\/)?"?([^",]+),(\d+)"?$/.exec(etag);
  return found?.[1] === undefined ? undefined : { row: found[1].toLowerCase(), number: Number(found[2]) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
