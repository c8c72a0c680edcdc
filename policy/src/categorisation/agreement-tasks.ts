import { Temporal } from 'temporal-polyfill';
import { ceoOf, headOf } from '../access/roles.ts';
import { dateAt, instantAt, isoOf } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { termLabel, termsOf } from '../reports/term.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { judgementOf } from './kept.ts';
import { schoolsInRound } from './round.ts';

/** Days after a term in which its agreement is still asked for: a head who was away finds it after the holiday. */
const STILL_ASKED = 21;

/**
 * Each head is asked once a term whether the school agrees with its category (M25): when the term's last round has
 * validated it, and again where the category was changed after the answer. Of a school that does not agree the CEO is
 * told, who may change the category or speak with its head.
 */
export function agreementTasks(policy: TrustPolicy, facts: Facts, now: Temporal.Instant): readonly Task[] {
  const today = dateAt(policy, now);
  const term = termsOf(policy).find(({ last }) => last.from <= today && today <= shifted(last.to, STILL_ASKED));
  if (!term) return [];
  return schoolsInRound(policy, facts, term.last.id).flatMap(({ urn, name }): Task[] => {
    const validated = judgementOf(facts, urn, term.last.id)?.validated;
    const agreement = agreementOf(facts, urn, term);
    const head = headOf(facts, urn);
    if (agreement?.state === 'not agreed') return toldOf(facts, name, agreement, now);
    if (!validated || !agreement || !head || agreement.state === 'agreed') return [];
    if (Temporal.Instant.compare(Temporal.Instant.from(validated.at), now) > 0) return [];
    const end = isoOf(instantAt(policy, term.last.to, '17:00'));
    return [
      {
        kind: 'task',
        key: `agreement/${term.id}/${urn}/${agreement.category}/${head.id}`,
        rule: 'M25',
        person: head.id,
        title: `Say whether ${name} agrees with its category, ${agreement.category}`,
        urn,
        since: validated.at,
        ...(Temporal.Instant.compare(Temporal.Instant.from(end), now) > 0 ? { by: end } : {}),
        because:
          agreement.state === 'changed'
            ? `The category was changed after you answered.`
            : `The category of the ${termLabel(term.id)} is validated; each term it is agreed with the school.`,
        otherwise: 'Governors and the board read a judgement that was not agreed.',
      },
    ];
  });
}

function toldOf(facts: Facts, name: string, { term, category, last }: Agreement, now: Temporal.Instant): Task[] {
  const ceo = ceoOf(facts);
  if (!ceo || !last || Temporal.Instant.compare(Temporal.Instant.from(last.at), now) > 0) return [];
  return [
    {
      kind: 'task',
      key: `not-agreed/${term}/${last.urn}/${last.id}`,
      rule: 'M25',
      person: ceo.id,
      title: `Speak with ${name}: it does not agree with its category, ${category}`,
      urn: last.urn,
      since: last.at,
      because: `Its head says: ${last.because}`,
      otherwise: 'Governors and the board read a judgement that was not agreed.',
    },
  ];
}
