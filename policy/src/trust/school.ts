/** A school of the trust (M2). Plain facts; the trust's list of schools is their only source. */

/** R is Reception, N nursery; Y1 to Y13 are the national curriculum's year groups. */
export const YEAR_GROUPS = [
  'N',
  'R',
  'Y1',
  'Y2',
  'Y3',
  'Y4',
  'Y5',
  'Y6',
  'Y7',
  'Y8',
  'Y9',
  'Y10',
  'Y11',
  'Y12',
  'Y13',
] as const;
export type YearGroup = (typeof YEAR_GROUPS)[number];

export const PHASES = ['nursery', 'infant', 'junior', 'primary', 'middle', 'secondary', 'all-through'] as const;
export type Phase = (typeof PHASES)[number];

export const GOVERNANCE = ['LGB', 'Advisory board'] as const;
export type Governance = (typeof GOVERNANCE)[number];

export const OFSTED_GRADES = [1, 2, 3, 4] as const;
export type OfstedGrade = (typeof OFSTED_GRADES)[number];

export interface School {
  /** Unique reference number of the register of schools, as text: the school's key everywhere. */
  readonly urn: string;
  readonly name: string;
  readonly phase: Phase;
  /** The year groups it teaches, youngest first. */
  readonly years: readonly YearGroup[];
  /** Pupils on roll by year group; a year group without a figure is not known, which is not the same as empty. */
  readonly pupils: Readonly<Partial<Record<YearGroup, number>>>;
  /** Name of its cluster; empty while it has none. */
  readonly cluster: string;
  readonly governance: Governance;
  /**
   * Last graded inspection; undefined where the school has none yet. `inspection` is the id of the record it comes from
   * (M28), undefined where the school's row says it.
   */
  readonly ofsted?: { readonly grade: OfstedGrade; readonly on?: string; readonly inspection?: string };
  readonly sponsored: boolean;
  /** ISO dates. A school that left keeps its history. */
  readonly joined?: string;
  readonly left?: string;
  readonly researchChampion?: string;
}
