/** `npm run import`: schools and published results from the government's files, at the command line (M2). */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type ImportPlan, loadPolicy, OWLS, planImport } from '@owls/policy';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { readSettingUp } from './provision/setting-up.ts';
import { openWorld } from './store/open-world.ts';

const USAGE = `Usage: npm run import -- [--schools FILE] [--results FILE] [--year 2024-25] [--yes] [--env NAME]

  --schools  the register of schools, CSV
  --results  Key Stage 2 performance tables, CSV
  --year     the academic year of the results, where their file does not say it
  --yes      apply without asking
  --env      the environment to import into, as in env/.env.NAME; local unless named
`;
const PROBLEMS_SHOWN = 50;

async function main(): Promise<number> {
  const values = optionsOf(process.argv.slice(2));
  if (values === undefined) return 2;
  if (values.help || (values.schools === undefined && values.results === undefined)) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const { policyFile, ...settings } = settingsIn(process.env);
  const files = {
    ...(values.schools === undefined ? {} : { schools: await readFile(values.schools, 'utf8') }),
    ...(values.results === undefined ? {} : { results: await readFile(values.results, 'utf8') }),
    ...(values.year === undefined ? {} : { year: values.year }),
  };
  const policy = policyFile === undefined ? OWLS : loadPolicy(JSON.parse(await readFile(policyFile, 'utf8')));
  const world = await openWorld(settings, policy, pino({ level: 'warn' }, pino.destination(2)));
  const plan = planImport(world.facts(), files);
  process.stdout.write(preview(plan));
  if (plan.create.length + plan.update.length + plan.results.length === 0) {
    process.stdout.write('Nothing changes.\n');
    return 0;
  }
  if (!values.yes && !(await agreed())) return 1;
  const done = await world.imports.apply(plan, { person: 'npm run import', surface: 'import' }, progress);
  process.stdout.write(
    `\n${done.created} schools created, ${done.updated} updated, ${done.results} results written.\n`,
  );
  return 0;
}

/** What was asked for; undefined, with the reason and the usage on stderr, where that can't be told. */
function optionsOf(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        schools: { type: 'string' },
        results: { type: 'string' },
        year: { type: 'string' },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}

/**
 * The site, and as whom to write to it: as the identity that sets up, since a managed identity can't be used away
 * from its host; as the service itself only where its environment is and no other identity is given: on the host.
 */
function settingsIn(env: NodeJS.ProcessEnv): Parameters<typeof openWorld>[0] & { readonly policyFile?: string } {
  const isGiven = (name: string): boolean => (env[name] ?? '').trim() !== '';
  if (!isGiven('SETUP_ID') && isGiven('BOT_TYPE')) return readConfig(env);
  const { setupId, setupPassword, ...place } = readSettingUp(env);
  return { ...place, botId: setupId, botType: 'SingleTenant', botPassword: setupPassword };
}

function preview(plan: ImportPlan): string {
  const lines = [
    ...plan.problems.slice(0, PROBLEMS_SHOWN).map(({ file, row, column, says }) => {
      return `${file}, row ${row}${column === undefined ? '' : `, ${column}`}: ${says}`;
    }),
    ...(plan.problems.length > PROBLEMS_SHOWN ? [`… and ${plan.problems.length - PROBLEMS_SHOWN} more problems.`] : []),
    '',
    `${plan.create.length} schools to create`,
    `${plan.update.length} to update`,
    ...plan.update.flatMap(({ school, changes }) =>
      changes.map(
        ({ field, from, to }) => `  ${school.name}: ${field} from ${from || 'nothing'} to ${to || 'nothing'}`,
      ),
    ),
    `${plan.unchanged} unchanged`,
    `${plan.results.length} published results to write`,
    `${plan.problems.length} problems`,
  ];
  return `${lines.join('\n')}\n`;
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stderr.write('Nothing was changed. Run it again with --yes to apply.\n');
    return false;
  }
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question('Apply this? [y/N] ');
  ask.close();
  return /^y(es)?$/i.test(answer.trim());
}

function progress(done: number, total: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${Math.round((100 * done) / Math.max(total, 1))} %`);
}

main()
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
