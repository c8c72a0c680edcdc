import { filter as parseFilter } from 'odata-v4-parser';
import { badRequest, notImplemented } from './exchange.ts';

/** A value in a filter or in a row: what `$filter` can compare. */
export type Scalar = string | number | boolean | null;
type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** A parsed `$filter`. Paths are written with slashes; `any` holds for one element of a collection. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly path: string; readonly by: Comparison; readonly to: Scalar }
  | { readonly kind: 'startswith'; readonly path: string; readonly with: string }
  | { readonly kind: 'any'; readonly path: string; readonly of: Condition };

interface Token {
  readonly type: string;
  readonly raw: string;
  readonly value: unknown;
}
type Piece = Condition | 'and' | 'or' | 'not';

const comparisons: Readonly<Record<string, Comparison>> = {
  EqualsExpression: 'eq',
  NotEqualsExpression: 'ne',
  GreaterThanExpression: 'gt',
  GreaterOrEqualsExpression: 'ge',
  LesserThanExpression: 'lt',
  LesserOrEqualsExpression: 'le',
};
const turned: Readonly<Record<Comparison, Comparison>> = { eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' };

/** Parses a `$filter` with the OData library; 400 where it is no OData, 501 where it is more than the sandbox evaluates. */
export function parseCondition(text: string): Condition {
  return condition(parsed(escaped(text.trim())));
}

function parsed(text: string): Token {
  try {
    return parseFilter(text) as Token;
  } catch {
    throw badRequest(`Invalid filter clause: syntax error in '${text}'.`);
  }
}

/** The library refuses raw braces and the like inside string literals, but reads percent escapes. */
function escaped(text: string): string {
  return text.replace(/'(?:[^']|'')*'/g, (literal) => {
    const inside = literal.slice(1, -1).split("''").map(encodeURIComponent);
    return `'${inside.join("''")}'`;
  });
}

/** The library nests `and`, `or` and `not` to the right whatever their rank, so they are ranked again here. */
function condition(token: Token): Condition {
  const pieces = flat(token);
  let at = 0;
  const primary = (): Condition => {
    const piece = pieces[at++];
    if (piece === 'not') return { kind: 'not', of: primary() };
    if (piece === undefined || piece === 'and' || piece === 'or')
      throw badRequest(`Invalid filter clause: '${token.raw}'.`);
    return piece;
  };
  const chain = (kind: 'and' | 'or', next: () => Condition): Condition => {
    let left = next();
    while (pieces[at] === kind) {
      at += 1;
      left = { kind, left, right: next() };
    }
    return left;
  };
  return chain('or', () => chain('and', primary));
}

function flat(token: Token): Piece[] {
  const { left, right } = sides(token);
  if (token.type === 'AndExpression' || token.type === 'OrExpression') {
    return [...flat(left), token.type === 'AndExpression' ? 'and' : 'or', ...flat(right)];
  }
  if (token.type === 'NotExpression') return ['not', ...flat(token.value as Token)];
  if (token.type === 'CommonExpression') return flat(token.value as Token);
  if (token.type === 'BoolParenExpression') return [condition(token.value as Token)];
  const by = comparisons[token.type];
  if (by) return [comparison(left, by, right, token)];
  if (token.type === 'MethodCallExpression') return [startsWith(token)];
  const [, path, variable, inside] = /^([A-Za-z/]+)\/any\((\w+)\s*:\s*(.*)\)$/s.exec(token.raw) ?? [];
  if (path && inside) {
    const plain = inside.replace(new RegExp(`(?<=^|[\\s(])${variable}/`, 'g'), '');
    return [{ kind: 'any', path, of: condition(parsed(plain)) }];
  }
  throw notImplemented(`the filter expression '${token.raw}'`);
}

function sides(token: Token): { left: Token; right: Token } {
  return (token.value ?? {}) as { left: Token; right: Token };
}

function comparison(left: Token, by: Comparison, right: Token, whole: Token): Condition {
  if (right.type === 'Literal') return { kind: 'compare', path: pathOf(left), by, to: literal(right) };
  if (left.type === 'Literal') return { kind: 'compare', path: pathOf(right), by: turned[by], to: literal(left) };
  throw notImplemented(`the filter expression '${whole.raw}'`);
}

function startsWith(token: Token): Condition {
  const { method, parameters } = token.value as { method: string; parameters: readonly Token[] };
  const [path, text] = parameters;
  if (method !== 'startswith' || !path || !text) throw notImplemented(`the filter function ${method}`);
  return { kind: 'startswith', path: pathOf(path), with: String(literal(text)) };
}

function pathOf(token: Token): string {
  if (!/^[A-Za-z_][\w./@]*$/.test(token.raw)) throw notImplemented(`the filter expression '${token.raw}'`);
  return token.raw;
}

function literal(token: Token): Scalar {
  const { raw } = token;
  if (raw.startsWith("'")) return raw.slice(1, -1).split("''").map(decodeURIComponent).join("'");
  if (raw === 'null') return null;
  if (raw === 'true' || raw === 'false') return raw === 'true';
  if (/^-?\d+(\.\d+)?$/.test(raw)) return Number(raw);
  return raw;
}
