import { dateText } from '../shell/dates.ts';

/** A sentence of the policy with its dates as people write them: "of 2026-03-10" becomes "of 10 Mar 2026". */
export function withDates(sentence: string): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dateText);
}
