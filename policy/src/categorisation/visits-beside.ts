import { dayInWords } from '../calendar/day-in-words.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { areasFoundIn } from '../records.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { heldBefore } from '../visits/actions.ts';
import { focusOf } from '../visits/focus-of.ts';
import { type Visit, type VisitFinding, visitKey } from '../visits/visit.ts';

/** Needs of the school itself that a visit looks at. Earlier actions are among the findings; the schedule is all schools'. */
const OWN_NEEDS: readonly string[] = ['advisory meeting', 'underachievement', 'asked'];

/**
 * What visits say of a school, to stand beside a suggestion (M27, M31): what this half term's visit found, or else the
 * last one before it, and what the next has to look at in this school (M5, M39). A sentence each; none where nothing is
 * on record. It weighs nothing in the suggestion: what was seen is for people to judge.
 */
export function visitsBeside(
  policy: TrustPolicy,
  facts: Pick<Facts, 'records'>,
  urn: string,
  halfTerm: HalfTermId,
): readonly string[] {
  const visits = facts.records?.visits?.visits ?? [];
  // What holds for all schools says nothing of this one.
  const areasFound = areasFoundIn(facts.records ?? {}).filter((area) => area.urn === urn);
  const last =
    visits.find(({ key, held }) => key === visitKey(halfTerm, urn) && held) ??
    heldBefore(policy, visits, halfTerm, urn)[0];
  const says = [
    ...(last ? visitSays(policy, last) : []),
    ...focusOf(policy, policy.visits, halfTerm, urn, { visits, areasFound })
      .filter(({ from }) => OWN_NEEDS.includes(from))
      .map(({ text, from }) => `${from === 'advisory meeting' ? 'Advisory heads found' : 'To be looked at'}: ${text}`),
  ];
  // What two meetings minuted in the same words is one thing.
  return [...new Set(says)];
}

function visitSays({ visits }: TrustPolicy, { held, findings }: Visit): string[] {
  return [
    `Visited on ${dayInWords(held ?? '')}${findings.length === 0 ? '; nothing was recorded of it' : ''}.`,
    ...findings.map((finding) => {
      const area = visits.areas.find(({ key }) => key === finding.area)?.name ?? finding.area;
      return `${area}${finding.kind === 'good practice' ? ', good practice' : ''}: ${finding.text}${stateOf(finding)}`;
    }),
  ];
}

function stateOf(finding: VisitFinding): string {
  if (finding.kind === 'good practice') return '';
  return finding.done === undefined
    ? ` (to be done by ${dayInWords(finding.by)})`
    : ` (done on ${dayInWords(finding.done)})`;
}
