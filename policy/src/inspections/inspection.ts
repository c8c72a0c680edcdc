import type { OfstedGrade } from '../trust/school.ts';

interface Recorded {
  readonly id: string;
  readonly urn: string;
  /** ISO date of its first day. */
  readonly on: string;
  /** Who recorded it (person id), and when (ISO instant). */
  readonly by: string;
  readonly at: string;
  /** Where the report or letter can be read: an address that begins with https. */
  readonly report?: string;
  /** The row's version (ETag) it was read at; a correction names it. Undefined for what is not kept yet. */
  readonly version?: string;
}

/** An inspection with an outcome that counts for the scale, from the day it is published (ISO date). */
export type Graded = Recorded & { readonly published: string } & (
    | { readonly kind: 'overall'; readonly grade: OfstedGrade }
    /** Area by area, in a framework of the policy: its area keys with its point keys. */
    | {
        readonly kind: 'areas';
        readonly framework: string;
        readonly areas: Readonly<Record<string, string>>;
        readonly safeguarding: 'met' | 'not met';
      }
  );

/**
 * What somebody from outside saw of a school (M28). A graded inspection changes the Ofsted part of its category; a
 * monitoring visit and a review are kept with their outcomes and change nothing; `awaited` has no outcome yet.
 */
export type Inspection =
  | Graded
  | (Recorded & { readonly kind: 'awaited' })
  /** `outcome` is a key of the policy. */
  | (Recorded & { readonly kind: 'monitoring'; readonly outcome: string; readonly note?: string })
  | (Recorded & {
      readonly kind: 'review';
      readonly reviewer: string;
      readonly about: string;
      readonly outcome: string;
    });

/** What somebody fills in to record an inspection: all but who they are, and when. */
export type InspectionGiven = Without<Inspection, 'by' | 'at' | 'version'>;
/** `Omit` for each kind of inspection by itself. */
type Without<Kind, Left extends string> = Kind extends unknown ? Omit<Kind, Left> : never;
