/** `npm run policy`: see `HELP`. Exits 0, 1 where a policy can't be used, 2 when asked wrongly. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ics, instantAt, type Meeting, occurrences, plan, type TrustPolicy } from '@owls/policy';
import { policyFrom } from './policy-file.ts';
import { asMarkdown, type CarriedRule, carriedRules } from './rules-table.ts';
import { sampleFacts } from './sample-facts.ts';
import { differences, inWords, meetingRow } from './what-if.ts';

const HELP = `npm run policy -- check FILE
npm run policy -- year 2026-27 [--policy FILE] [--json | --ics]
npm run policy -- whatif A B [--year 2026-27] [--date 2026-12-01] [--json]
npm run policy -- rules [--json | --markdown]

  check FILE     says what is wrong with a policy, place by place
  year YEAR      the meetings of an academic year
  whatif A B     what differs: values, a year's meetings, and what is owed, suggested and left on a date, for the sample trust
  rules          the strategy's rules, with the functions and tests that carry each

  A file holds a whole policy as JSON, or {"change": {…}}: what differs from OWLS's policy (for B: from A).
  The word owls stands for OWLS's own policy.`;

const SOURCES = fileURLToPath(new URL('../../policy/src', import.meta.url));

/** Every meeting of the year as the sample trust would have it, in order of time. */
function yearsMeetings(policy: TrustPolicy, year: string): readonly Meeting[] {
  const facts = sampleFacts();
  return [...plan(policy, facts, year), ...occurrences(policy, policy.gatherings, facts, year)].sort((one, other) =>
    one.start < other.start ? -1 : 1,
  );
}

function firstDay(policy: TrustPolicy, year: string): string {
  const found = policy.calendar.years.find((one) => one.year === year);
  return found?.halfTerms[0]?.from ?? `${year.slice(0, 4)}-09-01`;
}

class Asked extends Error {}

function ruleRow({ id, title, functions, tests }: CarriedRule): string {
  return `${id.padEnd(4)} ${title.padEnd(48)} ${functions.length} functions, ${tests.length} tests`;
}

function dated(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))) return date;
  throw new Asked('--date takes a date such as 2026-12-01.');
}

function yearOf(policy: TrustPolicy, year: string): string {
  if (policy.calendar.years.some((one) => one.year === year)) return year;
  const known = policy.calendar.years.map((one) => one.year).join(', ');
  throw new Asked(`The policy has no dates for ${year}. It has ${known}.`);
}

function answer(args: readonly string[]): string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      policy: { type: 'string', default: 'owls' },
      year: { type: 'string' },
      date: { type: 'string' },
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
    // A calendar file says when it was made; one of a plan is dated by the plan, so that the same plan is the same file.
    if (values.ics) return ics(meetings, policy.trust.timeZone, instantAt(policy, firstDay(policy, first), '00:00'));
    return values.json ? JSON.stringify(meetings, null, 2) : meetings.map(meetingRow).join('\n');
  }
  if (command === 'whatif' && first && second) {
    const before = policyFrom(first);
    const after = policyFrom(second, before);
    const year = yearOf(after, yearOf(before, values.year ?? before.calendar.years.at(-1)?.year ?? ''));
    const date = values.date ?? firstDay(before, year);
    const facts = sampleFacts();
    const found = differences(before, after, facts, year, dated(date));
    return values.json ? JSON.stringify(found, null, 2) : inWords(found, facts, year, date);
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
