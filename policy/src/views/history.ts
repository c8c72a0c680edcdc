import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { policyOf } from '../editions/editions.ts';
import type { Facts } from '../facts.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import { YEAR_GROUPS } from '../trust/school.ts';
import { schoolOf } from '../trust/school-of.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';

/** A change as the audit keeps it: one figure, text or judgement, or something done as a whole. */
export interface AuditedChange {
  /** ISO instant. */
  readonly at: string;
  /** Person id. */
  readonly person: string;
  /** For example `soap.submitted`. */
  readonly action: string;
  readonly through: 'card' | 'tab' | 'import' | 'system';
  /** For example `Y3:maths`; empty where the action says it all. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** What the audit has of a school's half term, in the order done. */
export interface Audited {
  readonly changes: readonly AuditedChange[];
  readonly unreadable: number;
}

/** What somebody did at one moment, with the figures and texts that changed by it. */
export interface HistoryEntry {
  readonly at: string;
  /** Who, by name. */
  readonly by: string;
  readonly through: AuditedChange['through'];
  /** In a sentence without its subject: "Sent the return, version 2". */
  readonly did: string;
  readonly why?: string;
  readonly changes: readonly { readonly what: string; readonly from: string; readonly to: string }[];
}

/** Who changed what about a school in a half term, newest first (M13 to M15, M25). */
export interface HistoryView {
  readonly asOf: string;
  readonly school: { readonly urn: string; readonly name: string };
  readonly halfTerm: HalfTermId;
  readonly entries: readonly HistoryEntry[];
  /** Rows of the audit that somebody edited into something that can't be read. */
  readonly unreadable: number;
}

/**
 * The history for those who read the school's return in full; what led to its category for those who propose or
 * validate it, what was done about inspections for those who read its records. Undefined where there is none to see: unknown and forbidden look alike.
 */
export function historyView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  halfTerm: HalfTermId,
  { changes, unreadable }: Audited,
  now: Temporal.Instant,
): HistoryView | undefined {
  const school = schoolOf(facts, urn);
  const may = (action: 'soap.read' | 'category.propose' | 'category.validate') =>
    access(policy, person, action, facts, { urn }).allowed;
  if (!school || !may('soap.read')) return undefined;
  const seesRecords = access(policy, person, 'records.read', facts, { urn }).allowed;
  const judges = may('category.propose') || may('category.validate');
  const done: [AuditedChange, ...AuditedChange[]][] = [];
  for (const change of changes) {
    if (change.action.startsWith('category.') && change.action !== 'category.agreement' && !judges) continue;
    if (change.action.startsWith('inspection.') && !seesRecords) continue;
    // The figures that changed by sending belong to the sending.
    const sending =
      change.action === 'soap.changed'
        ? done.findLast(
            ([one]) => one.action === 'soap.submitted' && one.at === change.at && one.person === change.person,
          )
        : undefined;
    if (sending) sending.push(change);
    else done.push([change]);
  }
  const nameOfField = fieldNames(policyOf(policy, halfTerm));
  return {
    asOf: now.toString(),
    school: { urn, name: school.name },
    halfTerm,
    // Of one second, what was done last comes first too.
    entries: done
      .reverse()
      .map((together) => entryOf(facts, together, nameOfField))
      .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)),
    unreadable,
  };
}

function entryOf(
  facts: Facts,
  together: readonly [AuditedChange, ...AuditedChange[]],
  nameOfField: (field: string) => string,
): HistoryEntry {
  const [whole] = together;
  const why = together.find((one) => one.why !== '')?.why;
  return {
    at: whole.at,
    by: nameOf(facts, whole.person),
    through: whole.through,
    did: (DID[whole.action] ?? unnamed)(whole),
    ...(why === undefined ? {} : { why }),
    changes: together
      .filter(({ action }) => CHANGING.includes(action))
      .map(({ field, from, to }) => ({ what: nameOfField(field), from, to })),
  };
}

