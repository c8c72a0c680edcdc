// @ts-nocheck
import { refusal } from '../concerns/entry.ts';
import type { Refusal } from '../concerns/refusal.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { checkTarget } from './check-target.ts';
import { betterBy, signedOff, type Target, type TargetFigures, type TargetRevision } from './target.ts';
import { cellName, measureOf } from './target-cells.ts';
import { isCeo, isHead, type SchoolsAndPeople, stepFault, type TargetStep } from './target-step.ts';
import type { TargetsPolicy } from './targets-policy.ts';

export interface TargetProposed extends TargetStep, TargetFigures {
  readonly why: string;
}
export type TargetChanged = { readonly ok: true; readonly target: Target } | Refusal;

/**
 * Proposes a target (M20): the head first; once there is a proposal, the CEO may put other figures to the head. Refused
 * with what to do where the figures can't stand, the year is over, or the target is signed off.
 */
export function proposeTarget(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: SchoolsAndPeople,
  target: Target,
  given: TargetProposed,
): TargetChanged {
  if (signedOff(target))
    return refusal('M21', 'Raise it with the head and the CEO together.', 'The target is signed off already.');
  const first = target.revisions.length === 0;
  if (!isHead(facts, given.by, target.urn) && (first || !isCeo(facts, given.by)))
    return first
      ? refusal('M20', 'Let the head of the school propose it.', 'The head proposes the targets of a school.')
      : refusal('M20', 'Let the head or the CEO propose other figures.', 'Head and CEO agree on targets.');
  return proposed(policy, own, facts, target, given, 'M20');
}

/**
 * Asks to raise a signed-off target within its year (M21), by head or CEO; it holds once the other has agreed. Neither
 * figure may get worse and one has to get better; where less is better, upwards is down.
 */
export function reviseTarget(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: SchoolsAndPeople,
  target: Target,
  given: TargetProposed,
): TargetChanged {
  if (!signedOff(target))
    return refusal('M21', 'Propose it, or have it signed off first.', 'There is no signed-off target to revise.');
  if (!isHead(facts, given.by, target.urn) && !isCeo(facts, given.by))
    return refusal('M21', 'Let the head and the CEO revise it together.', 'Only head and CEO revise a target.');
  const fault = notUpwards(policy, target, given);
  if (fault) return fault;
  return proposed(policy, own, facts, target, given, 'M21');
}

/** Agrees to what the other of head and CEO proposed (M20). Of a target that was signed off before, the higher figures hold from then on (M21). */
export function agreeTarget(
  policy: TrustPolicy,
  facts: SchoolsAndPeople,
  target: Target,
  given: TargetStep,
): TargetChanged {
  const rule = signedOff(target) ? 'M21' : 'M20';
  const last = target.revisions.at(-1);
  if (last?.state !== 'proposed') return refusal(rule, 'Propose figures first.', 'No proposal awaits an agreement.');
  if (!isHead(facts, given.by, target.urn) && !isCeo(facts, given.by))
    return refusal(rule, 'Let the head or the CEO agree.', 'Head and CEO agree on targets.');
  const by = [...new Set([...last.by, given.by])];
  if (!by.some((id) => isHead(facts, id, target.urn)))
    return refusal(rule, 'Have the head agree, or propose it anew.', "The school's head has not agreed to it.");
  if (!by.some((id) => isCeo(facts, id))) return refusal(rule, 'Have the CEO agree.', 'The CEO has not agreed to it.');
  return (
    stepFault(policy, facts, target, given, rule) ??
    notUpwards(policy, target, last) ??
    added(target, { ...last, state: rule === 'M21' ? 'signed-off' : 'agreed', by, at: given.at })
  );
}

/** Signs off an agreed target (M20): the CEO alone. */
export function signOffTarget(
  policy: TrustPolicy,
  facts: SchoolsAndPeople,
  target: Target,
  given: TargetStep,
): TargetChanged {
  const last = target.revisions.at(-1);
  if (!isCeo(facts, given.by)) return refusal('M20', 'Let the CEO sign it off.', 'The CEO signs off targets.');
  if (last?.state !== 'agreed')
    return last?.state === 'signed-off'
      ? refusal('M20', 'Leave it as it is.', 'It is signed off already.')
      : refusal('M20', 'Have the head and the CEO agree on it first.', 'It is not agreed.');
  return (
    stepFault(policy, facts, target, given, 'M20') ??
    added(target, { ...last, state: 'signed-off', by: [given.by], at: given.at })
  );
}

/** Within the year a signed-off target moves only upwards: neither figure worse, one better (M21). */
function notUpwards(policy: TrustPolicy, target: Target, given: TargetFigures): Refusal | undefined {
  const standing = signedOff(target);
  if (!standing) return undefined;
  const better = measureOf(policy, target.measure)?.better ?? 'higher';
  const gains = [
    betterBy({ better }, given.minimum, standing.minimum),
    betterBy({ better }, given.aspirational, standing.aspirational),
  ];
  // Written so that a figure that is no number is refused too.
  if (gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0)) return undefined;
  const now = `${standing.minimum}% and ${standing.aspirational}%`;
  return refusal(
    'M21',
    `Give figures better than ${now}, or leave the target as it is.`,
    `${cellName(policy, target)} is signed off at ${now}, and a target moves only upwards within the year.`,
  );
}

function proposed(
  policy: TrustPolicy,
  own: TargetsPolicy,
  facts: SchoolsAndPeople,
  target: Target,
  given: TargetProposed,
  rule: string,
): TargetChanged {
  const fault = stepFault(policy, facts, target, given, rule);
  if (fault) return fault;
  const { minimum, aspirational, by, at, why } = given;
  const { yearGroup, measure } = target;
  const about = { ...(yearGroup ? { yearGroup } : {}), measure, minimum, aspirational };
  const school = schoolOf(facts, target.urn);
  const wrong = school ? checkTarget(policy, own, school, about).find(({ level }) => level === 'error') : undefined;
  if (wrong) return refusal(wrong.rule, wrong.says, wrong.says);
  if (why.trim() === '') return refusal(rule, 'Give the reason in a sentence.', 'The reason is missing.');
  return added(target, { minimum, aspirational, state: 'proposed', by: [by], at, why });
}

function added(target: Target, revision: TargetRevision): TargetChanged {
  return { ok: true, target: { ...target, revisions: [...target.revisions, revision] } };
}
