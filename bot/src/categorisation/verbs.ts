/** What presses on the cards of a round of categories do (M25). */
import { setTimeout as wait } from 'node:timers/promises';
import {
  access,
  checkProposal,
  checkValidation,
  type Decision,
  halfTermById,
  type Judgement,
  policyOf,
  roundWindow,
  type School,
} from '@owls/policy';
import PQueue from 'p-queue';
import { z } from 'zod';
import { notice } from '../chat/card.ts';
import {
  type Answer,
  HalfTermKey,
  refused,
  schoolFor,
  shows,
  Urn,
  type VerbContext,
  Version,
  verb,
} from '../chat/verb.ts';
import type { World } from '../world.ts';
import { type By, Conflict } from '../writes.ts';
import { proposedBy, type RoundGiven, seen, toValidate } from './card-given.ts';
import { type ProposalsGiven, proposalConflict, proposalsCard, proposeCard } from './card-proposals.ts';
import {
  confirmCard,
  fingerprint,
  nextWaiting,
  validateCard,
  validationConflict,
  validationsCard,
  waitingOf,
} from './card-validations.ts';

const Round = { ht: HalfTermKey, delivery: z.string().max(300).optional() };
/** Schools without a cluster are one together: a card leaves its empty name out. */
export const Cluster = { ...Round, cluster: z.string().max(200).default('') };
/** An answer has to leave before Teams asks again; work that takes longer goes on behind a card that says so. */
const ANSWER_WITHIN_MS = 4_000;
/** Writes at once; Graph works at four of one list in parallel without throttling. */
const WRITES_AT_ONCE = 4;

const proposals = verb('category.proposals', z.object(Cluster), (input, context) =>
  forCluster(input, context, (given) => shows(proposalsCard(given))),
);

const open = verb('category.open', z.object({ ...Cluster, urn: Urn.optional() }), (input, context) =>
  forCluster(input, context, (given, schools) => {
    const school = input.urn ? schools.find(({ urn }) => urn === input.urn) : firstOpen(given, schools);
    return shows(school ? proposeCard(given, school) : proposalsCard(given));
  }),
);

const propose = verb(
  'category.propose',
  z.object({
    ...Cluster,
    urn: Urn,
    version: Version,
    category: z.string().max(20),
    because: z.string().max(4000).default(''),
  }),
  async (input, context) => {
    const found = schoolFor(context, 'category.propose', input.urn);
    if ('answer' in found) return found.answer;
    return forCluster(input, context, async (given) => {
      const { school } = found;
      const { urn, version, category, because } = input;
      const { judgement } = seen(given, school);
      if (judgement?.validated) return shows(proposeCard(given, school));
      const checked = checkProposal(given.policy, given.facts, school, { category, because });
      if (!checked.allowed)
        return shows(proposeCard(given, school, { category, because, version, errors: [told(checked)] }));
      const already = judgement?.proposed?.category === category && judgement.proposed.because === because.trim();
      if (!already) {
        try {
          await context.world.judgements.propose(urn, given.halfTerm, category, because.trim(), version, by(context));
        } catch (error) {
          if (!isConflict(error)) throw error;
          return shows(proposalConflict(again(given, context), school, { category, because }, error.current));
        }
      }
      const now = again(given, context);
      const schools = proposedBy(now, context.person, input.cluster);
      const next = schools[schools.findIndex((one) => one.urn === urn) + 1];
      const onward = next && !seen(now, next).judgement?.validated ? next : firstOpen(now, schools);
      return shows(onward ? proposeCard(now, onward) : proposalsCard(now));
    });
  },
);

const validations = verb('category.validations', z.object(Round), (input, context) =>
  forRound(input, context, (given) => shows(validationsCard(given))),
);

const look = verb('category.look', z.object({ ...Round, urn: Urn.optional() }), (input, context) =>
  forRound(input, context, (given) => {
    const school = input.urn ? given.facts.schools.find(({ urn }) => urn === input.urn) : waitingOf(given)[0]?.school;
    return shows(school ? validateCard(given, school) : validationsCard(given));
  }),
);

const validate = verb(
  'category.validate',
  z.object({
    ...Round,
    urn: Urn,
    version: Version,
    category: z.string().max(20),
    why: z.string().max(4000).default(''),
  }),
  async (input, context) => {
    const found = schoolFor(context, 'category.validate', input.urn);
    if ('answer' in found) return found.answer;
    return forRound(input, context, async (given) => {
      const { school } = found;
      const { urn, version, category } = input;
      const why = input.why.trim();
      const { judgement } = seen(given, school);
      const checked = checkValidation(given.policy, judgement, { category, ...(why ? { why } : {}) });
      if (!checked.allowed)
        return shows(validateCard(given, school, { category, why, version, errors: [told(checked)] }));
      const already = judgement?.validated?.category === category && (judgement.validated.why ?? '') === why;
      if (!already) {
        try {
          await context.world.judgements.validate(
            urn,
            given.halfTerm,
            category,
            why || undefined,
            version,
            by(context),
          );
        } catch (error) {
          if (!isConflict(error)) throw error;
          return shows(
            validationConflict(
              toValidate(again(given, context), context.person),
              school,
              { category, why },
              error.current,
            ),
          );
        }
      }
      const now = toValidate(again(given, context), context.person);
      const next = nextWaiting(now, urn);
      return next ? shows(validateCard(now, next)) : shows(validationsCard(now), true);
    });
  },
);

