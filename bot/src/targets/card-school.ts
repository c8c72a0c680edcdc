import { createHash } from 'node:crypto';
import {
  type Person,
  type SchoolTarget,
  type SchoolTargetsView,
  schoolTargetsView,
  type TargetDoing,
  type TargetWanted,
  yearName,
} from '@owls/policy';
import { button, type Element } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { meetingMessage, plainButton } from '../gatherings/card-parts.ts';
import type { World } from '../world.ts';

/** Measures on a line: with their figures they stay within a phone's two lines. */
const PER_LINE = 3;

export interface SchoolCardIds {
  readonly urn: string;
  readonly year: string;
  readonly doing: TargetDoing;
  readonly delivery?: string | undefined;
}

/** What a step would be taken with: the targets it is about, each as it stands now. */
export interface SchoolCardGiven extends SchoolCardIds {
  readonly view: SchoolTargetsView;
  readonly person: Person;
  readonly trust: string;
}

export function schoolCardFor(world: World, person: Person, ids: SchoolCardIds): SchoolCardGiven | undefined {
  const view = schoolTargetsView(world.policy, world.facts(), person, ids.urn, ids.year, world.now());
  return view && { ...ids, view, person, trust: world.policy.trust.shortName };
}

/** The targets the step is about; of a proposal those alone that can be filled in. */
function concerned({ view, doing }: SchoolCardGiven): readonly SchoolTarget[] {
  return view.targets.filter(({ can, state, filled }) => {
    if (doing === 'agree') return can.agree;
    if (doing === 'sign-off') return can.signOff;
    return can.propose && state === 'missing' && filled.figures !== undefined;
  });
}

export function wantedOf(given: SchoolCardGiven): readonly TargetWanted[] {
  return concerned(given).map(({ yearGroup, measure, history, filled }) => ({
    ...(yearGroup ? { yearGroup } : {}),
    measure,
    seen: history.length,
    ...(given.doing === 'propose' && filled.figures ? { figures: filled.figures } : {}),
  }));
}

/** What the person sees, in a word: a yes counts for this and nothing else. */
export function markOf(given: SchoolCardGiven): string {
  const shown = concerned(given).map((target) => [target.name, target.history.length, figuresOf(target)]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
}

const VERBS = {
  propose: { title: 'Targets to propose', act: 'Propose', did: 'Proposed' },
  agree: { title: 'Targets to answer', act: 'Agree to', did: 'Agreed' },
  'sign-off': { title: 'Targets to sign off', act: 'Sign off', did: 'Signed off' },
} as const;

/** A school's targets on a card, to be confirmed in two taps: `asking` is after the first. */
export function schoolCard(given: SchoolCardGiven, asking = false, notices: readonly Element[] = []): CardMessage {
  const { view, doing, urn, year, delivery, person } = given;
  const data = { urn, year, doing, ...(delivery === undefined ? {} : { delivery }) };
  const targets = concerned(given);
  const words = VERBS[doing];
  const school = inert(view.school.name);
  const count = targets.length === 1 ? 'one target' : `${targets.length} targets`;
  const empty =
    doing === 'propose' ? view.targets.filter(({ state, filled }) => state === 'missing' && !filled.figures) : [];
  return meetingMessage({
    summary:
      targets.length === 0 ? `${school}: no targets wait for you.` : `${school}: ${words.act.toLowerCase()} ${count}.`,
    masthead: {
      kicker: `Targets ${year} · ${inert(given.trust)}`,
      title: words.title,
      subtitle: school,
      status: targets.length > 0 ? { says: count, style: 'accent' } : { says: 'Nothing waits for you', style: 'good' },
    },
    notices,
    facts: [
      ...(targets.length > 0
        ? [
            {
              title: 'How to read it',
              value: 'The minimum, then the target, in per cent by the end of the year.',
            },
          ]
        : []),
      ...(empty.length > 0
        ? [
            {
              title: 'To set in the tab',
              value: `${empty.length} targets have nothing to start from: set them under Targets.`,
            },
          ]
        : []),
      ...(asking
        ? [
            {
              title: 'Sure?',
              value: `${words.act} ${count} in the name of ${inert(person.name)}.${doing === 'sign-off' ? ' From then on a target moves only upwards within the year.' : ''}`,
            },
          ]
        : []),
    ],
    sections: yearsOf(targets),
    look: { verb: 'targets.look', data },
    actions:
      targets.length === 0
        ? []
        : asking
          ? [
              button({
                title: `Yes, ${words.act.toLowerCase()} ${count}`,
                verb: 'targets.take',
                data: { ...data, mark: markOf(given) },
                style: 'positive',
                sendsInputs: false,
              }),
              plainButton('Not yet', 'targets.look', data),
            ]
          : [
              button({
                title: `${words.act} ${count}`,
                verb: 'targets.sure',
                data,
                style: 'positive',
                sendsInputs: false,
              }),
              plainButton('Look again', 'targets.look', data),
            ],
  });
}

/** What it says once the step was taken. */
export function schoolDoneCard(given: SchoolCardGiven, changed: number): CardMessage {
  const { urn, year, doing, view, person } = given;
  const says = `${VERBS[doing].did}: ${changed === 1 ? 'one target' : `${changed} targets`}`;
  return meetingMessage({
    summary: `${inert(view.school.name)}: ${says.toLowerCase()}.`,
    masthead: {
      kicker: `Targets ${year} · ${inert(given.trust)}`,
      title: says,
      subtitle: inert(view.school.name),
      status: { says: `✓ ${VERBS[doing].did}`, style: 'good' },
    },
    facts: [
      { title: 'By', value: inert(person.name) },
      { title: 'Next', value: nextOf(given) },
    ],
    look: { verb: 'targets.look', data: { urn, year, doing } },
    actions: [],
  });
}

function nextOf({ doing }: SchoolCardGiven): string {
  if (doing === 'propose') return 'The CEO is asked to agree. Figures can still be changed under Targets in the tab.';
  return doing === 'agree' ? 'The CEO signs them off.' : 'They hold for the year and move only upwards.';
}

/** A year group a section, its measures with both figures a few to a line. */
function yearsOf(targets: readonly SchoolTarget[]) {
  const years = [...new Set(targets.map(({ yearGroup }) => yearGroup))];
  return years.map((year) => {
    const mine = targets
      .filter(({ yearGroup }) => yearGroup === year)
      .map((target) => `${target.measureName} ${figuresOf(target).join(' to ')}`);
    const points = [];
    for (let from = 0; from < mine.length; from += PER_LINE) points.push(mine.slice(from, from + PER_LINE).join(', '));
    return { title: year ? yearName(year) : 'The whole school', points };
  });
}

function figuresOf({ latest, filled }: SchoolTarget): readonly number[] {
  const figures = latest ?? filled.figures;
  return figures ? [figures.minimum, figures.aspirational] : [];
}
