/** `npm run play`: see `HELP`. Exits 0 when all that was owed happened once, 1 when not, 2 when asked wrongly. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stoodOnce } from '../local/calendars.ts';
import { recordAsAsked } from '../local/launch.ts';
import { runningOn } from '../local/running.ts';
import { steps } from '../local/steps.ts';
import { SAMPLE_TRUST } from '../trusts/sample-trust.ts';
import { attach } from './attach.ts';
import { readGovernmentFiles } from './government-files.ts';
import { told } from './happenings.ts';
import { play } from './play.ts';
import { playYears } from './years.ts';

/** Every twentieth call. */
const STORM_RATE = 0.05;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HELP = `npm run play -- --results FILE [--schools FILE] [--limit N] [--year 2018-19] [--half-term 2026-27/autumn-2] [--rounds N] [--years 2027-28] [--calendars-only | --no-calendars] [--licences N] [--against URL] [--alone] [--storm SEED] [--json]

  --results FILE    Key Stage 2 results of a county, as published (CSV)
  --schools FILE    the register of schools (Get Information About Schools, CSV)
  --limit N         play the first N schools only
  --year 2018-19    the results' academic year, where the file does not tell it
  --half-term ID    the half term to play (2026-27/autumn-2)
  --rounds N        play so many half terms, one after the other (1)
  --years LIST      academic years to put into calendars besides the half term's, by comma
  --calendars-only  put the years into the calendars of a trust of its own, ask again, and count; no half term
  --no-calendars    leave the meetings out, where half terms alone are of interest
  --licences N      Microsoft 365 licences of the tenant, pupils' included: Microsoft's limits go by them (300; with --alone or --calendars-only)
  --against URL     the page of a running npm start; a running one is found by itself
  --alone           never use a running npm start
  --storm SEED      let every twentieth call go wrong, the same ones for the same seed (with --alone or --calendars-only)
  --json            print what happened as JSON`;

function refuse(problem: string): never {
  console.error(`${problem}\n\n${HELP}`);
  process.exit(2);
}

function counted(option: string, value: string): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : refuse(`${option} takes a whole number above 0.`);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        schools: { type: 'string' },
        results: { type: 'string' },
        limit: { type: 'string' },
        year: { type: 'string' },
        'half-term': { type: 'string', default: '2026-27/autumn-2' },
        rounds: { type: 'string', default: '1' },
        years: { type: 'string', default: '' },
        'calendars-only': { type: 'boolean', default: false },
        'no-calendars': { type: 'boolean', default: false },
        licences: { type: 'string' },
        against: { type: 'string' },
        alone: { type: 'boolean', default: false },
        storm: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

async function main(): Promise<number> {
  const asked = options();
  if (asked.help) {
    console.log(HELP);
    return 0;
  }
  if (asked.results === undefined) refuse('Which schools? Give --results.');
  const limit = asked.limit === undefined ? undefined : counted('--limit', asked.limit);
  const rounds = counted('--rounds', asked.rounds);
  for (const file of [asked.results, asked.schools]) {
    if (file !== undefined && !existsSync(file)) refuse(`There is no file ${file}.`);
  }
  const seed = asked.storm === undefined ? undefined : Number(asked.storm);
  if (seed !== undefined && !Number.isInteger(seed)) refuse('--storm takes a whole number.');
  const licences = asked.licences === undefined ? undefined : counted('--licences', asked.licences);
  // The calendars' own trust is never a running one.
  const ofItsOwn = asked.alone || asked['calendars-only'];
  if (licences !== undefined && !ofItsOwn) refuse('Licences are those of a trust of its own: give --alone as well.');
  if (seed !== undefined && !ofItsOwn) refuse('A storm is for a trust of its own: give --alone as well.');
  const files = readGovernmentFiles({ schools: asked.schools, results: asked.results, limit, year: asked.year });
  const years = asked.years.split(',').filter((year) => year !== '');
  if (asked['calendars-only'] && asked['no-calendars']) refuse('Calendars only, or none: both is nothing.');
  const given = {
    ...{ root: ROOT, files },
    ...(licences === undefined ? {} : { licences }),
    ...(seed === undefined ? {} : { storm: { seed, rate: STORM_RATE } }),
  };
  if (asked['calendars-only']) return onlyCalendars(given, [asked['half-term'].split('/')[0] ?? '', ...years]);
  const page = asked.against ?? (asked.alone ? undefined : await runningOn(join(ROOT, '.sandbox')));
  const told_ = steps(process.stderr);
  const stateDir = mkdtempSync(join(tmpdir(), 'owls-play-'));
  const onRunning = page === undefined ? undefined : await attach(ROOT, page, SAMPLE_TRUST);
  try {
    const { seen, faults, storm } = await play({
      ...given,
      stateDir,
      halfTerm: asked['half-term'],
      rounds,
      years: asked['no-calendars'] ? 'none' : years,
      ...recordAsAsked(),
      ...(onRunning === undefined ? {} : { onRunning: { local: onRunning, trust: SAMPLE_TRUST } }),
      tell: told_.tell,
    });
    told_.done();
    const weather = storm && { calls: storm.calls, hits: storm.hits.length, sentAgain: storm.sentAgain };
    if (asked.json) console.log(JSON.stringify({ ...seen, ...(weather ? { storm: weather } : {}), faults }, null, 2));
    else {
      console.log(`\n  ${asked['half-term']}, ${page === undefined ? 'a trust of its own' : `on ${page}`}\n`);
      for (const [what, count] of told(seen)) console.log(`  ${what.padEnd(26)}${count}`);
      if (weather)
        console.log(
          `\n  ${weather.hits} of ${weather.calls} calls went wrong; ${weather.sentAgain} messages were sent again by the office.`,
        );
      console.log(faults.length === 0 ? '\n  Nothing is missing, nothing is doubled.' : `\n  ${faults.join('\n  ')}`);
    }
    return faults.length === 0 ? 0 : 1;
  } finally {
    told_.done();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

/** Exits 0 when every planned meeting stands in calendars once and a second yes did nothing. */
async function onlyCalendars(
  given: Omit<Parameters<typeof playYears>[0], 'stateDir' | 'tell'>,
  years: readonly string[],
): Promise<number> {
  const stateDir = mkdtempSync(join(tmpdir(), 'owls-play-'));
  const { tell, done } = steps(process.stderr);
  try {
    const played = await playYears({ ...given, stateDir, tell }, [...new Set(years)]);
    done();
    console.log(JSON.stringify(played, null, 2));
    return stoodOnce(played) ? 0 : 1;
  } finally {
    done();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