/** Actions whose change is shown beside what was done. */
const CHANGING = ['soap.changed', 'inspection.corrected', 'assessment.corrected', 'extra.corrected'];

const DID: Readonly<Record<string, (change: AuditedChange) => string>> = {
  'soap.draft begun': () => 'Began a draft',
  'soap.draft taken over': () => 'Went on with a draft somebody else had begun',
  'soap.submitted': ({ to }) => (to === '1' ? 'Sent the return' : `Sent the return again, version ${to}`),
  'soap.changed': () => 'Changed the return',
  'soap.taken back': ({ from }) => `Took the return back${from === '1' ? '' : `, version ${from}`}`,
  'category.proposed': ({ from, to }) => `Proposed category ${to}${instead(from, to)}`,
  'category.validated': ({ from, to }) => `Validated category ${to}${instead(from, to)}`,
  'category.proposal taken back': ({ from }) => `Took the proposal of ${from} back`,
  'category.validation taken back': ({ from }) => `Took the validation of ${from} back`,
  'category.agreement': ({ to }) =>
    to.startsWith('agrees') ? `Agreed with category ${to.slice(7)}` : `Did not agree with category ${to.slice(10)}`,
  'inspection.recorded': ({ to }) => `Recorded: ${to}`,
  'inspection.corrected': () => 'Corrected an inspection',
  'inspection.taken out': ({ from }) => `Took out: ${from}`,
  'assessment.recorded': ({ field, to }) => `Recorded: ${field}. ${to}`,
  'assessment.corrected': ({ field }) => `Corrected: ${field}`,
  'assessment.taken out': ({ field, from }) => `Took out: ${field}. ${from}`,
  'extra.given': ({ field, to }) => `Gave extra data: ${field}. ${to}`,
  'extra.corrected': ({ field }) => `Corrected extra data: ${field}`,
  'analysis.need': ({ field }) => `Wrote about a need in the analysis: ${field}`,
  'analysis.need taken out': ({ field }) => `Took a need out of the analysis: ${field}`,
  'analysis.action': ({ field }) => `Put an action into the analysis of ${field}`,
  'analysis.action taken out': ({ field }) => `Took an action out of the analysis of ${field}`,
  'analysis.sent': ({ field }) => `Sent the analysis of ${field}`,
  'analysis.taken back': ({ field }) => `Took back the analysis of ${field}`,
  'collection.nudge': () => 'Asked for the return',
  'collection.confirm': () => 'Confirmed the figures',
  'collection.send-back': () => 'Sent the figures back',
  'collection.take-back': () => 'Took back what was said of the figures',
};
const instead = (from: string, to: string) => (from === '' || from === to ? '' : ` in place of ${from}`);
const unnamed = ({ action }: AuditedChange) => action.replaceAll(/[.-]/g, ' ');

/** What a field of the audit is called: `Y3:maths` is "Year 3, Maths", `girls:maths` is "Girls, Maths", `school:attendance` the measure's own name. */
function fieldNames({ soap }: TrustPolicy): (field: string) => string {
  const measures = new Map(soap.measures.map(({ key, name }) => [key, name]));
  const groups = new Map(soap.groups?.groups.map(({ key, name }) => [key, name]));
  return (field) => {
    if (field === 'comment') return "The head's comment";
    if (field === 'nextSteps') return 'Next steps';
    if (field === 'inspection') return 'The inspection';
    if (!field.includes(':')) return field;
    const [of = '', key = ''] = field.split(':');
    const its = of === 'pupils' ? key : of;
    const year = YEAR_GROUPS.find((one) => one === its);
    const row = year ? yearName(year) : groups.get(its);
    if (of === 'pupils' && row !== undefined) return `${row}, pupils`;
    const measure = measures.get(key) ?? key;
    return row === undefined ? measure : `${row}, ${measure}`;
  };
}
