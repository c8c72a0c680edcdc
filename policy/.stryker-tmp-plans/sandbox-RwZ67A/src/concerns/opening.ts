// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import type { Why } from '../explanation/why.ts';
import { type Concern, levelReached, openedOn } from './concern.ts';
import type { ConcernsPolicy, ProcedureKey } from './concerns-policy.ts';
import { type Entry, entryFault, refusal } from './entry.ts';
import type { Refusal } from './refusal.ts';

const RULE = 'M38';

/** A concern about to be opened: where, about what, and how grave those who know the school judge it. */
export interface NewConcern {
  readonly urn: string;
  /** Key of the policy's area. */
  readonly area: string;
  /** ISO date. */
  readonly on: string;
  /** The level it is judged to need, where that is higher than the first. */
  readonly judged?: number;
  /** Management or governance that is likely to harm standards: it goes to the CEO and the Chair at once. */
  readonly serious?: boolean;
}

/**
 * The level at which a new concern starts (M38): the highest of level 1, the level judged, the CEO and Chair's level
 * where it is serious, and the level that a similar one (same school, same area) reached, if that was closed within
 * the policy's years of `on`, both days included. Refuses what can't be opened, a second one beside an open one too.
 */
export function openingLevel(
  own: ConcernsPolicy,
  kept: readonly Concern[],
  given: NewConcern,
): { readonly ok: true; readonly level: number; readonly why: Why } | Refusal {
  const fault = newConcernFault(own, kept, given);
  if (fault) return fault;
  const top = own.levels.length;
  const grounds = [
    ...kept
      .filter((one) => similar(one, given) && openedOn(one) <= given.on && given.on <= repeatsUntil(own, one))
      .map((one) => ({ reached: levelReached(one).level, closed: one.closed?.on }))
      .map(({ reached, closed }) => ({
        // A policy with fewer levels than it had then knows none above its highest.
        level: Math.min(reached, top),
        says: `A similar concern reached level ${reached} and was closed on ${closed}.`,
      })),
    ...(given.serious ? [{ level: own.ceoAndChairFrom, says: 'It is serious, so the CEO and the Chair decide.' }] : []),
    ...(given.judged ? [{ level: given.judged, says: `It was judged to need level ${given.judged}.` }] : []),
  ];
  const level = Math.max(1, ...grounds.map((one) => one.level));
  const because = grounds.filter((one) => one.level === level).map(({ says }) => says);
  const first = `No similar concern was closed within ${own.repeatYears} years, and it is not judged higher.`;
  return {
    ok: true,
    level,
    why: {
      rule: RULE,
      because: because.length > 0 ? because : [first],
      wouldChange:
        level === top ? 'Nothing raises it further: it is the highest level.' : 'Judging it to need a higher level.',
    },
  };
}

/** Opens a concern at its opening level (M37, M38), on the procedure the school has to follow. */
export function openConcern(
  own: ConcernsPolicy,
  kept: readonly Concern[],
  given: NewConcern & Entry & { readonly id: string; readonly procedure: ProcedureKey },
): { readonly ok: true; readonly concern: Concern; readonly why: Why } | Refusal {
  const { id, urn, area, procedure, on, by, why } = given;
  const fault = entryFault('M37', given);
  if (fault) return fault;
  if (kept.some((one) => one.id === id))
    return refusal('M37', 'Give it an id of its own.', `There is a concern ${id}.`);
  const opening = openingLevel(own, kept, given);
  if (!opening.ok) return opening;
  const levels: Concern['levels'] = [{ level: opening.level, on, by, why }];
  return {
    ok: true,
    concern: { id, urn, area, procedure, levels, steps: [], progress: [], interventions: [] },
    why: opening.why,
  };
}

function newConcernFault(own: ConcernsPolicy, kept: readonly Concern[], given: NewConcern): Refusal | undefined {
  const dated = entryFault(RULE, { on: given.on, by: '-', why: '-' });
  if (dated) return dated;
  if (!own.areas.some(({ key }) => key === given.area))
    return refusal(
      RULE,
      `Choose one of ${own.areas.map(({ key }) => key).join(', ')}.`,
      `There is no area ${given.area}.`,
    );
  const top = own.levels.length;
  const { judged = 1 } = given;
  if (!Number.isInteger(judged) || judged < 1 || judged > top)
    return refusal(RULE, `Choose a level from 1 to ${top}.`, `There is no level ${judged}.`);
  const open = kept.find((one) => similar(one, given) && !one.closed);
  return open
    ? refusal(RULE, 'Raise the level of the open one instead.', `A similar concern is open since ${openedOn(open)}.`)
    : undefined;
}

function similar(one: Concern, given: Pick<NewConcern, 'urn' | 'area'>): boolean {
  return one.urn === given.urn && one.area === given.area;
}

/** The last day on which a similar concern starts again at this one's level; before any date for an open one. */
function repeatsUntil(own: ConcernsPolicy, { closed }: Concern): string {
  return closed ? Temporal.PlainDate.from(closed.on).add({ years: own.repeatYears }).toString() : '';
}
