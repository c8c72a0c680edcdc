// @ts-nocheck
import { z } from 'zod';
import type { PolicyFault } from '../policy-agreement.ts';
import { date, key, offset, role, text, whole } from '../policy-values.ts';

const named = z.strictObject({ key, name: text });

const programme = named.extend({
  kind: z.enum(['leadership', 'trainee', 'coach', 'research', 'succession'], {
    error: 'must be "leadership", "trainee", "coach", "research" or "succession".',
  }),
  /** People every school has in it, at least; 0 where it is open to those who want it. */
  inEverySchool: whole(0, 10),
});

const linkedDocument = z.strictObject({
  key,
  title: text,
  /** Who looks after it, where its record names nobody. */
  owner: role,
  /** The first review; later ones follow the last by as many months. */
  firstReview: date,
  everyMonths: whole(1, 60),
});

export const OutsidePolicyShape = z.strictObject({
  /** Days from a record to the asking that follows from it. */
  ask: offset,
  priorities: z.strictObject({
    fewest: whole(1, 20),
    most: whole(1, 20),
    /** Days from the academic year's first school day by which they stand; asking begins on that day. */
    agreedBy: offset,
  }),
  goodPractice: z.strictObject({
    /** Months in which practice that was seen is fresh enough to be offered. */
    freshForMonths: whole(1, 60),
    /** Calendar days a head has to say whether the school would show it. */
    answerWithinDays: whole(1, 60),
  }),
  talks: z.strictObject({
    bodies: z.array(named, { error: 'must be a list.' }).min(1, { error: 'is empty: name the outside bodies.' }),
    /** Why a head or a chair of governors may be kept out of it. */
    exceptions: z.array(named, { error: 'must be a list; it can be empty.' }),
    /** Calendar days after a talk within which those concerned are told. */
    toldWithinDays: whole(0, 60),
  }),
  people: z.strictObject({
    programmes: z.array(programme, { error: 'must be a list; it can be empty.' }),
    /** Calendar days a school has to fill a gap. */
    filledWithinDays: whole(1, 60),
  }),
  documents: z.strictObject({
    linked: z.array(linkedDocument, { error: 'must be a list; it can be empty.' }),
    /** Days from the day of review to the prompt, below 0. */
    prompt: offset,
  }),
});
export type OutsidePolicy = z.infer<typeof OutsidePolicyShape>;
export type Programme = z.infer<typeof programme>;

/** Where the values of an outside policy contradict each other (M45, M46, M47, M49). */
export function outsideDisagreements(policy: OutsidePolicy): readonly PolicyFault[] {
  const { priorities, talks, people, documents, ask } = policy;
  return [
    ...(priorities.most < priorities.fewest
      ? [{ place: 'priorities.most', says: `must be ${priorities.fewest} or more, as "fewest" is.` }]
      : []),
    ...(priorities.agreedBy.days < 0
      ? [{ place: 'priorities.agreedBy.days', says: 'must be 0 or more: asking begins with the year.' }]
      : []),
    ...(ask.days < 0
      ? [{ place: 'ask.days', says: 'must be 0 or more: nothing is asked before its record is there.' }]
      : []),
    ...(documents.prompt.days > 0
      ? [{ place: 'documents.prompt.days', says: 'must be 0 or less: a prompt comes before the day of review.' }]
      : []),
    ...twice(talks.bodies, 'talks.bodies'),
    ...twice(talks.exceptions, 'talks.exceptions'),
    ...twice(people.programmes, 'people.programmes'),
    ...twice(documents.linked, 'documents.linked'),
  ];
}

function twice(given: readonly { readonly key: string }[], place: string): PolicyFault[] {
  const keys = given.map((one) => one.key);
  return keys.flatMap((one, index) =>
    keys.indexOf(one) === index
      ? []
      : [{ place: `${place}[${index}].key`, says: `${one} is there already: each must be another.` }],
  );
}
