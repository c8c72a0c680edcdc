import {
  access,
  comparison,
  draftOf,
  type HalfTermId,
  halfTermLabel,
  judgementOf,
  lastJudgement,
  latestReturn,
  previousReturn,
  type School,
  type SoapReturn,
  weighted,
} from '@owls/policy';
import { arrow } from '../soap/card-figures.ts';
import { button, card, masthead } from './card.ts';
import { inert } from './inert.ts';
import type { CardMessage } from './messenger.ts';
import { day } from './moments.ts';
import template from './my-school.template.json' with { type: 'json' };
import type { WelcomeGiven } from './welcome.ts';

/** Three tiles side by side still read on a phone. */
const ABREAST = 3;
const MOST_TILES = 6;
/** Somebody who heads more schools than this sees the rest in the tab. */
const MOST_SCHOOLS = 4;

/** How a head's schools stand: the latest figures over all year groups, what moved, and the category. */
export function mySchoolCard(given: WelcomeGiven, schools: readonly School[], halfTerm: HalfTermId): CardMessage {
  const shown = schools.slice(0, MOST_SCHOOLS);
  const summary = shown.length === 1 ? `How ${shown[0]?.name ?? 'your school'} stands.` : 'How your schools stand.';
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: inert(given.policy.trust.shortName),
        title: shown.length === 1 ? 'My school' : 'My schools',
        ...(schools.length > shown.length
          ? { subtitle: `${shown.length} of ${schools.length}; the tab has them all` }
          : {}),
      }),
      schools: shown.map((school) => section(given, school, halfTerm)),
      actions: shown.map((school) =>
        button({
          title: shown.length === 1 ? 'School On A Page' : `School On A Page: ${school.name}`.slice(0, 60),
          verb: 'soap.refresh',
          data: { urn: school.urn, ht: halfTerm },
        }),
      ),
    }),
  };
}

function section({ policy, facts, person }: WelcomeGiven, school: School, halfTerm: HalfTermId) {
  const latest = latestReturn(facts, school.urn, halfTerm) ?? previousReturn(facts, policy, school.urn, halfTerm);
  const before = latest && previousReturn(facts, policy, school.urn, latest.halfTerm);
  const now = judgementOf(facts, school.urn, halfTerm)?.validated;
  const last = now ?? lastJudgement(facts, policy, school.urn, halfTerm)?.validated;
  const pupils = Object.values(school.pupils).reduce((sum, count) => sum + (count ?? 0), 0);
  return {
    name: inert(school.name),
    about: latest
      ? `Figures of ${halfTermLabel(latest.halfTerm)}, sent ${day(policy, latest.submittedAt)}`
      : 'No return is on record yet.',
    tiles: latest ? tiles(policy, latest, before) : [],
    facts: [
      ...(access(policy, person, 'category.read', facts, { urn: school.urn }).allowed
        ? [{ title: 'Category', value: last ? `${last.category}, validated ${day(policy, last.at)}` : 'None yet' }]
        : []),
      { title: 'Ofsted', value: school.ofsted ? String(school.ofsted.grade) : 'No grade yet' },
      ...(pupils > 0 ? [{ title: 'Pupils', value: String(pupils) }] : []),
      ...(draftOf(facts, school.urn, halfTerm)
        ? [{ title: 'Draft', value: 'A return is begun and not sent yet' }]
        : []),
    ],
  };
}

function tiles(policy: WelcomeGiven['policy'], latest: SoapReturn, before: SoapReturn | undefined) {
  const whole = new Map(
    comparison({ cohorts: [], school: latest.school }, before, policy).map((one) => [one.measure, one]),
  );
  const all = policy.soap.measures.flatMap((measure) => {
    const value = measure.years ? weighted(latest.cohorts, measure.key).value : latest.school[measure.key];
    if (value === undefined) return [];
    const was = measure.years ? weighted(before?.cohorts ?? [], measure.key).value : whole.get(measure.key)?.from;
    const change = was === undefined ? 0 : Math.round(value) - Math.round(was);
    return [
      {
        name: measure.name,
        figure: `${Math.round(value)}${measure.unit === '%' ? '%' : ''}`,
        change: was === undefined ? 'first figure' : change === 0 ? 'no change' : `${arrow(change)} since last time`,
        color: change === 0 ? 'Default' : change > 0 === (measure.better === 'higher') ? 'Good' : 'Attention',
      },
    ];
  });
  const chosen = all.slice(0, MOST_TILES);
  const none = { name: '', figure: ' ', change: ' ', color: 'Default' };
  return Array.from({ length: Math.ceil(chosen.length / ABREAST) }, (_, row) => {
    const part = chosen.slice(row * ABREAST, (row + 1) * ABREAST);
    return { row: [...part, ...Array.from({ length: ABREAST - part.length }, () => none)] };
  });
}
