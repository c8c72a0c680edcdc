import {
  AGREEMENT_ANSWERS,
  access,
  type CategoriesView,
  categoriesView,
  categoryMatrixView,
  checkJudgementTakenBack,
  checkProposal,
  checkValidation,
  type Decision,
  JUDGEMENT_PARTS,
  judgementOf,
  policyOf,
  type School,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { answerCategory } from '../categorisation/answering.ts';
import { bodyAs, LongText, Version } from './body.ts';
import { insist, insistHidden, notFound, unmended } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

const Proposal = z.object({ category: z.string().max(10), because: LongText, version: Version.optional() });
const Validation = z.object({ category: z.string().max(10), why: LongText.optional(), version: Version.optional() });

const TakingBack = z.object({ part: z.enum(JUDGEMENT_PARTS), version: Version.optional() });
const Agreeing = z.object({
  category: z.string().max(10),
  answer: z.enum(AGREEMENT_ANSWERS),
  because: z.string().max(2000).default(''),
});

const ROUND = '/categories/:year/:halfTerm';

/** The round of categories: to read, to propose in and to validate (M24, M25); and all rounds over the years (M28). */
export function categoryRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/categories/years', (c) => {
      const world = c.get('world');
      const view = categoryMatrixView(world.policy, world.facts(), c.get('person'), world.now());
      if (view === undefined) throw notFound();
      return c.json(view);
    })
    .get(ROUND, (c) => c.json(viewOf(c)))
    .post(`${ROUND}/:urn/proposal`, async (c) => {
      const school = schoolOf(c, 'category.propose');
      const { category, because, version } = await bodyAs(c, Proposal);
      const world = c.get('world');
      mended(checkProposal(policyOf(world.policy, roundOf(c)), world.facts(), school, { category, because }), 'M25');
      await world.judgements.propose(school.urn, roundOf(c), category, because.trim(), version, c.get('by'));
      return c.json(viewOf(c));
    })
    .post(`${ROUND}/:urn/validation`, async (c) => {
      const school = schoolOf(c, 'category.validate');
      const { category, why, version } = await bodyAs(c, Validation);
      const world = c.get('world');
      const reason = why?.trim() === '' ? undefined : why?.trim();
      const judgement = judgementOf(world.facts(), school.urn, roundOf(c));
      mended(
        checkValidation(policyOf(world.policy, roundOf(c)), judgement, {
          category,
          ...(reason ? { why: reason } : {}),
        }),
        'M25',
      );
      await world.judgements.validate(school.urn, roundOf(c), category, reason, version, c.get('by'));
      return c.json(viewOf(c));
    })
    .post(`${ROUND}/:urn/take-back`, async (c) => {
      const { part, version } = await bodyAs(c, TakingBack);
      const school = schoolOf(c, part === 'proposal' ? 'category.propose' : 'category.validate');
      const { world, halfTerm } = { world: c.get('world'), halfTerm: roundOf(c) };
      const policy = policyOf(world.policy, halfTerm);
      mended(checkJudgementTakenBack(policy, world.facts(), school.urn, halfTerm, part, world.now()), 'M25');
      await world.judgements.takeBack(part, school.urn, halfTerm, version, c.get('by'));
      return c.json(viewOf(c));
    })
    .post(`${ROUND}/:urn/agreement`, async (c) => {
      const school = schoolOf(c, 'category.agree');
      const given = { urn: school.urn, halfTerm: roundOf(c), ...(await bodyAs(c, Agreeing)) };
      mended(await answerCategory(c.get('world'), c.get('person'), given, 'tab'), 'M25');
      return c.json(viewOf(c));
    });
}

function roundOf(c: ApiContext): string {
  return `${c.req.param('year')}/${c.req.param('halfTerm')}`;
}

function viewOf(c: ApiContext): CategoriesView {
  const world = c.get('world');
  const view = categoriesView(world.policy, world.facts(), c.get('person'), roundOf(c), world.now());
  if (view === undefined) throw notFound();
  return view;
}

/** The school a category is for, if the round is known, the person may read it there and may do this to it. */
function schoolOf(c: ApiContext, action: 'category.propose' | 'category.validate' | 'category.agree'): School {
  viewOf(c);
  const { policy } = c.get('world');
  const facts = c.get('world').facts();
  const urn = c.req.param('urn') ?? '';
  insistHidden(access(policy, c.get('person'), 'category.read', facts, { urn }));
  const school = facts.schools.find((one) => one.urn === urn);
  if (school === undefined) throw notFound();
  insist(access(policy, c.get('person'), action, facts, { urn }));
  return school;
}

/** A decision about what was typed is something to mend, with what would make it right. */
function mended(decision: Decision, rule: string): void {
  if (decision.allowed) return;
  throw unmended([{ level: 'error', rule, says: `${decision.because} ${decision.wouldChange}` }]);
}
