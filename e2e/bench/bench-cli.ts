/**
 * `npm run bench`: see `HELP`. It prints JSON; machines differ, so a ratio says more than its milliseconds. Exits 1 where
 * a promise is not kept, 2 when asked wrongly.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stoodOnce } from '../local/calendars.ts';
import { calendarCost } from './calendar-cost.ts';
import { calibrated } from './calibration.ts';
import { dueCost } from './due.ts';
import { publishedYears } from './published-years.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Two of twenty to a batch are one event and its row; the rest is checks. */
const MOST_REQUESTS_PER_EVENT = 0.15;
const HELP = `npm run bench [-- due | calendars]
npm run bench -- trajectory --results FILE [--year 2018-19]

  Alone: all that needs no file.
  due               what the policy costs, beside a floor of the same run
  calendars         what filling two years' calendars costs in Graph requests an event, and whether they hold the plan once
  trajectory        how often the stated 80% ranges hold, on schools that the fit had not seen
  --results FILE    Key Stage 2 performance tables of a county, as published (CSV) with earlier years in columns such
                    as PTRWM_EXP_18 and TELIG_18; compare-school-performance.service.gov.uk offers them for download
  --year 2018-19    the results' academic year, where the file does not tell it`;

/** A stated 80% range is honest where it holds as often as this, in %. */
const HONEST = { from: 75, to: 85 };

function refuse(problem: string): never {
  console.error(`${problem}\n\n${HELP}`);
  process.exit(2);
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { results: { type: 'string' }, year: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function trajectory({ results, year }: { readonly results?: string | undefined; readonly year?: string | undefined }) {
  if (results === undefined) return refuse('Which published results? Give --results.');
  if (!existsSync(results)) return refuse(`There is no file ${results}.`);
  const found = calibrated(publishedYears(results, year));
  const honest = found.unseen.held >= HONEST.from && found.unseen.held <= HONEST.to;
  console.log(JSON.stringify({ trajectory: { ...found, honest } }, null, 2));
  return honest ? 0 : 1;
}

async function calendars(): Promise<number> {
  const cost = await calendarCost(ROOT, (step) => console.error(step));
  console.log(JSON.stringify({ calendars: cost }, null, 2));
  return stoodOnce(cost) && cost.requestsPerEvent <= MOST_REQUESTS_PER_EVENT ? 0 : 1;
}

function costOfDue(): number {
  console.log(JSON.stringify({ due: dueCost() }, null, 2));
  return 0;
}

async function main(): Promise<number> {
  const { values, positionals } = asked();
  const [what, ...more] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (more.length > 0) refuse(`"${positionals.join(' ')}" is no bench.`);
  switch (what) {
    case undefined:
      return costOfDue() + (await calendars());
    case 'due':
      return costOfDue();
    case 'calendars':
      return calendars();
    case 'trajectory':
      return trajectory(values);
    default:
      return refuse(`"${what}" is no bench.`);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
