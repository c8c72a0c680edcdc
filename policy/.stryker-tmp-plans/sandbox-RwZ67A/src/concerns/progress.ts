// @ts-nocheck
import { type Concern, levelReached } from './concern.ts';
import type { ConcernsPolicy } from './concerns-policy.ts';
import { type Entry, entryFault, refusal } from './entry.ts';
import type { Refusal } from './refusal.ts';

const RULE = 'M38';

/** Records a look at an open concern: whether there is progress since the last one, and what was seen (M37). */
export function recordProgress(
  concern: Concern,
  seen: Entry & { readonly progress: boolean },
): { readonly ok: true; readonly concern: Concern } | Refusal {
  const fault = changeFault(concern, seen);
  return fault ?? { ok: true, concern: { ...concern, progress: [...concern.progress, seen] } };
}

/** Records what the CEO and the Chair decided about a serious or unresolved concern (M38). */
export function recordIntervention(
  own: ConcernsPolicy,
  concern: Concern,
  entry: Entry,
): { readonly ok: true; readonly concern: Concern } | Refusal {
  const { level, on } = levelReached(concern);
  if (level < own.ceoAndChairFrom)
    return refusal(RULE, `Raise it to level ${own.ceoAndChairFrom} first.`, `It stands at level ${level}.`);
  const fault = changeFault(concern, entry, on);
  if (fault) return fault;
  return { ok: true, concern: { ...concern, interventions: [...concern.interventions, { ...entry, level }] } };
}

function changeFault(concern: Concern, entry: Entry, notBefore = concern.levels[0].on): Refusal | undefined {
  return concern.closed
    ? refusal(RULE, 'Open a new concern if it is back.', `It was closed on ${concern.closed.on}.`)
    : entryFault(RULE, entry, notBefore);
}
