import type { Temporal } from 'temporal-polyfill';
import type { ConcernsPolicy } from '../concerns/concerns-policy.ts';
import type { Facts } from '../facts.ts';
import { aboveItsParts, outOfRange } from '../soap/figure-checks.ts';
import type { Finding } from '../soap/return.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import { extraDataAsked } from './extra-data-asked.ts';
import type { ExtraFigures, ExtraFiguresGiven } from './extra-figures.ts';

const RULE = 'M19';
const LONGEST = 1000;

/**
 * What keeps extra data from being recorded (M19): something that is not asked of the school now, a figure that is
 * missing or can't be, and one that is improbable or jumps beyond policy without a remark. `place` is `item`, the
 * measure's key, or `says`.
 */
export function extraDataFindings(
  policy: TrustPolicy,
  own: ConcernsPolicy,
  facts: Pick<Facts, 'judgements' | 'records'>,
  school: School,
  given: ExtraFiguresGiven,
  now: Temporal.Instant,
): readonly Finding[] {
  const asked = extraDataAsked(policy, own, facts, school, now).find(({ item }) => item.key === given.item);
  if (!asked || asked.due !== given.due) {
    return [error('item', `This is not asked of ${school.name} now. Look at what is asked and give that.`)];
  }
  const known = facts.records?.extraData?.given ?? [];
  const before = lastBefore(known, given);
  const wrong = [
    ...asked.measures
      .filter(({ key }) => given.figures[key] === undefined)
      .map(({ key, name }) => error(key, `Give the figure for ${name}.`)),
    ...[...outOfRange(asked.measures, given.figures), ...aboveItsParts(asked.measures, given.figures)].map(
      ({ measure = 'item', says }) => error(measure, says),
    ),
  ];
  const unknown = Object.keys(given.figures).filter((key) => !asked.measures.some((measure) => measure.key === key));
  const doubts =
    given.says.trim() === '' ? asked.measures.flatMap((measure) => doubtful(policy, measure, given, before)) : [];
  return [
    ...wrong,
    ...unknown.map((key) => error('item', `${key} is not asked here. Leave it out.`)),
    ...doubts.filter(({ place }) => !wrong.some((one) => one.place === place)),
    ...(given.says.trim().length > LONGEST ? [error('says', `Say it in ${LONGEST} characters at most.`)] : []),
  ];
}

/** What the school gave of the same thing the time before. */
export function lastBefore(
  given: readonly ExtraFigures[],
  { urn, item, due }: Pick<ExtraFigures, 'urn' | 'item' | 'due'>,
): ExtraFigures | undefined {
  return given
    .filter((one) => one.urn === urn && one.item === item && one.due < due)
    .reduce<ExtraFigures | undefined>((newest, one) => (newest && newest.due > one.due ? newest : one), undefined);
}

/** "Reading, % of all pupils": what a figure is asked as. */
export function extraFigureLabel({ name, unit, years }: Pick<Measure, 'name' | 'unit' | 'years'>): string {
  if (unit !== '%') return name;
  return years ? `${name}, % of all pupils on track` : `${name}, %`;
}

function doubtful(
  { soap }: TrustPolicy,
  { key, name, unit, improbableBelow }: Measure,
  { figures }: ExtraFiguresGiven,
  before: ExtraFigures | undefined,
): Finding[] {
  const [value, last] = [figures[key], before?.figures[key]];
  if (value === undefined) return [];
  const ask = 'Say why in the remark.';
  if (improbableBelow !== undefined && value < improbableBelow) {
    return [{ level: 'warning', rule: RULE, place: key, says: `${name} is only ${value}%. ${ask}` }];
  }
  if (unit !== '%' || last === undefined || Math.abs(value - last) <= soap.plausibleJump) return [];
  return [
    { level: 'warning', rule: RULE, place: key, says: `${name} was ${last}% last time and is ${value}%. ${ask}` },
  ];
}

function error(place: string, says: string): Finding {
  return { level: 'error', rule: RULE, place, says };
}
