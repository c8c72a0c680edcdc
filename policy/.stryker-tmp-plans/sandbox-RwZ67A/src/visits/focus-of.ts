// @ts-nocheck
import { halfTermById } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { actionsToReview, heldBefore } from './actions.ts';
import type { AreaFound } from './area-found.ts';
import { checksDue } from './checks-due.ts';
import { type Visit, visitKey } from './visit.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/** Something a visit looks at, and why. */
export interface FocusItem {
  readonly key: string;
  readonly text: string;
  readonly from: 'action' | 'advisory meeting' | 'underachievement' | 'asked' | 'check' | 'schedule';
  readonly rule: string;
  readonly because: string;
}

/**
 * The agenda of a school's visit in a half term (M30). The school's own needs come first, for they drive the visit:
 * actions of earlier visits (M31), areas found since the last one (M5), underachievement, which may bring performance
 * management in (M39), what was asked for; then checks that are due and the policy's schedule.
 */
export function focusOf(
  policy: TrustPolicy,
  own: Pick<VisitsPolicy, 'focus' | 'checks'>,
  halfTerm: HalfTermId,
  urn: string,
  records: { readonly visits: readonly Visit[]; readonly areasFound: readonly AreaFound[] },
): readonly FocusItem[] {
  const dates = halfTermById(policy, halfTerm);
  if (!dates) return [];
  const mine = records.visits.find(({ key }) => key === visitKey(halfTerm, urn));
  const scheduled = own.focus.find((one) => one.halfTerm === dates.name)?.items ?? [];
  const inSchedule = new Set(scheduled.map(({ key }) => key));
  return [
    ...actionsToReview(policy, records.visits, halfTerm, urn).map(({ visit, action }) => ({
      key: `${visit.key}/${action.key}`,
      text: action.text,
      from: 'action' as const,
      rule: 'M31',
      because:
        action.done === undefined
          ? `Agreed in the visit of ${visit.held}, wanted by ${action.by}, not done yet.`
          : `Agreed in the visit of ${visit.held}, done on ${action.done}: see whether it holds.`,
    })),
    ...areas(policy, halfTerm, dates.to, urn, records),
    ...(mine?.also ?? []).map((text, at) => ({
      key: `also/${at}`,
      text,
      from: 'asked' as const,
      rule: 'M30',
      because: 'Asked for in this visit.',
    })),
    // A check that the schedule names already isn't named twice.
    ...checksDue(policy, own, halfTerm, urn, records.visits)
      .filter(({ key }) => !inSchedule.has(key))
      .map(({ key, name }) => ({
        key,
        text: name,
        from: 'check' as const,
        rule: 'M31',
        because: 'No visit has made this check in its time yet.',
      })),
    ...scheduled.map(({ key, name }) => ({
      key,
      text: name,
      from: 'schedule' as const,
      rule: 'M30',
      because: "It is on the trust's schedule of visits.",
    })),
  ];
}

/** What was found since the school's last visit, on its very day too: that visit may have been over. */
function areas(
  policy: TrustPolicy,
  halfTerm: HalfTermId,
  lastDay: string,
  urn: string,
  { visits, areasFound }: { readonly visits: readonly Visit[]; readonly areasFound: readonly AreaFound[] },
): FocusItem[] {
  const last = heldBefore(policy, visits, halfTerm, urn)[0]?.held;
  return areasFound
    .filter((area) => area.urn === undefined || area.urn === urn)
    .filter(({ foundOn }) => foundOn <= lastDay && (last === undefined || foundOn >= last))
    .map(({ key, text, from, foundOn }) =>
      from === 'underachievement'
        ? {
            key,
            text: `${text}: whether performance management answers it`,
            from,
            rule: 'M39',
            because: `Pupils were found on ${foundOn} to achieve less than they should.`,
          }
        : { key, text, from, rule: 'M5', because: `Found by the advisory heads on ${foundOn}, for the next visit.` },
    );
}
