import type { HalfTermId } from '../calendar/half-term.ts';
import type { SeenInspection } from '../inspections/seen.ts';
import type { Progress } from '../targets/monitoring.ts';
import type { TargetFigures } from '../targets/target.ts';
import type { Phase, YearGroup } from '../trust/school.ts';
import type { MatrixCategory } from './category-matrix.ts';

/** A figure of a half term; absent where none was given, or where it is hidden from the reader. */
export interface PagePoint {
  readonly halfTerm: HalfTermId;
  readonly figure?: number;
}

/** A year group's figure in a measure, as it moved and as it stands to its target. Per cent of pupils. */
export interface PageCell {
  readonly measure: string;
  readonly figure?: number;
  /** Hidden from this reader: too few pupils (M15). */
  readonly hidden?: true;
  /** Points since the last return of the same academic year. */
  readonly change?: number;
  /** The academic year's half terms up to the page's, oldest first. */
  readonly line: readonly PagePoint[];
  readonly target?: TargetFigures;
  readonly progress?: Progress;
}

export interface PageTable {
  readonly title: string;
  readonly measures: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly {
    readonly year: YearGroup;
    readonly pupils: number;
    /** In the order of the measures; undefined where the year group is not asked for it. */
    readonly cells: readonly (PageCell | undefined)[];
  }[];
  /** Over the year groups, weighted by pupils, in the order of the measures; nothing where there is one year group. */
  readonly all: readonly { readonly measure: string; readonly figure?: number }[];
}

/** Pupil groups beside the school as a whole, over the year groups they are made of. Per cent of pupils. */
export interface PageGroups {
  readonly measures: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly {
    readonly group: string;
    readonly name: string;
    /** Absent where the group was not given, or is hidden. */
    readonly pupils?: number;
    /** Hidden from this reader: few pupils, or few would stand out (M15). */
    readonly hidden?: true;
    /** In the order of the measures; the change is in points since the last return of the same academic year. */
    readonly cells: readonly { readonly measure: string; readonly figure?: number; readonly change?: number }[];
  }[];
  /** The same measures over all pupils whose figures the reader sees. */
  readonly school: readonly { readonly measure: string; readonly figure?: number }[];
}

/** A figure beside that of a year ago and England's, in the measure's unit. */
export interface BesideRow {
  readonly name: string;
  readonly unit: '%' | 'count';
  readonly better: 'higher' | 'lower';
  readonly figure?: number;
  readonly hidden?: true;
  /** The last half terms up to the page's, oldest first; of a year group those of the academic year. */
  readonly line: readonly PagePoint[];
  /** Of the same half term of the academic year before; of a year group that was of other children. */
  readonly yearAgo?: number;
  /** England's newest published figure, with the academic year it is of. */
  readonly nation?: { readonly value: number; readonly year: string };
}

/** One page a school (M40): what a half term's return says, beside its targets, last year, England and its category. */
export interface OnAPageView {
  readonly asOf: string;
  readonly trust: string;
  readonly school: {
    readonly urn: string;
    readonly name: string;
    readonly phase: Phase;
    readonly cluster: string;
    readonly head?: string;
    readonly pupils?: number;
  };
  readonly halfTerm: HalfTermId;
  /** Those with a return, newest first. */
  readonly halfTerms: readonly HalfTermId[];
  /** ISO instant of the return the page rests on. */
  readonly returnedAt?: string;
  /** What stands out, in sentences, the most important first. */
  readonly glance: readonly string[];
  /** What is missing, in sentences. */
  readonly gaps: readonly string[];
  readonly tables: readonly PageTable[];
  /** Not there where the return has no pupil groups. */
  readonly groups?: PageGroups;
  readonly beside: readonly BesideRow[];
  /** The newest published results beside England's, of that year or the newest before it (M18). */
  readonly published?: {
    readonly year: string;
    readonly nationalYear: string;
    readonly figures: readonly { readonly name: string; readonly value: number; readonly national: number }[];
  };
  /** Not there where the reader sees no categories. */
  readonly category?: {
    /** Of the half term, else the last one validated before it. */
    readonly now?: MatrixCategory & {
      readonly halfTerm: HalfTermId;
      readonly name: string;
      readonly by?: string;
      /** ISO instant. */
      readonly at?: string;
      readonly why?: string;
      readonly support?: string;
      /** Whether the school agrees with it, where it has answered to this category (M25). */
      readonly agreed?: boolean;
    };
    /** The last half terms up to the page's, oldest first. */
    readonly history: readonly { readonly halfTerm: HalfTermId; readonly category?: MatrixCategory }[];
    readonly inspections: readonly SeenInspection[];
  };
  /** Plans that are open and support of the academic year, in sentences. */
  readonly plans: readonly string[];
  readonly comment: string;
  readonly nextSteps: string;
  /** Whether small year groups or pupil groups stand on the page, for a reader who sees them: it is not to be passed on as it is. */
  readonly showsSmall: boolean;
  /** Whether the reader asked for small year groups to be hidden though they may see them. */
  readonly hidesSmall: boolean;
  readonly withheld: readonly ('figures' | 'category' | 'comment')[];
}
