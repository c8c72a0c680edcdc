/**
 * `npm run mutate [-- [--own] [--sample N [--seed WORD]] TOPIC…]`: changes the policy in small ways and counts which
 * changes a test notices, topic by topic.
 *
 * A change is tried on the topic's own tests first, and what they let live on all tests: nearly every change is noticed
 * next to where it is made, and the rest of the suite takes ten times as long to ask. With --own it is not asked: the
 * score can then only be lower than it is. Which changes lived is kept in
 * `test-results/mutation/TOPIC.json`, so that a run that was stopped can go on with the topics it had not come to.
 * With --sample so many changes are drawn by lot, and how far off their score may be is said: all are an hour's work for
 * an idle machine. Ends with 1 when fewer than 90 of 100 changes were noticed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

const REQUIRED = 90;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KEPT = join(ROOT, 'test-results/mutation');
const NOTICED = new Set(['Killed', 'Timeout']);
const LIVES = new Set(['Survived', 'NoCoverage']);
/** Values of the trust are data, and examples are the tests' own. */
const NOT_RULES = ['!src/**/*.test.ts', '!src/**/*.examples.ts', '!src/**/owls*.ts'];

process.chdir(join(ROOT, 'policy'));
mkdirSync(KEPT, { recursive: true });

/** Tries the changes at `places` (files, or ranges within them) on the tests that `tests` names. */
async function tried(places, tests) {
  process.env.MUTATION_TESTS = tests;
  return new Stryker({ configFile: 'stryker.config.json', mutate: [...places, ...NOT_RULES] }).runMutationTest();
}

/** Results count columns from 1, ranges to change from 0. */
const place = ({ fileName, location: { start, end } }) =>
  `${relative('.', fileName)}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
/** What runs when a module is loaded, before any test, is left out: it would have to be loaded anew for each change. */
const counts = ({ status }) => NOTICED.has(status) || LIVES.has(status);
const change = (mutant) => `${place(mutant)} ${mutant.replacement}`;

const filesOf = (name) => (name === '.' ? 'src/*.ts' : `src/${name}/**/*.ts`);
const testsOf = (name) => filesOf(name).replace(/\.ts$/, '.test.ts');

/** The changes of a topic that are tried: all, or those of `drawn`. */
async function topic(name, drawn) {
  const places = drawn === undefined ? [filesOf(name)] : [...new Set(drawn.map(place))];
  const wanted = drawn === undefined ? undefined : new Set(drawn.map(change));
  const near = (await tried(places, testsOf(name))).filter((one) => counts(one) && (wanted?.has(change(one)) ?? true));
  const living = near.filter(({ status }) => LIVES.has(status));
  const far = own || living.length === 0 ? [] : await tried([...new Set(living.map(place))], 'src/**/*.test.ts');
  const later = new Map(far.map((mutant) => [change(mutant), mutant]));
  const last = near.map((mutant) => later.get(change(mutant)) ?? mutant).filter(counts);
  const left = last.filter(({ status }) => LIVES.has(status)).map(change);
  const timedOut = last.filter(({ status }) => status === 'Timeout').length;
  return { name, changes: last.length, byOwnTests: near.length - living.length, timedOut, left };
}

/** So many changes of the topics, drawn by lot: the same for the same seed. A test that reaches nothing lists them all. */
async function drawnFrom(topics, size, seed) {
  const listed = await tried(topics.map(filesOf), 'mutation-list.ts');
  const lots = listed.map((mutant) => ({
    mutant,
    lot: createHash('sha256')
      .update(`${seed} ${change(mutant)}`)
      .digest('hex'),
  }));
  lots.sort((one, other) => (one.lot < other.lot ? -1 : 1));
  return lots.slice(0, size).map(({ mutant }) => mutant);
}
const topicOf = ({ fileName }) => {
  const parts = relative('src', fileName).split('/');
  return parts.length === 1 ? '.' : parts[0];
};

const all = [
  '.',
  ...readdirSync('src', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])),
];
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { own: { type: 'boolean' }, sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const own = values.own === true;
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No topic is called ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}
const topics = asked.length > 0 ? asked : all;
const size = values.sample === undefined ? undefined : Number(values.sample);
if (size !== undefined && !(Number.isInteger(size) && size > 0)) {
  console.error('--sample takes a whole number above 0.');
  process.exit(2);
}
const drawn = size === undefined ? undefined : await drawnFrom(topics, size, values.seed);

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
const found = [];
for (const name of topics) {
  const mine = drawn?.filter((mutant) => topicOf(mutant) === name);
  if (mine?.length === 0) continue;
  const one = await topic(name, mine);
  if (one.changes === 0) continue;
  found.push(one);
  writeFileSync(join(KEPT, `${name === '.' ? 'root' : name}.json`), JSON.stringify(one, null, 2));
  const noticed = one.changes - one.left.length;
  console.log(
    `${name}: ${noticed} of ${one.changes} noticed, ${percent(noticed, one.changes)} (${one.byOwnTests} by its own tests, ${one.timedOut} by running out of time)`,
  );
}
const sum = (part) => found.reduce((total, one) => total + part(one), 0);
const changes = sum((one) => one.changes);
const noticed = changes - sum((one) => one.left.length);
const share = noticed / changes;
// Half the width of the 95 % interval of a share of a random sample; a score of all changes has none.
const off = drawn === undefined ? 0 : 1.96 * Math.sqrt((share * (1 - share)) / changes);
console.log(
  `All: ${noticed} of ${changes} noticed, ${percent(noticed, changes)}${off > 0 ? ` ± ${(100 * off).toFixed(1)}` : ''}; ${REQUIRED} % are asked for.`,
);
process.exitCode = (share - off) * 100 >= REQUIRED ? 0 : 1;
