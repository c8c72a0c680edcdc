// @ts-nocheck
import { z } from 'zod';
import type { PolicyFault } from '../policy-agreement.ts';
import { offset } from '../policy-values.ts';

/** The shape of what a trust sets for its reports (M40-M44, M48): which are due to whom, when. */

const REPORT_KINDS = [
  'boardSoap',
  'ceoTermly',
  'standardsAndRisk',
  'annualEvaluation',
  'headsReport',
  'strategyWorking',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

const due = z.strictObject({
  kind: z.enum(REPORT_KINDS, { error: `must be one of ${REPORT_KINDS.join(', ')}.` }),
  /** Who gives it: the CEO for the trust, or each school's head for the school. */
  from: z.enum(['ceo', 'head'], { error: 'must be "ceo" or "head".' }),
  every: z.enum(['term', 'first term', 'last term'], { error: 'must be "term", "first term" or "last term".' }),
  /** Days from the term's last school day. */
  opens: offset,
  due: offset,
  /** From then on nobody asks for it any more. */
  closes: offset,
});

export const ReportsPolicyShape = z.strictObject({
  due: z.array(due, { error: 'must be a list; it can be empty.' }),
});
export type ReportsPolicy = z.infer<typeof ReportsPolicyShape>;
export type ReportDue = ReportsPolicy['due'][number];

/** Where the values contradict each other, each being well formed by itself. */
export function reportsDisagreements(policy: ReportsPolicy): readonly PolicyFault[] {
  return policy.due.flatMap((one, index) => {
    const place = `due[${index}]`;
    const wanted = one.kind === 'headsReport' ? 'head' : 'ceo';
    return [
      ...(policy.due.findIndex(({ kind }) => kind === one.kind) === index
        ? []
        : [{ place: `${place}.kind`, says: `${one.kind} is there already: each must be another.` }]),
      ...(one.from === wanted ? [] : [{ place: `${place}.from`, says: `must be "${wanted}" for ${one.kind}.` }]),
      ...(one.due.days <= 0
        ? []
        : [{ place: `${place}.due`, says: "must be 0 days or fewer from the term's last school day." }]),
      ...(isBefore(one.opens, one.due) ? [] : [{ place: `${place}.due`, says: 'must come after "opens".' }]),
      ...(isBefore(one.due, one.closes) ? [] : [{ place: `${place}.closes`, says: 'must come after "due".' }]),
    ];
  });
}

function isBefore(one: ReportDue['due'], other: ReportDue['due']): boolean {
  return one.days < other.days || (one.days === other.days && one.at < other.at);
}
