import type { Facts, Judgement, Person, SoapDraft, SoapReturn, TakenBack } from '@owls/policy';
import {
  access,
  categoriesView,
  categoryMatrixView,
  checkAgreement,
  checkJudgementTakenBack,
  checkTakeBack,
  dashboard,
  historyView,
  me,
  meetingsView,
  OWLS,
  onAPageView,
  peopleView,
  schoolView,
  soapFormView,
} from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import { exampleAnalyses } from './analyses.ts';
import { exampleAssessments } from './assessments.ts';
import { exampleCollection } from './collection.ts';
import { exampleExtraData } from './extra-data.ts';
import { exampleGatherings } from './gatherings.ts';
import { exampleInspections } from './inspections.ts';
import { auditedChanges, deliveries, importPlan, rowProblems } from './office.ts';
import { peerReviewRoutes } from './peer-reviews.ts';
import { planRoutes } from './plan-api.ts';
import { type Body, found, ok, type Route, refuse } from './routing.ts';
import { sheetRoutes } from './sheets.ts';
import { targetsRoutes } from './targets-api.ts';

/**
 * The tab's API over an example's facts, in the page's own memory: the views are policy's, so what the gallery shows
 * is what the service would answer. Changes are kept until the page is loaded again. `elsewhere`: the first point of a
 * meeting that is changed was changed on another screen a moment before.
 */
