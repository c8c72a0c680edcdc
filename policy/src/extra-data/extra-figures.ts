import type { Figures } from '../soap/return.ts';

/** Extra data a school gave while it caused concern (M19): one thing asked, of one of its days. */
export interface ExtraFigures {
  readonly urn: string;
  /** Key of the policy's extra data. */
  readonly item: string;
  /** ISO date by which it was wanted: what it is known by. */
  readonly due: string;
  /** By measure key. */
  readonly figures: Figures;
  /** What the school says to them; can be empty. */
  readonly says: string;
  /** Person id. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** The row's version (ETag) it was read at; a correction names it. Undefined for what is not kept yet. */
  readonly version?: string;
}

export interface ExtraDataRecords {
  readonly given: readonly ExtraFigures[];
}

/** What a school fills in. */
export type ExtraFiguresGiven = Omit<ExtraFigures, 'by' | 'at' | 'version'>;
