import type { Temporal } from 'temporal-polyfill';
import type { Decision } from '../access/access.ts';
import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { onceEach } from '../calendar/remembered.ts';
import type { Facts } from '../facts.ts';
import { latestReturn } from '../soap/kept.ts';
import { nameOf } from '../trust/name-of.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { accuracyOf } from './accuracy.ts';
import type { CollectionFacts, TakenBack } from './collection-step.ts';
import { isTaken } from './taken.ts';

const RULE = 'M14';
export const LONGEST_TAKE_BACK_NOTE = 1000;

/** A taking back as people read it: by whom, by name. */
export type SaidTakenBack = Pick<TakenBack, 'at' | 'note'> & { readonly by: string };

type TakenBackFacts = Pick<Facts, 'returns'> & CollectionFacts;

/** The taking back since which the school owes its return of a half term; undefined where none stands, or it was sent again. */
export function standingTakenBack(facts: TakenBackFacts, urn: string, halfTerm: HalfTermId): TakenBack | undefined {
  if (latestReturn(facts, urn, halfTerm)) return undefined;
  return newest(facts.records?.collection?.takenBack ?? NONE).get(`${halfTerm} ${urn}`);
}

/** The same, as people read it. */
export function saidTakenBack(
  facts: TakenBackFacts & Pick<Facts, 'people'>,
  urn: string,
  halfTerm: HalfTermId,
): SaidTakenBack | undefined {
  const found = standingTakenBack(facts, urn, halfTerm);
  return found && { at: found.at, note: found.note, by: nameOf(facts, found.by) };
}

/**
 * Whether a school's return can be taken back now (M14): while the round is open and nobody has confirmed its figures.
 * `revision` is the one the person saw. Who may is `access`'s to say: whoever may make the return. Throws RangeError for
 * a half term the policy has no dates for.
 */
export function checkTakeBack(
  policy: TrustPolicy,
  facts: Facts,
  { urn, halfTerm, revision, note }: Pick<TakenBack, 'urn' | 'halfTerm' | 'revision' | 'note'>,
  now: Temporal.Instant,
): Decision {
  const name = schoolOf(facts, urn)?.name ?? urn;
  const label = halfTermLabel(halfTerm);
  const given = latestReturn(facts, urn, halfTerm);
  if (!given) {
    const before = saidTakenBack(facts, urn, halfTerm);
    return before
      ? no(`${before.by} has taken it back already.`, 'Go on with the draft, and send it when it is right.')
      : no(`${name} has sent nothing for ${label}.`, 'There is nothing to take back.');
  }
  if (!isTaken(policy, facts, halfTerm, now)) {
    return no(
      `The collection of ${label} is closed.`,
      'Ask the CEO’s office to open it again, or to send the figures back.',
    );
  }
  const accuracy = accuracyOf(facts, urn, halfTerm);
  if (accuracy?.state === 'confirmed') {
    const who = nameOf(facts, accuracy.step.by);
    return no(`${who} has confirmed these figures.`, 'Ask for that to be taken back first.');
  }
  if (given.revision !== revision) {
    return no(`Version ${given.revision} was sent since.`, 'Look at it, then take it back.');
  }
  if (note.trim().length > LONGEST_TAKE_BACK_NOTE) {
    return no('The reason is too long.', `Say it in ${LONGEST_TAKE_BACK_NOTE} characters at most.`);
  }
  return { allowed: true, rule: RULE, because: `The return of ${name} for ${label} can be taken back.` };
}

const NONE: readonly TakenBack[] = [];

/** The newest taking back by half term and school. */
const newest = onceEach((all: readonly TakenBack[]) => {
  const shelf = new Map<string, TakenBack>();
  for (const one of all) {
    const place = `${one.halfTerm} ${one.urn}`;
    if ((shelf.get(place)?.revision ?? 0) < one.revision) shelf.set(place, one);
  }
  return shelf;
});

function no(because: string, wouldChange: string): Decision {
  return { allowed: false, rule: RULE, because, wouldChange };
}
