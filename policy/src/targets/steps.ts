import type { AcademicYear } from '../calendar/half-term.ts';
import type { Refusal } from '../concerns/refusal.ts';
import type { Facts } from '../facts.ts';
import type { Finding } from '../soap/return.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { checkTarget } from './check-target.ts';
import { targetProposals } from './proposal.ts';
import { agreeTarget, proposeTarget, reviseTarget, signOffTarget, type TargetChanged } from './setting.ts';
import { sameCell, signedOff, type Target, type TargetCell, type TargetFigures, targetOf } from './target.ts';
import { cellName } from './target-cells.ts';
import type { TargetStep } from './target-step.ts';

export const TARGET_DOINGS = ['propose', 'agree', 'sign-off'] as const;
export type TargetDoing = (typeof TARGET_DOINGS)[number];

/** A target as somebody saw it (`seen` counts its revisions), with the figures they want where they propose. */
export interface TargetWanted extends TargetCell {
  readonly seen: number;
  readonly figures?: TargetFigures;
}

export interface TargetSteps extends TargetStep {
  readonly doing: TargetDoing;
  readonly wanted: readonly TargetWanted[];
  /** Why figures are other than the pre-filled ones. */
  readonly why: string;
}

export type StepsTaken =
  /** Those that changed, each with one revision more. */
  | { readonly ok: true; readonly changed: readonly Target[] }
  /** Changed since they were seen, by name. */
  | { readonly ok: false; readonly stale: readonly string[] }
  /** What has to be mended first. */
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Takes one step with many targets of a school together (M20, M21): all of them or none. Figures for a target that is
 * signed off raise it, pre-filled figures need no reason, and what was done already is left as it is, so that the same
 * steps may be sent twice.
 */
export function takeTargetSteps(
  policy: TrustPolicy,
  facts: Pick<Facts, 'people' | 'schools' | 'returns'>,
  targets: readonly Target[],
  school: School,
  year: AcademicYear,
  given: TargetSteps,
): StepsTaken {
  const filled = given.doing === 'propose' ? targetProposals(policy, policy.targets, facts, school, year) : [];
  const open = given.wanted.flatMap((wanted) => {
    const { yearGroup, measure } = wanted;
    const cell = { ...(yearGroup ? { yearGroup } : {}), measure };
    const target = targetOf(targets, school.urn, year, cell) ?? {
      urn: school.urn,
      academicYear: year,
      ...cell,
      revisions: [],
    };
    return doneAlready(target, wanted, given) ? [] : [{ target, wanted, cell }];
  });
  const stale = open.filter(({ target, wanted }) => target.revisions.length !== wanted.seen);
  if (stale.length > 0) return { ok: false, stale: stale.map(({ cell }) => cellName(policy, cell)) };
  const changed: Target[] = [];
  const findings: Finding[] = [];
  for (const { target, wanted, cell } of open) {
    const why = reasonOf(filled.find((one) => sameCell(one, cell)) ?? {}, wanted.figures, given.why);
    const warnings = why === '' ? worthSaying(policy, school, cell, wanted.figures, filled) : [];
    const made = warnings.length > 0 ? undefined : stepped(policy, facts, target, wanted.figures, { ...given, why });
    if (made?.ok) changed.push(made.target);
    findings.push(...warnings, ...(made && !made.ok ? [findingOf(policy, cell, made)] : []));
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, changed };
}

function stepped(
  policy: TrustPolicy,
  facts: Pick<Facts, 'people' | 'schools'>,
  target: Target,
  figures: TargetFigures | undefined,
  { doing, by, at, why }: TargetSteps,
): TargetChanged {
  if (doing === 'agree') return agreeTarget(policy, facts, target, { by, at });
  if (doing === 'sign-off') return signOffTarget(policy, facts, target, { by, at });
  const propose = signedOff(target) ? reviseTarget : proposeTarget;
  const { minimum, aspirational } = figures ?? { minimum: Number.NaN, aspirational: Number.NaN };
  return propose(policy, policy.targets, facts, target, { minimum, aspirational, why, by, at });
}

/** Whether the same person did the same already: pressed twice, or sent again because the answer was lost. */
function doneAlready({ revisions }: Target, { figures }: TargetWanted, { doing, by }: TargetSteps): boolean {
  const last = revisions.at(-1);
  if (!last?.by.includes(by)) return false;
  switch (doing) {
    case 'propose':
      return last.state === 'proposed' && figures !== undefined && sameFigures(last, figures);
    // Agreeing to raise a signed-off target signs it off at once.
    case 'agree':
      return last.state !== 'proposed' && last.by.length > 1;
    case 'sign-off':
      return last.state === 'signed-off';
  }
}

/** The pre-filled figures carry their own reason; others the one that was given. */
function reasonOf(
  filled: { readonly figures?: TargetFigures; readonly why?: { readonly because: readonly string[] } },
  figures: TargetFigures | undefined,
  why: string,
): string {
  const asFilled = filled.figures && figures && sameFigures(filled.figures, figures);
  return asFilled ? (filled.why?.because.join(' ') ?? '') : why.trim();
}

function worthSaying(
  policy: TrustPolicy,
  school: School,
  cell: TargetCell,
  figures: TargetFigures | undefined,
  filled: ReturnType<typeof targetProposals>,
): readonly Finding[] {
  const start = filled.find((one) => sameCell(one, cell))?.start?.value;
  const found = figures ? checkTarget(policy, policy.targets, school, { ...cell, ...figures }, start) : [];
  return found.some(({ level }) => level === 'error') ? [] : found;
}

function findingOf(policy: TrustPolicy, { yearGroup, measure }: TargetCell, { says, why }: Refusal): Finding {
  const name = cellName(policy, { ...(yearGroup ? { yearGroup } : {}), measure });
  const because = why.because.join(' ');
  const told = because === says ? says : `${because} ${says}`;
  return {
    level: 'error',
    rule: why.rule,
    ...(yearGroup ? { year: yearGroup } : {}),
    measure,
    says: told.startsWith(name) ? told : `${name}: ${told}`,
  };
}

function sameFigures(one: TargetFigures, other: TargetFigures): boolean {
  return one.minimum === other.minimum && one.aspirational === other.aspirational;
}
