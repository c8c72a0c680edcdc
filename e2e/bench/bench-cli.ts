/** `npm run bench`: see `HELP`. It prints JSON. Exits 1 where ranges don't hold what they state, 2 when asked wrongly. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { calibrated } from './calibration.ts';
import { dueCost } from './due.ts';
import { publishedYears } from './published-years.ts';

const HELP = `npm run bench
npm run bench -- trajectory --results FILE [--year 2018-19]

  Alone: what the policy costs, beside a floor of the same run.
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

function main(): number {
  const { values, positionals } = asked();
  const [what, ...more] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (more.length > 0 || (what !== undefined && what !== 'trajectory'))
    refuse(`"${positionals.join(' ')}" is no bench.`);
  if (what === 'trajectory') return trajectory(values);
  console.log(JSON.stringify({ due: dueCost() }, null, 2));
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
