import {
  type Cohort,
  groupMeasures,
  groupsAsked,
  type Measure,
  measuresFor,
  measuresOfYear,
  type SoapContent,
  type SoapDraft,
  stepsFor,
  yearName,
  yearsOf,
} from '@owls/policy';
import { button, type Element, notice } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { moment } from '../chat/moments.ts';
import { ids, nameOf, type SoapGiven } from './card-given.ts';
import { stepCard } from './card-step.ts';

/** A field of a step in which the person's figure is not the one saved meanwhile. */
export interface Difference {
  /** The input's id. */
  readonly id: string;
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
}

/** Where what was typed in a step differs from the draft as it now stands. None: both meant the same. */
export function differences(
  { policy, school }: Pick<SoapGiven, 'policy' | 'school'>,
  stepKey: string,
  mine: SoapContent,
  theirs: SoapContent,
): Difference[] {
  const step = stepsFor(policy, school).find(({ key }) => key === stepKey);
  if (!step) return [];
  const measures = measuresFor(policy, school, step);
  const row = (
    id: string,
    name: string,
    asked: readonly Measure[],
    of: (content: SoapContent) => Pick<Cohort, 'pupils' | 'figures'> | undefined,
  ) => {
    const [one, other] = [of(mine), of(theirs)];
    return [
      { id: `pupils:${id}`, label: `${name}, pupils`, mine: one?.pupils, theirs: other?.pupils },
      ...asked.map((measure) => ({
        id: `${id}:${measure.key}`,
        label: `${name}, ${measure.name}`,
        mine: one?.figures[measure.key],
        theirs: other?.figures[measure.key],
      })),
    ];
  };
  const cells = [
    ...yearsOf(step, school).flatMap((year) =>
      row(year, yearName(year), measuresOfYear(policy, year), ({ cohorts }) =>
        cohorts.find((cohort) => cohort.year === year),
      ),
    ),
    ...(step.groups ? groupsAsked(policy, school) : []).flatMap(({ key, name }) =>
      row(key, name, groupMeasures(policy), ({ groups }) => groups?.find(({ group }) => group === key)),
    ),
  ];
  const whole = measures
    .filter((measure) => !measure.years)
    .map(({ key, name }) => ({ id: `school:${key}`, label: name, mine: mine.school[key], theirs: theirs.school[key] }));
  const texts = (step.texts ?? []).map((name) => ({
    id: name,
    label: name === 'comment' ? 'Commentary' : 'Next steps',
    mine: mine[name].trim(),
    theirs: theirs[name].trim(),
  }));
  return [...cells, ...whole, ...texts]
    .filter((one) => one.mine !== one.theirs)
    .map((one) => ({ ...one, mine: shown(one.mine), theirs: shown(one.theirs) }));
}

/** "Changed since you opened it": the step with both versions and a choice between them; nothing is overwritten. */
export function conflictCard(
  given: SoapGiven,
  step: string,
  typed: Readonly<Record<string, unknown>>,
  current: SoapDraft,
  different: readonly Difference[],
): CardMessage | undefined {
  const { policy, facts } = given;
  const who = nameOf(facts.people, current.savedBy);
  const data = { ...ids(given), step };
  const notices: Element[] = [
    notice(`Changed since you opened it: ${who} saved this return ${moment(policy, current.savedAt)}.`, 'warning'),
    {
      type: 'TextBlock',
      wrap: true,
      text: 'The fields hold what you typed; what was saved meanwhile stands beneath. Choose which to keep.',
    },
  ];
  return stepCard(given, step, {
    typed,
    findings: [],
    notices,
    version: current.version,
    beside: new Map(
      different.map(({ id, label, theirs, mine }) => [
        id,
        inert(`${label}: saved ${clip(theirs)}, yours ${clip(mine)}`),
      ]),
    ),
    actions: [
      button({
        title: 'Keep mine',
        verb: 'soap.step',
        data: { ...data, go: 'next', version: current.version },
        style: 'positive',
      }),
      button({ title: 'Take theirs', verb: 'soap.open', data, sendsInputs: false }),
    ],
  });
}

function shown(value: number | string | undefined): string {
  return value === undefined || value === '' ? 'nothing' : String(value);
}
function clip(text: string): string {
  return text.length > 120 ? `“${text.slice(0, 120)}…”` : text;
}
