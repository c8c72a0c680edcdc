import { badRequest, type GraphRequest, notImplemented } from './exchange.ts';

const graphs = [
  '$select',
  '$expand',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$search',
  '$skiptoken',
  '$deltatoken',
  '$format',
];

export interface Expansion {
  readonly name: string;
  readonly select: readonly string[] | undefined;
  readonly filter: string | undefined;
}
export interface Order {
  readonly path: string;
  readonly descending: boolean;
}
export interface QueryOptions {
  readonly select: readonly string[] | undefined;
  readonly expand: readonly Expansion[];
  readonly filter: string | undefined;
  readonly orderby: readonly Order[];
  readonly top: number | undefined;
  readonly skip: number | undefined;
  readonly skiptoken: string | undefined;
}

/** The query options, each of which has to be one the operation answers: no option is silently ignored. */
export function queryOptions(request: GraphRequest, answered: readonly string[]): QueryOptions {
  const given = new Map<string, string>();
  for (const [name, text] of request.query) {
    const option = name.toLowerCase();
    if (!option.startsWith('$')) continue;
    if (!graphs.includes(option)) throw badRequest(`The query option '${name}' is unknown.`);
    if (!answered.includes(option)) throw notImplemented(`the query option ${option} on ${request.path}`);
    given.set(option, text);
  }
  const skip = given.get('$skip');
  if (skip !== undefined && !/^\d+$/.test(skip)) throw badRequest(`Invalid value '${skip}' for $skip.`);
  const top = given.get('$top');
  if (top !== undefined && !(/^\d+$/.test(top) && Number(top) > 0))
    throw badRequest(`Invalid value '${top}' for $top.`);
  return {
    select: list(given.get('$select')),
    expand: split(given.get('$expand') ?? '', ',').map(expansion),
    filter: given.get('$filter'),
    orderby: split(given.get('$orderby') ?? '', ',').map(order),
    top: top === undefined ? undefined : Number(top),
    skip: skip === undefined ? undefined : Number(skip),
    skiptoken: given.get('$skiptoken'),
  };
}

function list(text: string | undefined): string[] | undefined {
  return text === undefined ? undefined : split(text, ',');
}

function expansion(text: string): Expansion {
  const [, name = text, inside] = /^([A-Za-z]+)\((.*)\)$/s.exec(text) ?? [];
  const options = new Map(
    split(inside ?? '', ';').map((part) => [
      part.split('=')[0]?.trim().toLowerCase() ?? '',
      part.slice(part.indexOf('=') + 1).trim(),
    ]),
  );
  for (const option of options.keys()) {
    if (option !== '$select' && option !== '$filter') throw notImplemented(`${option} inside $expand`);
  }
  return { name, select: list(options.get('$select')), filter: options.get('$filter') };
}

function order(text: string): Order {
  const [path = '', direction = 'asc', ...rest] = text.split(/\s+/);
  if (rest.length > 0 || !['asc', 'desc'].includes(direction)) throw badRequest(`Invalid $orderby: '${text}'.`);
  return { path, descending: direction === 'desc' };
}

/** Splits at the top level only: not inside brackets or quotes. */
function split(text: string, by: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = '';
  for (const letter of text) {
    if (letter === "'") quoted = !quoted;
    if (!quoted && letter === '(') depth += 1;
    if (!quoted && letter === ')') depth -= 1;
    if (letter === by && depth === 0 && !quoted) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  parts.push(part);
  return parts.map((one) => one.trim()).filter((one) => one !== '');
}

/** `entity` reduced to the properties asked for; annotations stay. */
export function selected(
  entity: Record<string, unknown>,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  if (!select || select.includes('*')) return entity;
  const wanted = new Set(select.map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => name.startsWith('@') || wanted.has(name.toLowerCase())),
  );
}

/** The page size asked for with `Prefer: odata.maxpagesize=n`; 400 if it is no number above zero. */
export function maxPageSize(request: GraphRequest): number | undefined {
  const text = /odata\.maxpagesize\s*=\s*([^,;\s]+)/i.exec(request.header('prefer') ?? '')?.[1];
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw badRequest(`Invalid value '${text}' for the preference odata.maxpagesize.`);
  return Number(text);
}

/** A collection the sandbox does not page: whole, or a 501 if fewer were asked for than there are. */
export function whole<T>(request: GraphRequest, value: readonly T[], { top }: QueryOptions): readonly T[] {
  if (top !== undefined && value.length > top) throw notImplemented(`paging ${request.path}`);
  return value;
}

/** An address that goes on from here: the same request with `changed` options. */
export function linkTo(request: GraphRequest, path: string, changed: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(
    [...request.query].filter(([name]) => !/^(\$skiptoken|\$deltatoken|token|\$skip)$/i.test(name)),
  );
  for (const [name, value] of Object.entries(changed)) query.set(name, value);
  return `${request.core.endpoints.graph}${path}?${query.toString().replaceAll('%24', '$').replaceAll('+', '%20')}`;
}