/** Agrees to every waiting proposal, after asking once, and only to those the person has seen. */
const agreeAll = verb(
  'category.agreeAll',
  z.object({ ...Round, seen: z.string().max(64), sure: z.boolean().optional() }),
  (input, context) =>
    forRound(input, context, async (given) => {
      const waiting = waitingOf(given);
      if (waiting.length === 0) return shows(validationsCard(given));
      if (fingerprint(waiting) !== input.seen) {
        return shows(
          validationsCard(given, [
            notice('Proposals changed since you opened this. Look again, then agree.', 'warning'),
          ]),
        );
      }
      if (!input.sure) return shows(confirmCard(given));
      const work = agreeing(context, given, waiting);
      context.later(() => work);
      const timer = new AbortController();
      await Promise.race([work, wait(ANSWER_WITHIN_MS, undefined, { signal: timer.signal })]);
      timer.abort();
      const now = toValidate(again(given, context), context.person);
      const left = waitingOf(now).length;
      return left === 0
        ? shows(validationsCard(now), true)
        : shows(validationsCard(now, [notice(`Being validated: ${left} to go. Look again in a moment.`, 'accent')]));
    }),
);

const atWork = new WeakMap<World, Promise<void>>();

/** One run at a time; what another person changed meanwhile is left for them to see. */
function agreeing(context: VerbContext, given: RoundGiven, waiting: ReturnType<typeof waitingOf>): Promise<void> {
  const { world, log } = context;
  const running = atWork.get(world);
  if (running) return running;
  const queue = new PQueue({ concurrency: WRITES_AT_ONCE });
  const work = queue
    .addAll(
      waiting.map(({ school, judgement }) => async () => {
        const category = judgement?.proposed?.category;
        if (!category) return;
        try {
          await world.judgements.validate(
            school.urn,
            given.halfTerm,
            category,
            undefined,
            judgement.version,
            by(context),
          );
        } catch (error) {
          // Left waiting: the card lists it again, with what stands there now.
          log.warn({ err: error, urn: school.urn }, 'A proposal could not be validated');
        }
      }),
    )
    .then(() => undefined)
    .finally(() => atWork.delete(world));
  atWork.set(world, work);
  return work;
}

export const categoryVerbs = [proposals, open, propose, validations, look, validate, agreeAll];

type Which = { readonly ht: string; readonly delivery?: string | undefined };

function roundOf(which: Which, { world }: VerbContext): RoundGiven | undefined {
  if (!halfTermById(world.policy, which.ht)) return undefined;
  const policy = policyOf(world.policy, which.ht);
  return { policy, facts: world.facts(), halfTerm: which.ht, now: world.now(), delivery: which.delivery };
}

export async function forCluster(
  which: Which & { readonly cluster: string },
  context: VerbContext,
  act: (given: ProposalsGiven, schools: readonly School[]) => Promise<Answer> | Answer,
): Promise<Answer> {
  const round = roundOf(which, context);
  if (!round) return unknownHalfTerm();
  const given = { ...round, person: context.person, cluster: which.cluster };
  const schools = proposedBy(given, context.person, which.cluster);
  if (schools.length === 0) return notAllowed('propose categories for this cluster');
  const early = given.now.epochMilliseconds < roundWindow(given.policy, given.halfTerm).opens.epochMilliseconds;
  return early ? shows(proposalsCard(given)) : act(given, schools);
}

export async function forRound(
  which: Which,
  context: VerbContext,
  act: (given: RoundGiven) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { person, world } = context;
  if (!access(world.policy, person, 'category.validate', world.facts()).allowed)
    return notAllowed('validate categories');
  const given = roundOf(which, context);
  return given ? act(toValidate(given, person)) : unknownHalfTerm();
}

function firstOpen(given: RoundGiven, schools: readonly School[]): School | undefined {
  return schools.find((school) => {
    const { judgement } = seen(given, school);
    return !judgement?.proposed && !judgement?.validated;
  });
}

function told(decision: Exclude<Decision, { allowed: true }>): string {
  return `${decision.because} ${decision.wouldChange}`;
}
function notAllowed(what: string): Answer {
  return refused(403, 'NotAllowed', `With the roles you hold you can’t ${what}, so nothing was changed.`);
}
function unknownHalfTerm(): Answer {
  return refused(400, 'BadInput', 'The trust’s calendar has no dates for this half term.');
}
export function again<T extends RoundGiven>(given: T, { world }: VerbContext): T {
  return { ...given, facts: world.facts(), now: world.now() };
}
export function by({ person }: VerbContext): By {
  return { person: person.id, surface: 'card' };
}
export function isConflict(error: unknown): error is Conflict<Judgement> {
  return (
    error instanceof Conflict && typeof error.current === 'object' && error.current !== null && 'urn' in error.current
  );
}
