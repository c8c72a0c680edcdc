import type { AcademicYear } from '../calendar/half-term.ts';
import { tenth } from '../tenth.ts';
import type { YearGroup } from '../trust/school.ts';
import type { Measure } from '../trust-policy.ts';

export const TARGET_STATES = ['proposed', 'agreed', 'signed-off'] as const;
/** Where a target stands: proposed by the head, agreed by head and CEO, signed off by the CEO (M20). */
export type TargetState = (typeof TARGET_STATES)[number];

/** The two figures of a target, in whole per cent by the year's end. */
export interface TargetFigures {
  /** What is expected at least. Of a measure that is better when lower, at most. */
  readonly minimum: number;
  readonly aspirational: number;
}

/** One step in a target's life. Steps are added, never changed. */
export interface TargetRevision extends TargetFigures {
  readonly state: TargetState;
  /** Ids of the people whose decision it is: both, where head and CEO agreed. */
  readonly by: readonly string[];
  /** ISO instant. */
  readonly at: string;
  /** The reason given with the proposal. */
  readonly why: string;
}

/** What a target is about within a school: a measure of a year group, or of the whole school. */
export interface TargetCell {
  readonly yearGroup?: YearGroup;
  /** Key of a measure of the return. */
  readonly measure: string;
}

/** A school's target for an academic year (M20). `revisions` are oldest first, and empty before the first proposal. */
export interface Target extends TargetCell {
  readonly urn: string;
  readonly academicYear: AcademicYear;
  readonly revisions: readonly TargetRevision[];
}

/** The signed-off figures that hold now; a proposal to raise them doesn't change them before it is agreed (M21). */
export function signedOff(target: Target | undefined): TargetRevision | undefined {
  return target?.revisions.findLast(({ state }) => state === 'signed-off');
}

/** The target of a school's cell, where there is one. */
export function targetOf(
  targets: readonly Target[],
  urn: string,
  academicYear: AcademicYear,
  cell: TargetCell,
): Target | undefined {
  return targets.find((one) => one.urn === urn && one.academicYear === academicYear && sameCell(one, cell));
}

export function sameCell(one: TargetCell, other: TargetCell): boolean {
  return one.yearGroup === other.yearGroup && one.measure === other.measure;
}

/** By how much a figure is better than another, in points: negative where it is worse. To a tenth. */
export function betterBy({ better }: Pick<Measure, 'better'>, figure: number, than: number): number {
  return tenth(better === 'higher' ? figure - than : than - figure);
}
