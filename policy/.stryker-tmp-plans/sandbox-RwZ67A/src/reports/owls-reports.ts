// @ts-nocheck
import type { ReportsPolicy } from './reports-policy.ts';

/**
 * When OWLS's reports are due: days from the term's last school day. The strategy says which term, not which day
 * (M40-M44, M48); returns are due nine days before the end and categories are validated two days before it, so a
 * draft opens in the last weeks and is wanted by the last day.
 */
const atTheEnd = {
  opens: { days: -11, at: '08:00' },
  due: { days: 0, at: '12:00' },
  // The report of a term serves until the next one is well under way.
  closes: { days: 28, at: '17:00' },
} as const;

export const OWLS_REPORTS: ReportsPolicy = {
  due: [
    { kind: 'boardSoap', from: 'ceo', every: 'term', ...atTheEnd },
    { kind: 'ceoTermly', from: 'ceo', every: 'term', ...atTheEnd },
    { kind: 'standardsAndRisk', from: 'ceo', every: 'term', ...atTheEnd },
    // Of the year before, once its results are published and analysed.
    { kind: 'annualEvaluation', from: 'ceo', every: 'first term', ...atTheEnd },
    { kind: 'headsReport', from: 'head', every: 'term', ...atTheEnd },
    { kind: 'strategyWorking', from: 'ceo', every: 'last term', ...atTheEnd },
  ],
};
