import { groupMeasures, groupYears, OWLS, YEAR_GROUPS } from '@owls/policy';
import type { Card, ShownActivity } from '../local/control.ts';
import { chance } from '../trusts/chance.ts';
import {
  asPupils,
  BESIDE_READING,
  groupFigures,
  groupPupils,
  type Standing,
  schoolFigures,
} from '../trusts/figures.ts';
import { buttonsOf, type ChatUser, inputsOf, wordsOf } from './chat-user.ts';

/** How a head goes about it. */
export interface Manner {
  /** Types an impossible figure first, reads the error, mends it. */
  readonly wrongFirst: boolean;
}

/** The year group whose results are published: it ends its year where the published results are. */
export const PUBLISHED_YEAR = 'Y6';

const GROUPS = new Set(OWLS.soap.groups?.groups.map(({ key }) => key));

/** The pupil groups a step asks for, of as many pupils as the year groups have. */
function typedOfGroups(inputs: ReadonlySet<string>, standing: Standing, all: number): Record<string, string> {
  const asked = [...GROUPS].filter((group) => inputs.has(`pupils:${group}`));
  return Object.fromEntries(
    asked.flatMap((group) => {
      const pupils = groupPupils(standing.urn, group, all);
      const figures = Object.entries(groupFigures(standing, group, pupils, groupMeasures(OWLS), 0));
      return [
        [`pupils:${group}`, String(pupils)],
        ...figures.map(([measure, figure]) => [`${group}:${measure}`, String(figure)]),
      ];
    }),
  );
}

/** How many pupils of the year groups that pupil groups are made of were typed. */
function pupilsOf(typed: Readonly<Record<string, string>>): number {
  const years: readonly string[] = groupYears(OWLS, { years: YEAR_GROUPS });
  return years.reduce((sum, year) => sum + Number(typed[`pupils:${year}`] ?? 0), 0);
}

/** What a head types into one step, from what the school's published results are. */
function typedInto(card: Card, standing: Standing, pupilsTogether: number): Record<string, string> {
  const typed: Record<string, string> = {};
  const shown = inputsOf(card);
  const pupils = (year: string) => Number(shown.find(({ id }) => id === `pupils:${year}`)?.value || '30');
  for (const { id, value } of shown) {
    const [place = '', measure = ''] = id.split(':');
    const row = place === 'pupils' ? measure : place;
    if (GROUPS.has(row)) continue;
    if (place === 'pupils') typed[id] = value === '' ? '30' : value;
    else if (place === 'school') typed[id] = String(schoolFigures(standing, 210, 0)[measure] ?? 0);
    else if (id === 'comment') typed[id] = 'Figures moved with the cohort; the autumn assessments were moderated.';
    else if (id === 'nextSteps') typed[id] = 'Pupil progress meetings in the first week back.';
    else if (measure !== '' && measure !== 'rwm' && measure !== 'gld') {
      const base = standing.level + (place === PUBLISHED_YEAR ? 0 : (chance(standing.urn, place, 'cohort') - 0.5) * 8);
      typed[id] = String(asPupils(base + (BESIDE_READING[measure] ?? 0), pupils(place)));
    }
  }
  Object.assign(typed, typedOfGroups(new Set(shown.map(({ id }) => id)), standing, pupilsTogether));
  // On track in all is never more than on track in the lowest.
  for (const { id } of shown.filter((input) => /:(rwm|gld)$/.test(input.id))) {
    const [year = ''] = id.split(':');
    if (GROUPS.has(year)) continue;
    const others = Object.entries(typed).filter(
      ([other]) => other.startsWith(`${year}:`) && !/:(grammar|phonics)$/.test(other),
    );
    typed[id] = String(Math.min(...others.map(([, value]) => Number(value))));
  }
  return typed;
}

/**
 * A head opens the prompt and walks through it as the card leads, step by step, until the receipt.
 * Answers with how many times something had to be corrected.
 */
export async function returnSoap(
  user: ChatUser,
  prompt: ShownActivity,
  card: Card,
  standing: Standing,
  manner: Manner,
): Promise<number> {
  let corrections = 0;
  let wrong = manner.wrongFirst;
  let pupils = 0;
  let at = await user.press(prompt, card, 'soap.open');
  for (let presses = 0; presses < 20; presses++) {
    const forward = buttonsOf(at).find(({ primary }) => primary);
    if (forward === undefined) {
      throw new Error(`There is no way on from this card:\n${wordsOf(at).slice(0, 500)}`);
    }
    const typed = typedInto(at, standing, pupils);
    pupils += pupilsOf(typed);
    const first = Object.keys(typed).find((id) => /^(R|Y\d):/.test(id));
    if (wrong && first !== undefined) {
      wrong = false;
      const again = await user.press(prompt, at, forward.verb, { ...typed, [first]: '200' });
      if (JSON.stringify(inputsOf(again).map(({ id }) => id)) !== JSON.stringify(inputsOf(at).map(({ id }) => id))) {
        throw new Error('A figure of 200 % was let through.');
      }
      corrections += 1;
      at = again;
    }
    const sends = forward.verb === 'soap.submit';
    at = await user.send(prompt, forward.action, { ...valuesOf(at), ...typed });
    if (sends) {
      if (buttonsOf(at).some(({ verb }) => verb === 'soap.submit')) {
        throw new Error(`The return was not taken:\n${wordsOf(at).slice(0, 500)}`);
      }
      return corrections;
    }
  }
  throw new Error(`After twenty presses there is no receipt:\n${wordsOf(at).slice(0, 500)}`);
}

const valuesOf = (card: Card): Record<string, string> =>
  Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));
