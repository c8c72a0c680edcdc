import type { TrustPolicy } from '@owls/policy';
import { ROLE_WORDS } from '../people/role-words.ts';
import { dateText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';

/** A policy value as the page shows it: a table of single values, a table of rows alike, or a group of further parts. */
export type Part =
  | { readonly kind: 'table'; readonly caption: string; readonly heads: readonly string[]; readonly rows: Rows }
  | { readonly kind: 'group'; readonly caption: string; readonly parts: readonly Part[] };
type Rows = readonly (readonly string[])[];
type Fields = Readonly<Record<string, unknown>>;

const MOST_COLUMNS = 8;
const IN_GENERAL = 'In general';

/** "proposalsOpen" is "Proposals open". */
export function labelOf(key: string): string {
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([a-z])\.([a-z])/g, '$1, $2')
    .replaceAll('-', ' ')
    .toLowerCase()
    .replace(/\b(ceo|soap|kpis?)\b/g, (short) => short.toUpperCase().replace('KPIS', 'KPIs'));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The value with the keys of measures told by their names. */
export function withMeasureNames(value: unknown, policy: TrustPolicy): unknown {
  const names = new Map(policy.soap.measures.map(({ key, name }) => [key, name]));
  const named = (one: unknown): unknown => {
    if (typeof one === 'string') return names.get(one) ?? one;
    if (Array.isArray(one)) return one.map(named);
    return isFields(one)
      ? Object.fromEntries(Object.entries(one).map(([key, each]) => [key, key === 'key' ? each : named(each)]))
      : one;
  };
  return named(value);
}

/** A value that fits a cell, in words; `undefined` where it needs a table of its own. */
export function cellText(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateText(value) : roleOrText(value);
  if (Array.isArray(value)) return listText(value);
  if (!isFields(value)) return undefined;
  if (typeof value.days === 'number' && typeof value.at === 'string' && Object.keys(value).length === 2) {
    return `${counted(value.days, 'day')}, ${value.at}`;
  }
  const fields = Object.entries(value).map(([key, one]) => [labelOf(key), cellText(one)] as const);
  return fields.length <= 4 && fields.every(([, text]) => text !== undefined)
    ? fields.map(([label, text]) => `${label.toLowerCase()}: ${text}`).join('; ')
    : undefined;
}

/** A topic of the policy in tables, nothing left out. */
export function partsOf(caption: string, value: unknown): readonly Part[] {
  if (Array.isArray(value)) return listParts(caption, value);
  if (!isFields(value)) return [table(caption, ['Value'], [[cellText(value) ?? '']])];
  const entries = Object.entries(value);
  const rows = entries.filter((entry): entry is [string, Fields] => isFields(entry[1]) && isFlat(entry[1]));
  if (rows.length > 1 && rows.length === entries.length) {
    if (rows.some(([, one]) => Object.keys(one).length > MOST_COLUMNS)) return [turned(caption, rows)];
    return [
      alike(
        caption,
        rows.map(([key, one]) => [nameOf(key), one]),
      ),
    ];
  }
  const single = entries.flatMap(([key, one]) => {
    const text = cellText(one);
    return text === undefined ? [] : [[labelOf(key), text]];
  });
  const further = entries.filter(([, one]) => cellText(one) === undefined);
  return [
    ...(single.length > 0 ? [table(IN_GENERAL, ['What', 'Value'], single)] : []),
    ...further.flatMap(([key, one]) => partsOf(labelOf(key), one)),
  ];
}

function listParts(caption: string, list: readonly unknown[]): readonly Part[] {
  const fields = list.filter(isFields);
  if (fields.length < list.length)
    return [
      table(
        caption,
        ['Value'],
        list.map((one) => [cellText(one) ?? '']),
      ),
    ];
  if (fields.every((one) => isFlat(one) && Object.keys(one).length <= MOST_COLUMNS))
    return [
      alike(
        caption,
        fields.map((one) => ['', one]),
      ),
    ];
  const parts = fields.map((one, at): Part => {
    const name = [one.name, one.title, one.key].find((text) => typeof text === 'string') ?? String(at + 1);
    return { kind: 'group', caption: String(name), parts: partsOf(String(name), one) };
  });
  return [{ kind: 'group', caption, parts }];
}

/** Rows of the same kind, a column for each field that any of them has. */
function alike(caption: string, rows: readonly (readonly [string, Fields])[]): Part {
  const keys = [...new Set(rows.flatMap(([, fields]) => Object.keys(fields)))];
  const named = rows.some(([name]) => name !== '');
  return table(
    caption,
    [...(named ? ['What'] : []), ...keys.map(labelOf)],
    rows.map(([name, fields]) => [...(named ? [name] : []), ...keys.map((key) => cellText(fields[key]) ?? '')]),
  );
}

/** The same with a column for each of few and a row for each of many fields: who may do what. */
function turned(caption: string, columns: readonly (readonly [string, Fields])[]): Part {
  const keys = [...new Set(columns.flatMap(([, fields]) => Object.keys(fields)))];
  return table(
    caption,
    ['What', ...columns.map(([name]) => nameOf(name))],
    keys.map((key) => [labelOf(key), ...columns.map(([, fields]) => cellText(fields[key]) ?? '')]),
  );
}

function isFlat(fields: Fields): boolean {
  return Object.values(fields).every((one) => cellText(one) !== undefined);
}

function listText(list: readonly unknown[]): string | undefined {
  if (list.length === 0) return 'none';
  const texts = list.map((one) => (isFields(one) || Array.isArray(one) ? undefined : cellText(one)));
  return texts.every((text) => text !== undefined) ? texts.join(', ') : undefined;
}

/** What a row or column is of: a role by the trust's word for it, else the key in words. */
function nameOf(key: string): string {
  const role = roleOrText(key);
  return role === key ? labelOf(key) : role;
}

function roleOrText(text: string): string {
  return Object.entries(ROLE_WORDS).find(([known]) => known === text)?.[1] ?? text;
}

function table(caption: string, heads: readonly string[], rows: Rows): Part {
  return { kind: 'table', caption, heads, rows };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
