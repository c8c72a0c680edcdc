import type { HalfTermId } from '../calendar/half-term.ts';
import { onceEach } from '../calendar/remembered.ts';
import type { Facts } from '../facts.ts';
import { nameOf } from '../trust/name-of.ts';

export const COLLECTION_STEPS = ['nudge', 'confirm', 'send back', 'take back', 'close', 'reopen'] as const;

/**
 * Something a person did about a collection beside the returns themselves (M14, M15). A log: nothing of it is changed,
 * a later step answers an earlier one.
 */
export interface CollectionStep {
  /** Later ones sort after earlier ones. */
  readonly id: string;
  readonly halfTerm: HalfTermId;
  readonly step: (typeof COLLECTION_STEPS)[number];
  /** The school of a nudge, or whose figures it is about. */
  readonly urn?: string;
  /** The revision it was said of. */
  readonly revision?: number;
  /** Why, or what to look at; empty where nothing was said. */
  readonly note: string;
  /** Person id. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** A step as people read it: by whom, by name. */
export type SaidStep = Pick<CollectionStep, 'step' | 'at' | 'note'> & { readonly by: string };

export function saidOf(facts: Pick<Facts, 'people'>, { step, at, note, by }: CollectionStep): SaidStep {
  return { step, at, note, by: nameOf(facts, by) };
}

/**
 * A return the school took back while the round was open (M14): neither this revision nor one before it counts any
 * more, and its figures are the draft of the next.
 */
export interface TakenBack {
  readonly urn: string;
  readonly halfTerm: HalfTermId;
  readonly revision: number;
  /** Person id. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** Why; empty where nothing was said. */
  readonly note: string;
}

export interface CollectionRecords {
  readonly steps: readonly CollectionStep[];
  /** Returns that schools took back, those sent again since included. */
  readonly takenBack?: readonly TakenBack[];
}

/** Facts that tell what was done about a collection. */
export type CollectionFacts = Pick<Facts, 'records'>;

/** The steps of a half term, first to last: a school's, or those about the collection itself. */
export function stepsOf({ records }: CollectionFacts, halfTerm: HalfTermId, urn = ''): readonly CollectionStep[] {
  return shelves(records?.collection?.steps ?? NONE).get(`${halfTerm} ${urn}`) ?? NONE;
}

const NONE: readonly CollectionStep[] = [];

const shelves = onceEach((steps: readonly CollectionStep[]) => {
  const shelf = new Map<string, CollectionStep[]>();
  for (const step of [...steps].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const place = `${step.halfTerm} ${step.urn ?? ''}`;
    shelf.set(place, [...(shelf.get(place) ?? []), step]);
  }
  return shelf;
});
