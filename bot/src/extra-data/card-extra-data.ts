import { type ExtraMeasure, extraDataView, type Person, type ShownExtraData, type TrustPolicy } from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { button, type Element } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { fromNow, moment } from '../chat/moments.ts';
import { cut, linkButton, meetingMessage, plainButton, textInput } from '../gatherings/card-parts.ts';
import type { World } from '../world.ts';

/** All that a card of extra data is made from. */
export interface ExtraCardGiven {
  readonly policy: TrustPolicy;
  readonly now: Temporal.Instant;
  readonly school: { readonly urn: string; readonly name: string };
  readonly shown: ShownExtraData;
  readonly asked: NonNullable<ShownExtraData['asked']>;
  readonly because: string;
  readonly link: string;
  readonly delivery?: string | undefined;
}

/** What was typed and is not kept, with what is wrong at each place. */
export interface ExtraTyped {
  readonly values: Readonly<Record<string, string>>;
  readonly says: string;
}

/** What the person may give of an item; undefined where it is not theirs, or not asked any more. */
export function extraDataFor(
  world: World,
  person: Person,
  urn: string,
  item: string,
  delivery: string | undefined,
): ExtraCardGiven | undefined {
  const view = extraDataView(world.policy, world.facts(), person, urn, world.now());
  const shown = view?.items.find(({ key }) => key === item);
  if (!view?.mayGive || !shown?.asked) return undefined;
  const { school, because = '' } = view;
  const link = world.linkTo(`school/${urn}`);
  return { policy: world.policy, now: world.now(), school, shown, asked: shown.asked, because, link, delivery };
}

/** Asks for the figures of one thing, or shows what was given of it: `typed` while something has to be mended. */
export function extraDataCard(
  given: ExtraCardGiven,
  how: { readonly typed?: ExtraTyped; readonly correcting?: boolean; readonly notices?: readonly Element[] } = {},
): CardMessage {
  const { policy, now, school, shown, asked, because, link, delivery } = given;
  const { typed, correcting = false, notices = [] } = how;
  const data = {
    ...{ urn: school.urn, item: shown.key, due: asked.due },
    ...(asked.given?.version === undefined ? {} : { version: asked.given.version }),
    ...(delivery ? { delivery } : {}),
  };
  const filling = asked.given === undefined || correcting || typed !== undefined;
  const last = shown.given.filter(({ due }) => due < asked.due).at(-1);
  const late = asked.given === undefined && asked.wanted < now.toString();
  const title = inert(shown.name);
  return meetingMessage({
    summary: `${inert(school.name)}: ${title}`,
    masthead: {
      kicker: `Extra data · ${inert(policy.trust.shortName)}`,
      title,
      subtitle: inert(school.name),
      status: filling
        ? { says: late ? 'Overdue' : 'To answer', style: late ? 'attention' : 'accent' }
        : { says: '✓ Given', style: 'good' },
    },
    notices,
    facts: [
      { title: 'By', value: `${moment(policy, asked.wanted)} (${fromNow(policy, asked.wanted, now)})` },
      { title: 'Why', value: inert(cut(because)) },
      ...(filling && last ? [{ title: 'Last time', value: figuresText(shown.measures, last.figures) }] : []),
      ...(!filling && asked.given
        ? [
            { title: 'Given', value: figuresText(shown.measures, asked.given.figures) },
            ...(asked.given.says === '' ? [] : [{ title: 'Remark', value: inert(cut(asked.given.says)) }]),
          ]
        : []),
    ],
    inputs: filling ? inputsOf(given, typed) : [],
    look: { verb: correcting ? 'extra.correct' : 'extra.look', data },
    actions: filling
      ? [button({ title: 'Send', verb: 'extra.send', data, style: 'positive' }), linkButton("The school's page", link)]
      : [plainButton('Correct it', 'extra.correct', data), linkButton("The school's page", link)],
  });
}

function inputsOf({ shown, asked }: ExtraCardGiven, typed: ExtraTyped | undefined): readonly Element[] {
  const figures = shown.measures.map(({ key, label }): Element => {
    const value = typed ? Number(typed.values[key] ?? '') : asked.given?.figures[key];
    const known = value !== undefined && Number.isFinite(value) && (typed === undefined || typed.values[key] !== '');
    return { type: 'Input.Number', id: `figure:${key}`, label, ...(known ? { value } : {}) };
  });
  const says = typed ? typed.says : (asked.given?.says ?? '');
  return [...figures, textInput({ id: 'says', label: 'Remark', lines: true, value: says })];
}

/** "Attendance 93%, Suspensions 1". */
export function figuresText(measures: readonly ExtraMeasure[], figures: Readonly<Record<string, number>>): string {
  return measures
    .flatMap(({ key, name, unit }) => {
      const value = figures[key];
      return value === undefined ? [] : [`${inert(name)} ${value}${unit === '%' ? '%' : ''}`];
    })
    .join(', ');
}
