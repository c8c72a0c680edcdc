/** `npm run policy`: see `HELP`. Exits 0, 1 where a policy can't be used, 2 when asked wrongly. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  ics,
  instantAt,
  type Meeting,
  meetingDifferences,
  occurrences,
  plan,
  type TrustPolicy,
  valueDifferences,
} from '@owls/policy';
import { policyFrom } from './policy-file.ts';
import { asMarkdown, type CarriedRule, carriedRules } from './rules-table.ts';

const HELP = `npm run policy -- check FILE
npm run policy -- year 2026-27 [--policy FILE] [--json | --ics]
npm run policy -- whatif A B [--year 2026-27] [--json]
npm run policy -- rules [--json | --markdown]

  check FILE     says what is wrong with a policy, place by place
  year YEAR      the meetings of an academic year
  whatif A B     what differs between two policies: values, and a year's meetings (of the last year, if none is named)
  rules          the strategy's rules, with the functions and tests that carry each

  A file holds a whole policy as JSON, or {"change": {…}}: what differs from OWLS's policy (for B: from A).
  The word owls stands for OWLS's own policy.`;

/** People and schools are the trust's, not the policy's: without them hosts and guests stay open. */
const NOBODY = { schools: [], people: [] };

const SOURCES = fileURLToPath(new URL('../../policy/src', import.meta.url));

/** The cadence of heads and every other meeting the policy alone decides on, in order of time. */
function yearsMeetings(policy: TrustPolicy, year: string): readonly Meeting[] {
  const known = { ...NOBODY, judgements: [], meetings: [] };
  return [...plan(policy, NOBODY, year), ...occurrences(policy, policy.gatherings, known, year)].sort((one, other) =>
    one.start < other.start ? -1 : 1,
  );
}

/** A calendar file says when it was made; that of a plan is made of the policy alone, so it is dated by it. */
function firstDay(policy: TrustPolicy, year: string) {
  const found = policy.calendar.years.find((one) => one.year === year);
  return instantAt(policy, found?.halfTerms[0]?.from ?? year.slice(0, 4).concat('-09-01'), '00:00');
}

class Asked extends Error {}

function ruleRow({ id, title, functions, tests }: CarriedRule): string {
  return `${id.padEnd(4)} ${title.padEnd(48)} ${functions.length} functions, ${tests.length} tests`;
}

function row({ start, end, title, place }: Meeting): string {
  return `${start.slice(0, 10)}  ${start.slice(11)} to ${end.slice(11)}  ${title.padEnd(32)}  ${place}`;
}

function yearOf(policy: TrustPolicy, year: string): string {
  if (policy.calendar.years.some((one) => one.year === year)) return year;
  const known = policy.calendar.years.map((one) => one.year).join(', ');
  throw new Asked(`The policy has no dates for ${year}. It has ${known}.`);
}

function whatIf(before: TrustPolicy, after: TrustPolicy, year: string, json: boolean): string {
  const values = valueDifferences(before, after);
  const meetings = meetingDifferences(before, after, NOBODY, yearOf(after, yearOf(before, year)));
  if (json) return JSON.stringify({ values, meetings }, null, 2);
  if (values.length === 0) return 'The two policies are the same.';
  const said = (value: unknown) => (value === undefined ? 'not there' : JSON.stringify(value));
  return [
    ...values.map(({ place, before: was, after: is }) => `${place}: ${said(was)} becomes ${said(is)}`),
    '',
    meetings.length === 0 ? `The meetings of ${year} stay as they are.` : `Meetings of ${year}:`,
    ...meetings.flatMap(({ before: was, after: is }) => [
      ...(was ? [`- ${row(was)}`] : []),
      ...(is ? [`+ ${row(is)}`] : []),
    ]),
  ].join('\n');
}

function answer(args: readonly string[]): string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      policy: { type: 'string', default: 'owls' },
      year: { type: 'string' },
      json: { type: 'boolean', default: false },
      ics: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, first, second] = positionals;
  if (values.help) return HELP;
  if (command === 'check' && first) {
    const policy = policyFrom(first);
    return `${policy.trust.name}: the policy can be used. It has dates for ${policy.calendar.years.map(({ year }) => year).join(', ')}.`;
  }
  if (command === 'year' && first) {
    const policy = policyFrom(values.policy);
    const meetings = yearsMeetings(policy, yearOf(policy, first));
    if (values.ics) return ics(meetings, policy.trust.timeZone, firstDay(policy, first));
    return values.json ? JSON.stringify(meetings, null, 2) : meetings.map(row).join('\n');
  }
  if (command === 'whatif' && first && second) {
    const before = policyFrom(first);
    const last = before.calendar.years.at(-1)?.year ?? '';
    return whatIf(before, policyFrom(second, before), values.year ?? last, values.json);
  }
  if (command === 'rules') {
    const rules = carriedRules(SOURCES);
    if (values.markdown) return asMarkdown(rules);
    return values.json ? JSON.stringify(rules, null, 2) : rules.map(ruleRow).join('\n');
  }
  throw new Asked(HELP);
}

try {
  console.log(answer(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  const wrongly = error instanceof Asked || (error instanceof TypeError && 'code' in error);
  process.exitCode = wrongly ? 2 : 1;
}
