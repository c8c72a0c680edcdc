// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { ceoOf, headOf } from '../access/roles.ts';
import { dateAt, instantAt, isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { yearBefore } from '../national/academic-year.ts';
import { belongs, schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { GivenReport } from './given-report.ts';
import type { ReportDue, ReportKind, ReportsPolicy } from './reports-policy.ts';
import { type Term, termLabel, termsOf } from './term.ts';

/** What each report is called and whose rule asks for it. */
const NAMES: Readonly<Record<ReportKind, { readonly rule: string; readonly name: string }>> = {
  boardSoap: { rule: 'M40', name: "the schools' pages for the board" },
  ceoTermly: { rule: 'M41', name: "the CEO's report to the board" },
  standardsAndRisk: { rule: 'M42', name: 'the report on standards and risk' },
  annualEvaluation: { rule: 'M43', name: 'the annual evaluation' },
  headsReport: { rule: 'M44', name: "the head's report to governors" },
  strategyWorking: { rule: 'M48', name: 'the review of the strategy' },
};

export interface ReportRecords {
  readonly given: readonly GivenReport[];
}

/**
 * The reports owed at this moment: by the CEO for the trust, by each head for the school (M40-M44, M48). One that is
 * on record as given is owed no more, nor one whose term closed.
 */
export function reportsTasks(
  policy: TrustPolicy,
  own: ReportsPolicy,
  facts: Facts,
  { given }: ReportRecords,
  now: Temporal.Instant,
): readonly Task[] {
  const today = dateAt(policy, now);
  const schools = schoolsOn(facts.schools, today);
  const terms = termsOf(policy);
  return own.due.flatMap((due) =>
    terms
      .filter((term, at) => isDueIn(due, term, terms[at - 1], terms[at + 1]))
      .flatMap((term): Task[] => {
        const window = openAt(policy, due, term, today, now);
        if (!window) return [];
        const ours = schools.filter((school) => belongs(school, term.last.to));
        if (due.from === 'head') {
          return ours.flatMap(({ urn, name }) => {
            const head = headOf(facts, urn);
            if (!head || isGiven(given, due.kind, term, urn)) return [];
            return [task(due, term, window, head.id, { urn, name })];
          });
        }
        const ceo = ceoOf(facts);
        if (!ceo || ours.length === 0 || isGiven(given, due.kind, term, undefined)) return [];
        return [task(due, term, window, ceo.id)];
      }),
  );
}

/** A year's last term is only known by the next one, or by the end of the calendar. */
function isDueIn({ every }: ReportDue, term: Term, before: Term | undefined, after: Term | undefined): boolean {
  if (every === 'term') return true;
  return (every === 'first term' ? before : after)?.year !== term.year;
}

function openAt(
  policy: TrustPolicy,
  { opens, due, closes }: ReportDue,
  term: Term,
  today: string,
  now: Temporal.Instant,
) {
  const { to } = term.last;
  // Most terms are long past or far ahead: their moments need not be worked out.
  if (today < shifted(to, opens.days) || shifted(to, closes.days) < today) return undefined;
  const since = onSchoolDay(policy, to, opens, to);
  const until = instantAt(policy, shifted(to, closes.days), closes.at);
  const at = now.epochMilliseconds;
  if (at < since.epochMilliseconds || until.epochMilliseconds <= at) return undefined;
  return { since: isoOf(since), by: isoOf(onSchoolDay(policy, to, due, to)) };
}

function isGiven(given: readonly GivenReport[], kind: ReportKind, { id }: Term, urn: string | undefined): boolean {
  return given.some((one) => one.kind === kind && one.term === id && one.urn === urn);
}

function task(
  { kind }: ReportDue,
  term: Term,
  window: { readonly since: string; readonly by: string },
  person: string,
  school?: { readonly urn: string; readonly name: string },
): Task {
  const { rule, name } = NAMES[kind];
  const of =
    kind === 'annualEvaluation' ? yearBefore(term.year) : kind === 'strategyWorking' ? term.year : termLabel(term.id);
  return {
    kind: 'task',
    key: `report/${kind}/${term.id}/${school ? `${school.urn}/` : ''}${person}`,
    rule,
    person,
    title: `Give ${name}${school ? ` of ${school.name}` : ''}: ${of}`,
    ...(school ? { urn: school.urn } : {}),
    ...window,
    because: `It is due at the end of the ${termLabel(term.id).toLowerCase()}, and is not on record as given.`,
    otherwise: school
      ? 'Governors meet without the school’s agreed judgement, and the trust’s report has a gap.'
      : 'The board meets without it.',
  };
}