export function exampleFetch(start: Facts, person: Person, nowIso: string, elsewhere = false): typeof window.fetch {
  let facts = start;
  const now = Temporal.Instant.from(nowIso);
  const at = () => now.toString();

  const held = {
    facts: () => facts,
    keep: (changed: Facts) => {
      facts = changed;
    },
    person,
    now,
  };

  const routes: readonly Route[] = [
    ...exampleCollection(held),
    ...exampleAssessments({ ...held, elsewhere }),
    ...exampleAnalyses(held),
    ...exampleExtraData(held),
    ...exampleInspections({ ...held, elsewhere }),
    ...planRoutes(held),
    ...targetsRoutes({ ...held, elsewhere }),
    ...peerReviewRoutes({ ...held, elsewhere }),
    [/^GET \/api\/me$/, () => ok(me(OWLS, facts, person, now))],
    [/^GET \/api\/dashboard$/, () => ok(dashboard(OWLS, facts, person, now, { reminders: (urn) => Number(urn) % 3 }))],
    [
      /^GET \/api\/schools$/,
      () => ok(facts.schools.map(({ urn, name, cluster, phase }) => ({ urn, name, cluster, phase }))),
    ],
    [
      /^GET \/api\/schools\/(.+)\/page$/,
      ([urn = ''], _body, query) => {
        const halfTerm = query.get('halfTerm');
        const asked = { ...(halfTerm === null ? {} : { halfTerm }), hideSmall: query.get('small') === 'hidden' };
        return found(onAPageView(OWLS, facts, person, urn, asked, now));
      },
    ],
    [/^GET \/api\/categories\/years$/, () => found(categoryMatrixView(OWLS, facts, person, now))],
    [/^GET \/api\/schools\/(.+)$/, ([urn = '']) => found(schoolView(OWLS, facts, person, urn, now))],
    ...sheetRoutes({ facts: () => facts, person, now }),
    [
      /^GET \/api\/soap\/(.+\/.+)\/(.+)$/,
      ([half = '', urn = '']) => found(soapFormView(OWLS, facts, person, urn, half, now)),
    ],
    [
      /^PUT \/api\/soap\/(.+\/.+)\/(.+)\/draft$/,
      ([half = '', urn = ''], body) => {
        const kept = facts.drafts.find((one) => one.urn === urn && one.halfTerm === half);
        const draft = draftFrom(urn, half, body, person, at(), kept);
        facts = { ...facts, drafts: [...facts.drafts.filter((one) => one !== kept), draft] };
        return found(soapFormView(OWLS, facts, person, urn, half, now));
      },
    ],
    [
      /^POST \/api\/soap\/(.+\/.+)\/(.+)\/submit$/,
      ([half = '', urn = '']) => {
        const draft = facts.drafts.find((one) => one.urn === urn && one.halfTerm === half);
        if (!draft) return refuse(404, 'not-found', 'There is no draft to send.');
        const { savedAt: _a, savedBy: _b, version: _v, ...content } = draft;
        const sent: SoapReturn = { ...content, submittedAt: at(), submittedBy: person.id };
        facts = { ...facts, drafts: facts.drafts.filter((one) => one !== draft), returns: [...facts.returns, sent] };
        return found(soapFormView(OWLS, facts, person, urn, half, now));
      },
    ],
    [
      /^POST \/api\/soap\/(.+\/.+)\/(.+)\/take-back$/,
      ([halfTerm = '', urn = ''], body) => {
        const asked = { urn, halfTerm, revision: Number(body.revision), note: body.note ?? '' };
        const decision = checkTakeBack(OWLS, facts, asked, now);
        if (!decision.allowed) return refuse(422, 'findings', `${decision.because} ${decision.wouldChange}`);
        facts = withTakenBack(facts, { ...asked, by: person.id, at: at() });
        return found(soapFormView(OWLS, facts, person, urn, halfTerm, now));
      },
    ],
    [/^GET \/api\/categories\/(.+\/.+)$/, ([half = '']) => found(categoriesView(OWLS, facts, person, half, now))],
    [
      /^POST \/api\/categories\/(.+\/[^/]+)\/(.+)\/(proposal|validation)$/,
      ([half = '', urn = '', what = ''], body) => {
        const kept = facts.judgements.find((one) => one.urn === urn && one.halfTerm === half);
        const changed = judged(kept ?? { urn, halfTerm: half }, what, body, person, at());
        facts = { ...facts, judgements: [...facts.judgements.filter((one) => one !== kept), changed] };
        return found(categoriesView(OWLS, facts, person, half, now));
      },
    ],
    [
      /^POST \/api\/categories\/(.+\/[^/]+)\/(.+)\/take-back$/,
      ([half = '', urn = ''], body) => {
        const part = body.part === 'proposal' ? 'proposal' : 'validation';
        const decision = checkJudgementTakenBack(OWLS, facts, urn, half, part, now);
        if (!decision.allowed) return refuse(422, 'findings', `${decision.because} ${decision.wouldChange}`);
        const judgements = facts.judgements.map((one) => {
          if (one.urn !== urn || one.halfTerm !== half) return one;
          const { [part === 'proposal' ? 'proposed' : 'validated']: _, ...left } = one;
          return left;
        });
        facts = { ...facts, judgements };
        return found(categoriesView(OWLS, facts, person, half, now));
      },
    ],
    [
      /^POST \/api\/categories\/(.+\/[^/]+)\/(.+)\/agreement$/,
      ([half = '', urn = ''], body) => {
        const { category = '', answer, because = '' } = body;
        const given = {
          urn,
          halfTerm: half,
          category,
          answer: answer === 'agrees' ? answer : 'disagrees',
          because,
        } as const;
        const decision = checkAgreement(OWLS, facts, urn, given);
        if (!decision.allowed) return refuse(422, 'findings', `${decision.because} ${decision.wouldChange}`);
        const before = facts.records?.agreement?.answers ?? [];
        const answers = [...before, { ...given, id: `9${before.length}`, by: person.id, at: at() }];
        facts = { ...facts, records: { ...facts.records, agreement: { answers } } };
        return found(categoriesView(OWLS, facts, person, half, now));
      },
    ],
    [
      /^GET \/api\/history\/(.+\/.+)\/(.+)$/,
      ([half = '', urn = '']) =>
        found(historyView(OWLS, facts, person, urn, half, { changes: auditedChanges(facts, urn), unreadable: 0 }, now)),
    ],
    [/^GET \/api\/meetings\/(.+)$/, ([year = '']) => found(meetingsView(OWLS, facts, person, year, now))],
    ...exampleGatherings(start, person, now, elsewhere),
    [/^GET \/api\/people$/, () => found(peopleView(OWLS, facts, person, now, reachOf))],
    [/^GET \/api\/policy$/, () => ok({ policy: OWLS })],
    [/^POST \/api\/import\/preview$/, () => ok(importPlan(facts))],
    [/^POST \/api\/import\/apply$/, () => ({ status: 202, body: { job: 'example' } })],
    [
      /^GET \/api\/import\/jobs\//,
      () => ok({ done: 8, total: 8, state: 'done', result: { created: 2, updated: 3, results: 3 } }),
    ],
    [
      /^GET \/api\/deliveries$/,
      () => ok(facts.schools.length === 0 ? { asOf: at(), waves: [], undelivered: [] } : deliveries(facts)),
    ],
    [/^POST \/api\/deliveries\//, () => ok({ ...deliveries(facts), undelivered: [] })],
    [/^GET \/api\/problems$/, () => ok(facts.schools.length === 0 ? [] : rowProblems)],
  ];

  return async (input, init) => {
    const url = new URL(String(input), window.location.origin);
    const asked = `${init?.method ?? 'GET'} ${url.pathname}`;
    for (const [pattern, answer] of routes) {
      const match = pattern.exec(asked);
      if (!match) continue;
      if (asked.includes('/dashboard') && !access(OWLS, person, 'dashboard.read', facts).allowed) break;
      const sent = init?.body;
      const body: unknown =
        sent instanceof Blob ? { file: await sent.text() } : typeof sent === 'string' ? JSON.parse(sent) : {};
      const { status, body: content } = answer(match.slice(1).map(decodeURIComponent), body as Body, url.searchParams);
      return new Response(typeof content === 'string' ? content : JSON.stringify(content), { status });
    }
    const { status, body } = refuse(404, 'not-found', 'This was not found, or it is not open to you.');
    return new Response(JSON.stringify(body), { status });
  };
}

function reachOf(id: string): 'reachable' | 'not installed' | 'blocked' {
  const last = id.charCodeAt(id.length - 1) % 7;
  return last === 0 ? 'blocked' : last === 3 ? 'not installed' : 'reachable';
}

function draftFrom(
  urn: string,
  halfTerm: string,
  body: Body,
  person: Person,
  savedAt: string,
  kept?: SoapDraft,
): SoapDraft {
  const version = `"${Number(kept?.version.replaceAll('"', '') ?? '0') + 1}"`;
  const { cohorts = [], groups = [], school = {}, comment = '', nextSteps = '' } = body;
  return {
    urn,
    halfTerm,
    revision: kept?.revision ?? 1,
    cohorts,
    ...(groups.length > 0 ? { groups } : {}),
    school,
    comment,
    nextSteps,
    savedAt,
    savedBy: person.id,
    version,
  };
}

/** The return is gone, and its figures are the next draft unless one was begun. */
function withTakenBack(facts: Facts, back: TakenBack): Facts {
  const isIt = ({ urn, halfTerm }: { urn: string; halfTerm: string }) => urn === back.urn && halfTerm === back.halfTerm;
  const sent = facts.returns.findLast(isIt);
  const { records } = facts;
  const steps = records?.collection?.steps ?? [];
  const takenBack = [...(records?.collection?.takenBack ?? []), back];
  const drafts =
    sent && !facts.drafts.some(isIt)
      ? [...facts.drafts, { ...sent, revision: sent.revision + 1, savedAt: back.at, savedBy: back.by, version: '"1"' }]
      : facts.drafts;
  return {
    ...facts,
    drafts,
    returns: facts.returns.filter((one) => !isIt(one)),
    records: { ...records, collection: { steps, takenBack } },
  };
}

function judged(kept: Judgement, what: string, body: Body, person: Person, at: string): Judgement {
  const { category = '', because = '', why } = body;
  return what === 'proposal'
    ? { ...kept, proposed: { category, by: person.id, at, because }, version: '"1"' }
    : { ...kept, validated: { category, by: person.id, at, ...(why ? { why } : {}) }, version: '"4"' };
}
