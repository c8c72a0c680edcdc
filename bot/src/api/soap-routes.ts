import {
  blocks,
  draftOf,
  findings,
  groupMeasures,
  impossible,
  LONGEST_TAKE_BACK_NOTE,
  latestReturn,
  measuresOfYear,
  type PupilGroup,
  policyOf,
  previousReturn,
  type SoapContent,
  type SoapFormView,
  schoolMeasures,
  soapFormView,
  standingTakenBack,
  YEAR_GROUPS,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { takeReturnBack } from '../soap/taking-back.ts';
import { Conflict } from '../writes.ts';
import { bodyAs, LongText, Version } from './body.ts';
import { forbidden, notFound, Refusal, unmended } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

/** Numbers of any size are read, so that an impossible one is answered with its finding and not as a bad request. */
const Figures = z.record(z.string().max(60), z.number());
const MOST_GROUPS = 100;
const Draft = z.object({
  version: Version.optional(),
  cohorts: z
    .array(z.object({ year: z.enum(YEAR_GROUPS), pupils: z.number(), figures: Figures }))
    .max(YEAR_GROUPS.length)
    .refine((cohorts) => new Set(cohorts.map(({ year }) => year)).size === cohorts.length, 'names a year group twice'),
  // Left out, it says nothing of the groups: those that are kept stay.
  groups: z
    .array(z.object({ group: z.string().min(1).max(60), pupils: z.number(), figures: Figures }))
    .max(MOST_GROUPS)
    .refine((groups) => new Set(groups.map(({ group }) => group)).size === groups.length, 'names a pupil group twice')
    .optional(),
  school: Figures,
  comment: LongText,
  nextSteps: LongText,
});
const TakingBack = z.object({
  revision: z.number().int().min(1).max(9_999),
  note: z.string().max(LONGEST_TAKE_BACK_NOTE).default(''),
});
const Submission = z.object({ version: Version.optional() });

/** The address of a school's return of a half term. */
export const SOAP_PLACE = '/soap/:year/:halfTerm/:urn';

/** A school's return: to read, to keep as a draft and to submit (M13-M15). */
export function soapRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(SOAP_PLACE, (c) => c.json(formOf(c)))
    .put(`${SOAP_PLACE}/draft`, async (c) => {
      const form = writable(formOf(c));
      const { version, groups = form.start.groups, ...given } = await bodyAs(c, Draft);
      const world = c.get('world');
      const content = known({ ...given, ...(groups && groups.length > 0 ? { groups } : {}) }, c);
      const found = impossible(content, form.school, policyOf(world.policy, form.halfTerm.id));
      if (found.length > 0) throw unmended(found);
      await world.soap.saveDraft(form.school.urn, form.halfTerm.id, content, version, c.get('by'));
      return c.json(formOf(c));
    })
    .post(`${SOAP_PLACE}/submit`, async (c) => {
      const form = writable(formOf(c));
      const { version } = await bodyAs(c, Submission);
      const world = c.get('world');
      const { urn } = form.school;
      const facts = world.facts();
      const draft = draftOf(facts, urn, form.halfTerm.id);
      if (draft === undefined) {
        // Pressed twice, or sent again by the network: the first one did it.
        if (latestReturn(facts, urn, form.halfTerm.id) !== undefined) return c.json(form);
        throw new Refusal(422, 'nothing-to-submit', 'There is no draft to submit yet.', { findings: [] });
      }
      if (version !== draft.version) throw new Conflict(draft);
      const last = previousReturn(facts, world.policy, urn, form.halfTerm.id);
      const found = findings(draft, last, form.school, world.policy);
      if (blocks(found, draft.comment)) throw unmended(found);
      await world.soap.submit(draft, c.get('by'));
      return c.json(formOf(c));
    })
    .post(`${SOAP_PLACE}/take-back`, async (c) => {
      const form = formOf(c);
      if (!form.may.allowed) throw forbidden(form.may);
      const asked = { urn: form.school.urn, halfTerm: form.halfTerm.id, ...(await bodyAs(c, TakingBack)) };
      // Pressed twice, or sent again by the network: the first one did it.
      const done = standingTakenBack(c.get('world').facts(), asked.urn, asked.halfTerm);
      if (done?.revision === asked.revision && done.by === c.get('person').id) return c.json(form);
      const decision = await takeReturnBack(c.get('world'), c.get('person'), asked, 'tab');
      if (!decision.allowed) {
        throw unmended([{ level: 'error', rule: decision.rule, says: `${decision.because} ${decision.wouldChange}` }]);
      }
      return c.json(formOf(c));
    });
}

/** The form as the person may see it. Throws a Refusal where they may not. */
export function formOf(c: ApiContext): SoapFormView {
  const world = c.get('world');
  const { year, halfTerm, urn } = c.req.param();
  const view = soapFormView(
    world.policy,
    world.facts(),
    c.get('person'),
    urn ?? '',
    `${year}/${halfTerm}`,
    world.now(),
  );
  if (view === undefined) throw notFound();
  return view;
}

/** The form, if the person may type into it now. Throws a Refusal that says why not. */
export function writable(form: SoapFormView): SoapFormView {
  if (!form.may.allowed) throw forbidden(form.may);
  if (!form.open) {
    const early = form.state === 'not yet open';
    throw forbidden({
      allowed: false,
      rule: 'M14',
      because: early ? 'The collection is not open yet.' : closedText(form),
      wouldChange: early ? 'Wait until it opens.' : "Ask the CEO's office; the next half term's collection follows.",
    });
  }
  return form;
}

function closedText({ word }: SoapFormView): string {
  return word?.step === 'close' ? `${word.by} closed the collection: ${word.note}` : 'The collection is closed.';
}

/** Only measures that the policy asks for; anything else that was sent is left out rather than kept. */
function known(given: SoapContent, c: ApiContext): SoapContent {
  const { policy } = c.get('world');
  const only = (figures: Readonly<Record<string, number>>, keys: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(figures).filter(([key]) => keys.has(key)));
  const ofGroups = new Set(groupMeasures(policy).map(({ key }) => key));
  const knownGroups = (groups: readonly PupilGroup[]) =>
    groups.map(({ figures, ...row }) => ({ ...row, figures: only(figures, ofGroups) }));
  return {
    cohorts: given.cohorts.map(({ year, pupils, figures }) => ({
      year,
      pupils,
      figures: only(figures, new Set(measuresOfYear(policy, year).map(({ key }) => key))),
    })),
    ...(given.groups ? { groups: knownGroups(given.groups) } : {}),
    school: only(given.school, new Set(schoolMeasures(policy).map(({ key }) => key))),
    comment: given.comment,
    nextSteps: given.nextSteps,
  };
}
