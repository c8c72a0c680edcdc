import {
  type School,
  type SchoolTargetsView,
  schoolTargetsView,
  TARGET_DOINGS,
  type TargetsView,
  targetsView,
  YEAR_GROUPS,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { type BoardStep, boardStep, faultInWords, mayBoardStep } from '../targets/board-steps.ts';
import { changedSince, stepTargets } from '../targets/stepping.ts';
import { Conflict } from '../writes.ts';
import { bodyAs } from './body.ts';
import { orWhatStands } from './conflict.ts';
import { forbidden, insist, notFound, unmended } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

/** Numbers of any size are read, so that an impossible one is answered with its finding and not as a bad request. */
const Figures = z.object({ minimum: z.number(), aspirational: z.number() });
const Wanted = z.object({
  yearGroup: z.enum(YEAR_GROUPS).exactOptional(),
  measure: z.string().min(1).max(60),
  seen: z.int().min(0).max(9999),
  figures: Figures.exactOptional(),
});
const Steps = z.object({
  doing: z.enum(TARGET_DOINGS),
  targets: z
    .array(Wanted)
    .min(1, 'names no target')
    .max(300)
    .refine(
      (all) => new Set(all.map(({ yearGroup, measure }) => `${yearGroup}/${measure}`)).size === all.length,
      'names a target twice',
    ),
  why: z.string().trim().max(2000).default(''),
});
const Put = z.object({ before: z.int().min(0).max(9999) });
const Answer = z.discriminatedUnion('answer', [
  z.object({ answer: z.enum(['approves', 'takes back']), put: z.int().min(1).max(9999) }),
  z.object({ answer: z.literal('asks'), put: z.int().min(1).max(9999), says: z.string().trim().max(2000) }),
]);
const Reply = z.object({
  put: z.int().min(1).max(9999),
  question: z.int().min(0).max(9999),
  says: z.string().trim().max(2000),
});

const SCHOOL = '/targets/:year/schools/:urn';
const BOARD = '/targets/:year/board';

/** Targets: to read, propose, agree, sign off and raise (M20, M21), and the board's answer to the trust's (M22). */
export function targetRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/targets', (c) => c.json(viewOf(c)))
    .get('/targets/:year', (c) => c.json(viewOf(c, yearOf(c))))
    .get(SCHOOL, (c) => c.json(schoolViewOf(c)))
    .post(`${SCHOOL}/steps`, async (c) => {
      const school = schoolOf(c);
      const { doing, targets, why } = await bodyAs(c, Steps);
      const given = { doing, wanted: targets, why };
      const outcome = await stepTargets(c.get('world'), c.get('person'), school, yearOf(c), given, 'tab');
      if (outcome.state === 'forbidden') throw forbidden(outcome.decision);
      if (outcome.state === 'unmended') throw unmended(outcome.findings);
      if (outcome.state === 'changed since') throw new Conflict(schoolViewOf(c), changedSince(outcome.names));
      return c.json(schoolViewOf(c));
    })
    .post(`${BOARD}/put`, async (c) => {
      const { before } = await bodyAs(c, Put);
      return c.json(await stepped(c, { does: 'put', put: before }));
    })
    .post(`${BOARD}/answer`, async (c) => {
      const given = await bodyAs(c, Answer);
      const { put } = given;
      const step: BoardStep =
        given.answer === 'asks'
          ? { does: 'ask', put, says: given.says }
          : { does: given.answer === 'approves' ? 'approve' : 'take back', put };
      return c.json(await stepped(c, step));
    })
    .post(`${BOARD}/reply`, async (c) => {
      return c.json(await stepped(c, { ...(await bodyAs(c, Reply)), does: 'reply' }));
    });
}

/** Takes a step with the board, or refuses; where another was first, the person is shown what stands there now. */
async function stepped(c: ApiContext, step: BoardStep): Promise<TargetsView> {
  viewOf(c, yearOf(c));
  const world = c.get('world');
  insist(mayBoardStep(world, c.get('person'), step));
  const shown = () => viewOf(c, yearOf(c));
  const fault = await orWhatStands(shown, () => boardStep(world, c.get('person'), yearOf(c), step, 'tab'));
  if (fault === undefined) return shown();
  throw unmended([{ level: 'error', rule: fault.why.rule, says: faultInWords(fault) }]);
}

function yearOf(c: ApiContext): string {
  return c.req.param('year') ?? '';
}

function viewOf(c: ApiContext, year?: string): TargetsView {
  const world = c.get('world');
  const view = targetsView(world.policy, world.facts(), c.get('person'), world.now(), year);
  if (view === undefined) throw notFound();
  return view;
}

function schoolViewOf(c: ApiContext): SchoolTargetsView {
  const world = c.get('world');
  const urn = c.req.param('urn') ?? '';
  const view = schoolTargetsView(world.policy, world.facts(), c.get('person'), urn, yearOf(c), world.now());
  if (view === undefined) throw notFound();
  return view;
}

/** The school, if its targets are the reader's to see; one that is not there looks alike. */
function schoolOf(c: ApiContext): School {
  const { school } = schoolViewOf(c);
  const found = c
    .get('world')
    .facts()
    .schools.find(({ urn }) => urn === school.urn);
  if (found === undefined) throw notFound();
  return found;
}
