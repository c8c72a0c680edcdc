// @ts-nocheck
import type { OfstedGrade, Phase, School, YearGroup } from '../trust/school.ts';
import type { PublishedResult } from './published-result.ts';

/** Something a file says that can't be used, and where. */
export interface ImportProblem {
  readonly file: 'schools' | 'results';
  /** The row as a spreadsheet counts it: the heading is row 1. */
  readonly row: number;
  readonly column?: string;
  readonly says: string;
}

/** A school as one of the government's files describes it; what the file does not say is not there. */
export interface SchoolRow {
  readonly row: number;
  readonly urn: string;
  readonly name: string;
  readonly phase?: Phase;
  /** From ages the file gives. */
  readonly years?: readonly YearGroup[];
  /** From phase and name, where the file gives no ages; only good enough for a school that is new. */
  readonly probableYears?: readonly YearGroup[];
  /** Estimates: files count whole schools, not year groups. */
  readonly pupils?: School['pupils'];
  readonly ofsted?: OfstedGrade;
  readonly inspected?: string;
  readonly district?: string;
  readonly sponsored?: boolean;
}

/** A school's row of a results file: what it says of the school, and its results. */
export interface ResultsRow {
  readonly school: SchoolRow;
  /** Of the file's own year or years. */
  readonly results: readonly PublishedResult[];
  /** Of years before it, which its columns repeat in part. */
  readonly earlier: readonly PublishedResult[];
}

/** What was read of a file. */
export interface FileRead<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly ImportProblem[];
  /** Which format was recognised, in words. */
  readonly format: string;
}

/** A field an import would change. */
export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What an import would do (M2): shown before it is done, and done exactly as shown. */
export interface ImportPlan {
  readonly create: readonly School[];
  readonly update: readonly { readonly school: School; readonly changes: readonly FieldChange[] }[];
  /** How many schools the files say nothing new about. */
  readonly unchanged: number;
  /** Published results that are new or differ from what is kept. */
  readonly results: readonly PublishedResult[];
  readonly problems: readonly ImportProblem[];
  /** The same for the same plan: what is applied is what was previewed. */
  readonly fingerprint: string;
}
