/** What a head's presses on a SOAP card do (M14). Each parses, authorises, asks the policy, writes once and answers with the card. */
import {
  access,
  blocks,
  dateAt,
  type Finding,
  findings,
  halfTermById,
  parseSoapStep,
  policyOf,
  previousReturn,
  type SoapContent,
  type SoapDraft,
  schoolsOn,
  startingPoint,
  stepsFor,
  withStep,
} from '@owls/policy';
import { z } from 'zod';
import { notice } from '../chat/card.ts';
import { moment } from '../chat/moments.ts';
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
import { type By, Conflict } from '../writes.ts';
import { soapCard } from './card.ts';
import { conflictCard, differences } from './card-conflict.ts';
import { nameOf, type SoapGiven, standing } from './card-given.ts';
import { overdueCard } from './card-overdue.ts';
import { reviewCard } from './card-review.ts';
import { stepCard } from './card-step.ts';

const Which = { urn: Urn, ht: HalfTermKey, delivery: z.string().max(300).optional() };
const StepKey = z.string().min(1).max(60);

/** Opens a step, or the card as it stands. */
const open = verb(
  'soap.open',
  z.object({ ...Which, step: StepKey.optional(), goTo: StepKey.optional() }),
  (input, context) =>
    forReturn(input, context, (given) => {
      const step = input.goTo ?? input.step;
      return step && standing(given).open ? shows(stepCard(given, step)) : shows(soapCard(given));
    }),
);

/** The current state, asked for by Teams when the card comes into view or by the person. */
const refresh = verb('soap.refresh', z.object(Which), (input, context) =>
  forReturn(input, context, (given) => shows(soapCard(given))),
);

/** Keeps what a step says and goes on. */
const step = verb(
  'soap.step',
  z.object({ ...Which, step: StepKey, go: z.enum(['next', 'back', 'out']), version: Version }),
  (input, context, raw) => whileOpen(input, context, (given) => keepStep(given, input, context, raw)),
);

async function keepStep(
  given: SoapGiven,
  input: { readonly step: string; readonly go: 'next' | 'back' | 'out'; readonly version?: string | undefined },
  context: VerbContext,
  raw: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const { policy, school, facts, halfTerm } = given;
  if (!stepsFor(policy, school).some(({ key }) => key === input.step)) return shows(undefined);
  const parsed = parseSoapStep(policy, school, input.step, raw);
  if (!parsed.ok) return shows(stepCard(given, input.step, retry(raw, parsed.findings, input.version)));

  const before = startingPoint(policy, facts, school, halfTerm);
  const content = withStep(policy, before, input.step, parsed);
  const { draft } = standing(given);
  const kept = draft && draft.version === input.version && same(content, before);
  if (!kept) {
    const conflict = await save(given, content, input.version, by(context), context);
    const different = conflict ? differences(given, input.step, content, conflict) : [];
    if (conflict && different.length > 0) {
      return shows(conflictCard(again(given, context), input.step, raw, conflict, different));
    }
  }
  return shows(stepBeside(again(given, context), input.step, input.go));
}

/** The card after a step was kept. */
function stepBeside(given: SoapGiven, stepKey: string, go: 'next' | 'back' | 'out') {
  if (go === 'out') return soapCard(given, 'opened', [notice('Saved. Come back whenever it suits you.', 'good')]);
  const steps = stepsFor(given.policy, given.school);
  const place = steps.findIndex(({ key }) => key === stepKey) + (go === 'next' ? 1 : -1);
  const next = steps[place];
  if (next) return stepCard(given, next.key);
  return place < 0 ? soapCard(given) : reviewCard(given);
}

/** Saves the draft; answers with what stands there if somebody else saved meanwhile. */
async function save(
  { school, halfTerm }: SoapGiven,
  content: SoapContent,
  version: string | undefined,
  by: By,
  { world }: VerbContext,
): Promise<SoapDraft | undefined> {
  try {
    await world.soap.saveDraft(school.urn, halfTerm, content, version, by);
    return undefined;
  } catch (error) {
    if (error instanceof Conflict && isDraft(error.current)) return error.current;
    throw error;
  }
}
function isDraft(value: unknown): value is SoapDraft {
  return typeof value === 'object' && value !== null && 'savedBy' in value && 'cohorts' in value;
}

const review = verb('soap.review', z.object(Which), (input, context) =>
  whileOpen(input, context, (given) => shows(reviewCard(given))),
);

