import {
  access,
  answerBoardQuestion,
  approveTrustTargets,
  askBoardQuestion,
  putsOf,
  putToBoard,
  type School,
  type SchoolTargetsView,
  schoolTargetsView,
  TARGET_DOINGS,
  type TargetsForBoard,
  type TargetsView,
  targetsView,
  YEAR_GROUPS,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { momentValue } from '../store/field-values.ts';
import { changedSince, stepTargets } from '../targets/stepping.ts';
import { Conflict } from '../world.ts';
import { bodyAs } from './body.ts';
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
  z.object({ answer: z.literal('approves'), put: z.int().min(1).max(9999) }),
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
      viewOf(c, yearOf(c));
      const { before } = await bodyAs(c, Put);
      const world = c.get('world');
      const { targets = [] } = world.facts().records?.targets ?? {};
      insist(access(world.policy, c.get('person'), 'target.agree', world.facts()));
      if (putsOfYear(c).length !== before) throw new Conflict(viewOf(c, yearOf(c)));
      const made = putToBoard(world.policy, world.policy.targets, world.facts(), targets, yearOf(c), stepOf(c));
      if (!made.ok) throw mend(made);
      await kept(c, world.targets.put(made.forBoard, before, c.get('by')));
      return c.json(viewOf(c, yearOf(c)));
    })
    .post(`${BOARD}/answer`, async (c) => {
      viewOf(c, yearOf(c));
      const given = await bodyAs(c, Answer);
      const world = c.get('world');
      insist(access(world.policy, c.get('person'), 'targets.approve', world.facts()));
      const put = putNamed(c, given.put);
      if (given.answer === 'asks') {
        const made = askBoardQuestion(world.policy.targets, world.facts(), put, { ...stepOf(c), says: given.says });
        if (!made.ok) throw mend(made);
        await kept(c, world.targets.ask(put, given.says, c.get('by')));
      } else if (!put.approvals.some(({ by }) => by === c.get('person').id)) {
        const made = approveTrustTargets(world.policy.targets, world.facts(), put, stepOf(c));
        if (!made.ok) throw mend(made);
        await kept(c, world.targets.approve(put, c.get('by')));
      }
      return c.json(viewOf(c, yearOf(c)));
    })
    .post(`${BOARD}/reply`, async (c) => {
      viewOf(c, yearOf(c));
      const { put: number, question, says } = await bodyAs(c, Reply);
      const world = c.get('world');
      insist(access(world.policy, c.get('person'), 'target.agree', world.facts()));
      const put = putNamed(c, number);
      const made = answerBoardQuestion(world.facts(), put, question, { ...stepOf(c), says });
      if (!made.ok) throw mend(made);
      await kept(c, world.targets.answer(put, question, says, c.get('by')));
      return c.json(viewOf(c, yearOf(c)));
    });
}

function yearOf(c: ApiContext): string {
  return c.req.param('year') ?? '';
}

function stepOf(c: ApiContext): { readonly by: string; readonly at: string } {
  return { by: c.get('person').id, at: momentValue(c.get('world').now()) };
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

function putsOfYear(c: ApiContext): readonly TargetsForBoard[] {
  return putsOf(c.get('world').facts().records?.targets?.forBoard ?? [], yearOf(c));
}

/** What was put last, if it is still what the person saw. */
function putNamed(c: ApiContext, number: number): TargetsForBoard {
  const puts = putsOfYear(c);
  const put = puts.at(-1);
  if (put === undefined) throw notFound();
  if (puts.length !== number)
    throw new Conflict(viewOf(c, yearOf(c)), 'Other targets were put to the board meanwhile.');
  return put;
}

/** Waits for a write; where another was first, the person is shown what stands there now. */
async function kept(c: ApiContext, write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    throw error instanceof Conflict ? new Conflict(viewOf(c, yearOf(c)), error.message) : error;
  }
}

function mend({
  says,
  why,
}: {
  readonly says: string;
  readonly why: { readonly rule: string; readonly because: readonly string[] };
}) {
  return unmended([{ level: 'error', rule: why.rule, says: `${why.because.join(' ')} ${says}` }]);
}
