import {
  access,
  COLLECTION_STEPS,
  type CollectionView,
  checkStep,
  collectionView,
  type Decision,
  latestReturn,
  policyOf,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { bodyAs } from './body.ts';
import { insist, insistHidden, notFound, unmended } from './refusal.ts';
import { remindersSent } from './reminders-sent.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

const MOST_AT_ONCE = 500;
/** A note is read on a card: a few sentences. */
const Step = z.object({
  step: z.enum(COLLECTION_STEPS),
  /** The schools it is about; none where it is about the round. */
  urns: z
    .array(z.string().regex(/^\d{6}$/))
    .max(MOST_AT_ONCE)
    .default([]),
  note: z.string().max(1000).default(''),
});
type Step = z.output<typeof Step>;

const PLACE = '/collection/:year/:halfTerm';

/** What came of a request for steps: those that could not be taken, and why. */
interface StepsTaken {
  readonly view: CollectionView;
  readonly done: number;
  readonly left: readonly { readonly urn: string; readonly because: string }[];
}

/** A half term's collection and what is done about it beside the returns (M14, M15). */
export function collectionRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(PLACE, (c) => c.json(viewOf(c)))
    .post(`${PLACE}/steps`, async (c) => {
      viewOf(c);
      const asked = await bodyAs(c, Step);
      const about = asked.step === 'close' || asked.step === 'reopen' ? [undefined] : [...new Set(asked.urns)];
      const checked = about.map((urn) => ({ urn, decision: decided(c, asked, urn) }));
      const [first] = checked;
      if (first === undefined) throw unmended([{ level: 'error', rule: 'M14', says: 'Choose a school.' }]);
      if (checked.every(({ decision }) => !decision.allowed)) throw refused(first.decision);
      const good = checked.filter(({ decision }) => decision.allowed).map(({ urn }) => urn);
      const { collection } = c.get('world');
      await collection.add(
        good.map((urn) => stepOf(c, asked, urn)),
        c.get('by'),
      );
      beat();
      const left = checked.flatMap(({ urn = '', decision }) =>
        decision.allowed ? [] : [{ urn, because: decision.because }],
      );
      return c.json({ view: viewOf(c), done: good.length, left } satisfies StepsTaken);
    });
}

function halfTermOf(c: ApiContext): string {
  return `${c.req.param('year')}/${c.req.param('halfTerm')}`;
}

function viewOf(c: ApiContext): CollectionView {
  const world = c.get('world');
  const facts = world.facts();
  insist(access(world.policy, c.get('person'), 'dashboard.read', facts));
  const reminders = remindersSent(world, halfTermOf(c));
  const view = collectionView(
    world.policy,
    facts,
    c.get('person'),
    halfTermOf(c),
    world.now(),
    (urn) => reminders.get(urn) ?? 0,
  );
  if (view === undefined) throw notFound();
  return view;
}

/** Throws where the person may do no such thing to the school, or may not know of it; else whether it makes sense. */
function decided(c: ApiContext, { step, note }: Step, urn: string | undefined): Decision {
  const world = c.get('world');
  const [facts, person] = [world.facts(), c.get('person')];
  if (urn === undefined) insist(access(world.policy, person, 'collection.close', facts));
  else {
    insistHidden(access(world.policy, person, 'soap.read', facts, { urn }));
    insist(access(world.policy, person, step === 'nudge' ? 'soap.nudge' : 'soap.check', facts, { urn }));
  }
  const halfTerm = halfTermOf(c);
  const wanted = { halfTerm, step, note, ...(urn === undefined ? {} : { urn }) };
  return checkStep(policyOf(world.policy, halfTerm), facts, person, wanted, world.now());
}

function stepOf(c: ApiContext, { step, note }: Step, urn: string | undefined) {
  const halfTerm = halfTermOf(c);
  const common = { halfTerm, step, note: note.trim() };
  if (urn === undefined) return common;
  if (step === 'nudge') return { ...common, urn };
  const revision = latestReturn(c.get('world').facts(), urn, halfTerm)?.revision;
  return { ...common, urn, ...(revision === undefined ? {} : { revision }) };
}

function refused(decision: Decision) {
  if (decision.allowed) throw new RangeError('It was allowed.');
  return unmended([{ level: 'error', rule: decision.rule, says: `${decision.because} ${decision.wouldChange}` }]);
}
