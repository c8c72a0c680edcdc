import type { Finding, InputValues, School, SoapContent, SoapReturn, TrustPolicy } from '@owls/policy';
import { findings, parseSoapStep, stepsFor, withStep } from '@owls/policy';

/** The form read as a return: its content, and everything that is wrong with it. */
export interface FormRead {
  readonly content: SoapContent;
  readonly findings: readonly Finding[];
  /** Steps whose inputs can't be kept as they are; the content holds what was there before. */
  readonly unkept: readonly string[];
}

const EMPTY: SoapContent = { cohorts: [], school: {}, comment: '', nextSteps: '' };

/**
 * Reads the form with policy's own reader, a step at a time, so that the tab and the card understand the same input in
 * the same way (M14, M15).
 */
export function readForm(
  policy: TrustPolicy,
  school: School,
  values: InputValues,
  before: SoapContent,
  given: { readonly last?: SoapReturn; readonly halfTerm: string },
): FormRead {
  let content: SoapContent = { ...EMPTY, comment: before.comment, nextSteps: before.nextSteps };
  const unreadable: Finding[] = [];
  const unkept: string[] = [];
  const unsure = new Set<string>();
  for (const step of stepsFor(policy, school)) {
    const read = parseSoapStep(policy, school, step.key, values);
    if (read.ok) {
      content = withStep(policy, content, step.key, read);
      continue;
    }
    unreadable.push(...read.findings);
    unkept.push(step.key);
    for (const year of step.years ?? []) unsure.add(year);
    for (const measure of step.school ?? []) unsure.add(`school:${measure}`);
    if (step.groups) for (const { key } of policy.soap.groups?.groups ?? []) unsure.add(key);
    content = withStep(policy, content, step.key, partOf(before, step.years ?? [], step.school ?? []));
  }
  // What policy says of a step that was not understood would be about the content before: leave it out.
  const rest = findings({ ...content, halfTerm: given.halfTerm }, given.last, school, policy).filter(
    ({ year, group, measure }) =>
      !(year || group ? unsure.has(year ?? group ?? '') : measure !== undefined && unsure.has(`school:${measure}`)),
  );
  return { content, findings: [...unreadable, ...rest], unkept };
}

function partOf(before: SoapContent, years: readonly string[], measures: readonly string[]) {
  return {
    ok: true as const,
    cohorts: before.cohorts.filter(({ year }) => years.includes(year)),
    groups: before.groups ?? [],
    school: Object.fromEntries(Object.entries(before.school).filter(([key]) => measures.includes(key))),
    texts: {},
  };
}

/** Whether a finding only says that something is still to be given; such ones wait until the review. */
export function isGap({ rule, level }: Finding): boolean {
  return level === 'error' && rule === 'M13';
}

/** The step an input stands in. */
export function stepOf(policy: TrustPolicy, input: string): string | undefined {
  const [first = '', second = ''] = input.split(':');
  const row = first === 'pupils' ? second : first;
  const groups = policy.soap.groups?.groups ?? [];
  return policy.soap.steps.find((step) =>
    first === 'school'
      ? step.school?.includes(second)
      : first === 'comment' || first === 'nextSteps'
        ? step.texts?.includes(first)
        : step.years?.some((year) => year === row) || (step.groups && groups.some(({ key }) => key === row)),
  )?.key;
}

/** Inputs in which two versions differ, for a person to choose between them. */
export function differences(mine: InputValues, theirs: InputValues): readonly string[] {
  const inputs = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  return [...inputs].filter((input) => (mine[input] ?? '').trim() !== (theirs[input] ?? '').trim());
}
