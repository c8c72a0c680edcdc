import {
  halfTermLabel,
  lastWord,
  previousReturn,
  type SoapReturn,
  sameYear,
  standingNudge,
  standingWord,
  stepsFor,
  yearsOf,
} from '@owls/policy';
import { button, card, type Element, masthead, notice, refresh } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { day, fromNow, moment } from '../chat/moments.ts';
import { ids, kicker, nameOf, type SoapGiven, standing } from './card-given.ts';
import template from './card-overview.template.json' with { type: 'json' };

/** Why the card is sent: the half term's first asking, a reminder, or because somebody opened it. */
export type Occasion = 'prompt' | 'reminder' | 'opened';

/** The card a head is prompted with (M14): when it is due, what it asks, and a way in. */
export function overviewCard(
  given: SoapGiven,
  occasion: Occasion = 'opened',
  told: readonly Element[] = [],
): CardMessage {
  const { policy, school, now } = given;
  const { window, state, draft, ends } = standing(given);
  const steps = stepsFor(policy, school);
  const late = state === 'overdue';
  const due = moment(policy, window.due);
  const summary = late
    ? `${school.name}: the School On A Page was due ${fromNow(policy, window.due, now)}.`
    : `${school.name}: the School On A Page is due ${due}.`;
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: kicker(given),
        title: inert(school.name),
        status: late
          ? { says: 'Overdue', style: 'attention' }
          : { says: `Due ${day(policy, window.due)}`, style: occasion === 'reminder' ? 'warning' : 'accent' },
      }),
      lead: lead(given, occasion, late),
      notices: [
        ...told,
        ...nudgeNotice(given),
        ...takenBackNotice(given),
        ...sentBackNotice(given),
        ...draftNotice(given),
      ],
      stepsTitle: `${steps.length} short steps`,
      steps: steps.map((step, index) => ({
        number: String(index + 1),
        title: step.title,
        asks: yearsOf(step, school).length > 1 ? `  ${yearsOf(step, school).join(', ')}` : ' ',
      })),
      facts: [
        { title: 'Due', value: `${due} (${fromNow(policy, window.due, now)})` },
        { title: 'Closes', value: ends === undefined ? 'When the office closes it again' : moment(policy, ends) },
      ],
      small: draft ? '' : 'Each step is saved as you go; you can stop and come back, here or in the tab.',
      refresh: refresh('soap.refresh', ids(given)),
      actions: actions(given, draft !== undefined),
    }),
  };
}

function lead(given: SoapGiven, occasion: Occasion, late: boolean): string {
  const { policy, now } = given;
  const { window } = standing(given);
  const last = filledIn(given);
  const how = last
    ? `The figures of ${halfTermLabel(last.halfTerm)} are filled in: change what is different and send it.`
    : 'Cohort sizes are filled in from the roll; the figures start afresh with the new year.';
  if (late) return `This return was due ${fromNow(policy, window.due, now)} and is still wanted. ${how}`;
  if (occasion === 'reminder') return `A reminder: this return is due ${fromNow(policy, window.due, now)}. ${how}`;
  return `It is time to put your school on a page. ${how}`;
}

/** The return whose figures are filled in: last half term's, within a year. */
function filledIn({ policy, facts, school, halfTerm }: SoapGiven): SoapReturn | undefined {
  const last = previousReturn(facts, policy, school.urn, halfTerm);
  return last && sameYear(last.halfTerm, halfTerm) ? last : undefined;
}

/** Who asks for it beside the calendar, while it is wanted (M14). */
function nudgeNotice({ policy, facts, school, halfTerm }: SoapGiven): Element[] {
  const nudge = standingNudge(facts, school.urn, halfTerm);
  if (!nudge) return [];
  return [notice(`${nameOf(facts.people, nudge.by)} asked for this return ${moment(policy, nudge.at)}.`, 'accent')];
}

/** Who took back what was sent, while it is not sent again (M14). */
function takenBackNotice(given: SoapGiven): Element[] {
  const { takenBack } = standing(given);
  if (!takenBack) return [];
  const why = takenBack.note === '' ? '' : `: ${inert(takenBack.note)}`;
  return [notice(`Taken back by ${inert(takenBack.by)}, ${moment(given.policy, takenBack.at)}${why}`, 'accent')];
}

/** What was to be looked at in figures that were sent back and then taken back (M15). */
function sentBackNotice(given: SoapGiven): Element[] {
  const { policy, facts, school, halfTerm } = given;
  const word = standing(given).takenBack ? standingWord(facts, halfTerm, school.urn) : undefined;
  if (word?.step !== 'send back') return [];
  const who = `${nameOf(facts.people, word.by)}, ${moment(policy, word.at)}`;
  return [notice(`Please look again: ${inert(word.note)} (${who}).`, 'warning')];
}

function draftNotice(given: SoapGiven): Element[] {
  const { draft } = standing(given);
  if (!draft) return [];
  const { policy, facts } = given;
  return [notice(`Draft saved ${moment(policy, draft.savedAt)} by ${nameOf(facts.people, draft.savedBy)}`, 'accent')];
}

function actions(given: SoapGiven, hasDraft: boolean): Element[] {
  const data = ids(given);
  const step = stepsFor(given.policy, given.school)[0]?.key;
  const open = button({
    title: hasDraft ? 'Continue' : 'Start',
    verb: 'soap.open',
    data: { ...data, step },
    style: 'positive',
  });
  const review = (title: string) => [open, button({ title, verb: 'soap.review', data })];
  if (hasDraft) return review('Review and send');
  return filledIn(given) ? review('Nothing has changed') : [open];
}

/** What there is to see outside the window: before it opens, or after it closed with nothing sent (M14). */
export function shutCard(given: SoapGiven): CardMessage {
  const { policy, facts, school, halfTerm, now } = given;
  const { window, state, ends } = standing(given);
  const word = lastWord(facts, halfTerm);
  const closed = moment(policy, ends ?? window.closes);
  const early = state === 'not yet open';
  const last = previousReturn(facts, policy, school.urn, halfTerm);
  const summary = early
    ? `${school.name}: the School On A Page opens ${moment(policy, window.opens)}.`
    : `${school.name}: the round closed ${closed} without a return.`;
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: kicker(given),
        title: inert(school.name),
        status: early ? { says: 'Not open yet', style: 'emphasis' } : { says: 'Closed', style: 'attention' },
      }),
      lead: early
        ? `The next return opens ${fromNow(policy, window.opens, now)}. You will be written to here when it does.`
        : 'No return was sent and the round is closed. Speak to your head teacher leader if figures still have to go in.',
      notices: takenBackNotice(given),
      stepsTitle: '',
      steps: [],
      facts: [
        ...(early ? [{ title: 'Opens', value: moment(policy, window.opens) }] : []),
        { title: 'Due', value: moment(policy, window.due) },
        { title: early ? 'Closes' : 'Closed', value: closed },
        ...(word?.step === 'close' ? [{ title: 'Why', value: inert(word.note) }] : []),
        ...(last
          ? [{ title: 'Last return', value: `${halfTermLabel(last.halfTerm)}, sent ${day(policy, last.submittedAt)}` }]
          : []),
      ],
      small: '',
      refresh: refresh('soap.refresh', ids(given)),
      actions: [],
    }),
  };
}
