import type { Temporal } from 'temporal-polyfill';
import { access } from '../access/access.ts';
import { isoOf } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { targetProposals } from '../targets/proposal.ts';
import { agreeTarget, signOffTarget } from '../targets/setting.ts';
import {
  sameCell,
  signedOff,
  type Target,
  type TargetFigures,
  type TargetRevision,
  targetOf,
} from '../targets/target.ts';
import { pupilsOf } from '../targets/target-cells.ts';
import { isCeo, isHead, stepFault } from '../targets/target-step.ts';
import { trajectories } from '../trajectory/trajectory.ts';
import { nameOf } from '../trust/name-of.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { targetNames } from './target-names.ts';
import type { SchoolTarget, SchoolTargetsView } from './views.ts';

/**
 * A school's targets of a year, each with what it starts from, how it came about, where it is heading and what the
 * reader may do with it (M20, M21, M23). For those who read the school's records; undefined for everybody else, for
 * unknown schools and for what is no year of the policy.
 */
export function schoolTargetsView(
  policy: TrustPolicy,
  facts: Facts,
  person: Person,
  urn: string,
  year: AcademicYear,
  now: Temporal.Instant,
): SchoolTargetsView | undefined {
  const school = schoolOf(facts, urn);
  if (!school || !access(policy, person, 'records.read', facts, { urn }).allowed) return undefined;
  if (!policy.calendar.years.some((one) => one.year === year)) return undefined;
  const targets = facts.records?.targets?.targets ?? [];
  const at = isoOf(now);
  const may = (action: 'target.propose' | 'target.agree') => access(policy, person, action, facts, { urn }).allowed;
  const [proposes, agrees] = [may('target.propose'), may('target.agree')];
  const heading = access(policy, person, 'soap.read', facts, { urn }).allowed
    ? trajectories(policy, facts, targets, school, year)
    : [];
  const filled = targetProposals(policy, policy.targets, facts, school, year);
  return {
    asOf: now.toString(),
    year,
    school: { urn, name: school.name },
    heads: facts.people.filter(({ id }) => isHead(facts, id, urn)).map(({ name }) => name),
    ...overOf(policy, facts, { urn, academicYear: year, measure: '', revisions: [] }, at),
    targets: filled.map(({ start, figures, why, ...cell }): SchoolTarget => {
      const target = targetOf(targets, urn, year, cell) ?? { urn, academicYear: year, ...cell, revisions: [] };
      const standing = signedOff(target);
      const last = target.revisions.at(-1);
      const pupils = pupilsOf(school, cell);
      const trajectory = heading.find((one) => sameCell(one, cell));
      const by = { by: person.id, at };
      const open = stepFault(policy, facts, target, by, 'M20') === undefined;
      const decides = (proposes && isHead(facts, person.id, urn)) || (agrees && isCeo(facts, person.id));
      return {
        ...cell,
        ...targetNames(policy, cell),
        ...(pupils === undefined ? {} : { pupils }),
        filled: { ...(start ? { start } : {}), ...(figures ? { figures } : {}), why: why.because.join(' ') },
        state: last?.state ?? 'missing',
        ...(last ? { latest: figuresOf(last) } : {}),
        ...(standing ? { standing: figuresOf(standing) } : {}),
        history: target.revisions.map((one) => moveOf(facts, one)),
        ...(trajectory ? { trajectory } : {}),
        can: {
          propose: open && decides && !standing && (last !== undefined || isHead(facts, person.id, urn)),
          raise: open && decides && standing !== undefined,
          // Who proposed it waits for the other; agreeing with oneself is no step.
          agree: decides && agreeTarget(policy, facts, target, by).ok && !last?.by.includes(person.id),
          signOff: agrees && signOffTarget(policy, facts, target, by).ok,
        },
      };
    }),
  };
}

function overOf(policy: TrustPolicy, facts: Facts, target: Target, at: string): { readonly closed?: string } {
  const fault = stepFault(policy, facts, target, { by: '', at }, 'M20');
  return fault ? { closed: fault.why.because.join(' ') } : {};
}

function figuresOf({ minimum, aspirational }: TargetFigures): TargetFigures {
  return { minimum, aspirational };
}

function moveOf(facts: Facts, one: TargetRevision): SchoolTarget['history'][number] {
  return { ...one, by: one.by.map((id) => nameOf(facts, id)) };
}