/** Sends the return. Pressing it twice, or Teams delivering it twice, sends it once. */
const submit = verb('soap.submit', z.object({ ...Which, version: Version }), (input, context) =>
  whileOpen(input, context, async (given) => {
    const { policy, facts, school, halfTerm } = given;
    const { draft, submitted } = standing(given);
    if (!draft && submitted) return shows(soapCard(given), true);
    if (draft && draft.version !== input.version) return shows(changedMeanwhile(given, draft));
    const content = startingPoint(policy, facts, school, halfTerm);
    const last = previousReturn(facts, policy, school.urn, halfTerm);
    if (blocks(findings({ ...content, halfTerm }, last, school, policy), content.comment))
      return shows(reviewCard(given));
    try {
      const toSend =
        draft ?? (await context.world.soap.saveDraft(school.urn, halfTerm, content, undefined, by(context)));
      await context.world.soap.submit(toSend, by(context));
    } catch (error) {
      if (error instanceof Conflict && isDraft(error.current)) {
        return shows(changedMeanwhile(again(given, context), error.current));
      }
      throw error;
    }
    return shows(soapCard(again(given, context)), true);
  }),
);

function changedMeanwhile(given: SoapGiven, draft: SoapDraft) {
  const who = nameOf(given.facts.people, draft.savedBy);
  const says = `Changed since you opened it: ${who} saved it ${moment(given.policy, draft.savedAt)}. Look through it and send it again.`;
  return reviewCard(given, [notice(says, 'warning')]);
}

/** Opens what was sent again, towards a new revision. */
const change = verb('soap.change', z.object(Which), (input, context) =>
  whileOpen(input, context, (given) => {
    const first = stepsFor(given.policy, given.school)[0];
    return shows(first && stepCard(given, first.key));
  }),
);

/** Where the returns stand of the schools the person may read in full. */
const collection = verb(
  'soap.collection',
  z.object({ ht: HalfTermKey, delivery: z.string().max(300).optional() }),
  (input, { world, person }) => {
    const facts = world.facts();
    if (!access(world.policy, person, 'soap.read', facts).allowed) {
      return refused(403, 'NotAllowed', 'You can’t see other schools’ returns with the roles you hold.');
    }
    if (!halfTermById(world.policy, input.ht)) return unknownHalfTerm();
    return shows(
      overdueCard({
        policy: policyOf(world.policy, input.ht),
        facts,
        halfTerm: input.ht,
        now: world.now(),
        delivery: input.delivery,
        schools: schoolsOn(facts.schools, dateAt(world.policy, world.now())).filter(
          ({ urn }) => access(world.policy, person, 'soap.read', facts, { urn }).allowed,
        ),
      }),
    );
  },
);

export const soapVerbs = [open, refresh, step, review, submit, change, collection];

type Which = { readonly urn: string; readonly ht: string; readonly delivery?: string | undefined };
type Act = (given: SoapGiven) => Promise<Answer> | Answer;

/** Runs `act` for a return the person may make. */
export async function forReturn(which: Which, context: VerbContext, act: Act): Promise<Answer> {
  const found = schoolFor(context, 'soap.write', which.urn);
  if ('answer' in found) return found.answer;
  if (!halfTermById(context.world.policy, which.ht)) return unknownHalfTerm();
  const { world } = context;
  return act({
    policy: policyOf(world.policy, which.ht),
    facts: world.facts(),
    school: found.school,
    halfTerm: which.ht,
    now: world.now(),
    delivery: which.delivery,
  });
}

/** The same, but outside the window the card says so instead. */
function whileOpen(which: Which, context: VerbContext, act: Act): Promise<Answer> {
  return forReturn(which, context, (given) =>
    standing(given).open
      ? act(given)
      : shows(soapCard(given, 'opened', [notice('The round is not open, so nothing was changed.', 'warning')])),
  );
}

function unknownHalfTerm(): Answer {
  return refused(400, 'BadInput', 'The trust’s calendar has no dates for this half term.');
}

function retry(typed: Readonly<Record<string, unknown>>, found: readonly Finding[], version: string | undefined) {
  const says = found.length === 1 ? 'One figure needs another look.' : `${found.length} figures need another look.`;
  return { typed, findings: found, version, notices: [notice(says, 'attention')] };
}

/** The same card with the facts as they are after a write. */
export function again(given: SoapGiven, { world }: VerbContext): SoapGiven {
  return { ...given, facts: world.facts(), now: world.now() };
}

function by({ person }: VerbContext): By {
  return { person: person.id, surface: 'card' };
}

function same(one: SoapContent, other: SoapContent): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}
/** With keys in order, so that two contents that say the same compare equal. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
