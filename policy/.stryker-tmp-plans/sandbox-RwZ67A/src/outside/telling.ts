// @ts-nocheck
import { Temporal } from 'temporal-polyfill';
import { headOf, holdersOf } from '../access/roles.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { OutsidePolicy } from './outside-policy.ts';
import type { Talk } from './talk.ts';

const RULE = 'M46';

/** Somebody who is to know of a talk, or who is kept out of it with a reason. */
export interface Telling {
  readonly role: 'head' | 'governor-chair' | 'chair';
  readonly urn?: string;
  /** Person id; undefined where nobody holds the role: a gap to name. */
  readonly person?: string;
  readonly state: 'told' | 'told late' | 'to be told' | 'withheld';
  /** Whether the person is to know before the talk takes place: the trust began it. */
  readonly before: boolean;
  readonly why: Why;
}

type Checked = { readonly ok: true } | { readonly ok: false; readonly says: string; readonly why: Why };

/**
 * Who is to know of a talk (M46): each school's head, its chair of governors where the record says so, and always the
 * chair of the board. A talk the trust began is to be known to the schools beforehand. Only an exception of the policy
 * with a reason keeps a head or a chair of governors out; an invalid one keeps nobody out.
 */
export function tellings(own: OutsidePolicy, facts: Pick<Facts, 'schools' | 'people'>, talk: Talk): readonly Telling[] {
  const before = talk.startedBy === 'trust';
  const ofSchools = [...new Set(talk.urns)].flatMap((urn): Telling[] => {
    const name = schoolOf(facts, urn)?.name ?? urn;
    const chair = holdersOf(facts, 'governor-chair').find(({ roles }) =>
      roles.some(({ role, scope }) => role === 'governor-chair' && scope.kind === 'school' && scope.urn === urn),
    );
    return [
      telling(own, talk, { role: 'head', urn, before }, headOf(facts, urn), `The talk is about ${name}.`),
      ...(talk.governorsToo.includes(urn)
        ? [telling(own, talk, { role: 'governor-chair', urn, before }, chair, `The governors of ${name} are to know.`)]
        : []),
    ];
  });
  const board = holdersOf(facts, 'chair')[0];
  return [
    ...ofSchools,
    telling(own, talk, { role: 'chair', before: false }, board, 'The chair of the board knows of every such talk.'),
  ];
}

function telling(
  own: OutsidePolicy,
  talk: Talk,
  who: Pick<Telling, 'role' | 'urn' | 'before'>,
  person: Person | undefined,
  because: string,
): Telling {
  const known = { ...who, ...(person ? { person: person.id } : {}) };
  const kept = talk.withheld.find(({ urn, from }) => urn === who.urn && from === who.role);
  const exception = kept && own.talks.exceptions.find(({ key }) => key === kept.exception);
  const exempt = kept && exception && kept.reason.trim() !== '';
  const told = talk.told
    .filter((one) => one.person === person?.id)
    .map(({ at }) => Temporal.Instant.from(at))
    .sort(Temporal.Instant.compare)[0];
  if (told) {
    const late = who.before && !exempt && Temporal.Instant.compare(told, Temporal.Instant.from(talk.at)) > 0;
    return { ...known, state: late ? 'told late' : 'told', why: why([because], 'A correction of the record.') };
  }
  if (person && person.id === talk.recordedBy) {
    return { ...known, state: 'told', why: why([because, 'They recorded it.'], 'A correction of the record.') };
  }
  if (exempt) {
    return {
      ...known,
      state: 'withheld',
      why: why([`${exception.name}.`, kept.reason], 'The reason no longer holds.'),
    };
  }
  const gap = person ? [] : ['Nobody on record holds this role.'];
  return { ...known, state: 'to be told', why: why([because, ...gap], 'Telling them, or an exception with a reason.') };
}

/** Whether a talk can be recorded as it is (M46): a body of the policy, words, and reasons for who is kept out. */
export function checkTalk(
  own: OutsidePolicy,
  talk: Pick<Talk, 'body' | 'about' | 'urns' | 'governorsToo' | 'withheld'>,
): Checked {
  if (!own.talks.bodies.some(({ key }) => key === talk.body)) {
    const known = own.talks.bodies.map(({ key }) => key).join(', ');
    return refuse(`Choose one of ${known}.`, `${talk.body || 'An empty name'} is no body of the policy.`);
  }
  if (talk.about.trim() === '') return refuse('Say what the talk is about.', 'It has no words.');
  const stray = [...talk.governorsToo, ...talk.withheld.map(({ urn }) => urn)].find((urn) => !talk.urns.includes(urn));
  if (stray !== undefined)
    return refuse('Add the school to the talk, or leave it out.', `${stray} is not part of the talk.`);
  for (const { exception, reason } of talk.withheld) {
    if (!own.talks.exceptions.some(({ key }) => key === exception)) {
      const known = own.talks.exceptions.map(({ key }) => key).join(', ');
      return refuse(
        `Tell them, or choose one of ${known || 'no exceptions'}.`,
        `${exception || 'Nothing'} is no exception of the policy.`,
      );
    }
    if (reason.trim() === '')
      return refuse('Give the reason for keeping it back.', 'An exception needs a reason, and none is given.');
  }
  return { ok: true };
}

function why(because: readonly string[], wouldChange: string): Why {
  return { rule: RULE, because, wouldChange };
}

function refuse(says: string, because: string): Checked {
  return { ok: false, says, why: why([because], says) };
}
