import type { Why } from '../explanation/why.ts';
import type { OfstedGrade } from '../trust/school.ts';
import type { Graded } from './inspection.ts';
import type { Framework, InspectionsPolicy, MappingRule } from './inspections-policy.ts';

export type Mapped =
  | { readonly ok: true; readonly grade: OfstedGrade; readonly why: Why }
  | { readonly ok: false; readonly says: string; readonly why: Why };

/** What an inspection found, whoever recorded it. */
type Outcome =
  | Pick<Extract<Graded, { kind: 'overall' }>, 'kind' | 'grade'>
  | Pick<Extract<Graded, { kind: 'areas' }>, 'kind' | 'framework' | 'areas' | 'safeguarding'>;
type Card = Pick<Extract<Graded, { kind: 'areas' }>, 'areas' | 'safeguarding'>;

/**
 * The Ofsted part, 1 to 4, that an inspection's outcome means on the trust's scale (M24): the overall grade where there
 * is one, else what the first rule of its framework that holds gives. Refused for a framework the policy doesn't have
 * and for a card without areas.
 */
export function mapped(own: Pick<InspectionsPolicy, 'frameworks'>, inspection: Outcome): Mapped {
  if (inspection.kind === 'overall') {
    return yes(inspection.grade, [`The overall grade is ${inspection.grade}.`], 'The next inspection.');
  }
  const framework = own.frameworks.find(({ key }) => key === inspection.framework);
  if (!framework) {
    const known = own.frameworks.map(({ key }) => key).join(', ');
    return no(`Choose one of ${known}.`, `${inspection.framework || 'An empty name'} is no framework of the policy.`);
  }
  if (Object.keys(inspection.areas).length === 0) return no('Enter a point for each area.', 'The card has no areas.');
  const at = framework.rules.findIndex((rule) => holds(rule, inspection));
  const rule = framework.rules[at];
  if (!rule) return no('End the rules with one that always holds.', `No rule of ${framework.name} fits the card.`);
  return yes(rule.gives, reasons(framework, rule, inspection), wouldChange(framework, rule));
}

function holds(rule: MappingRule, card: Card): boolean {
  const points = counted(rule, card).map(([, point]) => point);
  const { any, all } = rule;
  return (
    (rule.safeguarding === undefined || rule.safeguarding === card.safeguarding) &&
    (any === undefined || points.some((point) => any.includes(point))) &&
    (all === undefined || (points.length > 0 && points.every((point) => all.includes(point))))
  );
}

function counted({ areas }: MappingRule, card: Card): readonly (readonly [string, string])[] {
  return Object.entries(card.areas).filter(([area]) => areas === undefined || areas.includes(area));
}

/** The rule in words, then the areas that made it hold, each with its point. */
function reasons(framework: Framework, rule: MappingRule, card: Card): readonly string[] {
  const points = rule.any ?? rule.all ?? [];
  return [
    `${framework.name}: ${rule.when}, which counts as ${rule.gives}.`,
    ...counted(rule, card)
      .filter(([, point]) => points.includes(point))
      .map(([area, point]) => `${nameIn(framework.areas, area)}: ${nameIn(framework.points, point)}.`),
  ];
}

function wouldChange(framework: Framework, rule: MappingRule): string {
  if (rule.gives === 1) return 'The next inspection.';
  if (rule.safeguarding || rule.any || rule.all) return `An inspection of which it can't be said that ${rule.when}.`;
  const better = framework.rules.findLast(({ gives }) => gives < rule.gives);
  return better ? `It counts as ${better.gives} at an inspection where ${better.when}.` : 'The next inspection.';
}

/** What the policy calls one of its keys; the key itself where it has none such any more. */
export function nameIn(
  list: readonly { readonly key: string; readonly name: string }[] | undefined,
  key: string,
): string {
  return list?.find((one) => one.key === key)?.name ?? key;
}

function yes(grade: OfstedGrade, because: readonly string[], wouldChange: string): Mapped {
  return { ok: true, grade, why: { rule: 'M24', because, wouldChange } };
}

function no(says: string, because: string): Mapped {
  return { ok: false, says, why: { rule: 'M24', because: [because], wouldChange: says } };
}
