import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { RULES } from '@owls/policy';

/** A rule of the strategy with what carries it: exported functions and values whose description names it, and tests. */
export interface CarriedRule {
  readonly id: string;
  readonly title: string;
  /** `soap/findings.ts: findings` */
  readonly functions: readonly string[];
  /** `soap/findings.test.ts: what is wrong with a return (M15)` */
  readonly tests: readonly string[];
}

const DESCRIBED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:function|const) (\w+)/g;
const TEST = /\b(?:describe|it|test)(?:\.each\([\s\S]*?\]\))?\(\s*(['"`])((?:(?!\1).)*)\1/g;

/** Reads the policy's sources and says of each rule which functions and which tests carry it. */
export function carriedRules(sources: string): readonly CarriedRule[] {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.examples.ts'))
    .sort();
  const functions = new Map<string, string[]>();
  const tests = new Map<string, string[]>();
  for (const name of files) {
    const text = readFileSync(join(sources, name), 'utf8');
    const where = relative('.', name).replaceAll('\\', '/');
    const [found, into] = name.endsWith('.test.ts')
      ? [[...text.matchAll(TEST)].map(([, , title = '']) => ({ says: title, is: title })), tests]
      : [[...text.matchAll(DESCRIBED)].map(([, says = '', is = '']) => ({ says, is })), functions];
    for (const { says, is } of found) for (const id of named(says)) enter(into, id, `${where}: ${is}`);
  }
  return Object.entries(RULES).map(([id, title]) => ({
    id,
    title,
    functions: functions.get(id) ?? [],
    tests: tests.get(id) ?? [],
  }));
}

/** The rules a text names, `M20-M23` being four. */
function named(text: string): ReadonlySet<string> {
  const ids = [...text.matchAll(/\bM(\d{1,2})(?:(?:-| to )M(\d{1,2}))?\b/g)].flatMap(([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => `M${Number(from) + step}`),
  );
  return new Set(ids);
}

function enter(into: Map<string, string[]>, id: string, entry: string): void {
  into.set(id, [...(into.get(id) ?? []), entry]);
}

/** `soap/findings.test.ts (3)`: the files, with how many of their tests name the rule. */
function byFile(tests: readonly string[]): readonly string[] {
  const files = tests.map((test) => test.slice(0, test.indexOf(':')));
  return [...new Set(files)].map((file) => `${file} (${files.filter((one) => one === file).length})`);
}

/** The table as it stands in `docs/rules.md`. */
export function asMarkdown(rules: readonly CarriedRule[]): string {
  const cell = (entries: readonly string[]) => entries.map((one) => one.replaceAll('|', '\\|')).join('<br>') || '–';
  return [
    '# The rules and what carries them',
    '',
    'Made by `npm run policy -- rules --markdown` from the sources of `policy/`.',
    '',
    '| Rule | | Functions | Tests |',
    '| --- | --- | --- | --- |',
    ...rules.map(
      ({ id, title, functions, tests }) => `| ${id} | ${title} | ${cell(functions)} | ${cell(byFile(tests))} |`,
    ),
    '',
  ].join('\n');
}
