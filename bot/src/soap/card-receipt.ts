import { ceoOf, clusterLeaderOf, halfTermLabel, headLeaderOf, type Person, previousReturn } from '@owls/policy';
import { button, card, type Element, masthead, notice, refresh } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { moment } from '../chat/moments.ts';
import { figures } from './card-figures.ts';
import { ids, kicker, nameOf, type SoapGiven, standing } from './card-given.ts';
import template from './card-review.template.json' with { type: 'json' };
import { changeLines, textsOf } from './card-review.ts';
import { takeBackButton } from './card-take-back.ts';

/** What was sent (M14): when, what moved since last time, who sees it, and a way to change it until the round closes. */
export function receiptCard(given: SoapGiven, notices: readonly Element[] = []): CardMessage {
  const { policy, facts, school, halfTerm } = given;
  const { submitted, open, draft, mayTakeBack } = standing(given);
  if (!submitted) throw new RangeError(`${school.name} has sent nothing for ${halfTerm}.`);
  const last = previousReturn(facts, policy, school.urn, halfTerm);
  const { lines, more } = changeLines(submitted, last, policy);
  const summary = `${school.name}: the School On A Page for ${halfTermLabel(halfTerm)} is sent.`;
  const revision = submitted.revision > 1 ? `, revision ${submitted.revision}` : '';
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: kicker(given),
        title: inert(school.name),
        subtitle: `Sent ${moment(policy, submitted.submittedAt)} by ${nameOf(facts.people, submitted.submittedBy)}${revision}`,
        status: { says: '✓ Sent', style: 'good' },
      }),
      notices: [
        ...notices,
        ...accuracyNotice(given),
        ...(draft && open
          ? [notice('You began to change it: what was sent stands until you send again.', 'accent')]
          : []),
      ],
      linesTitle: last ? `Since ${halfTermLabel(last.halfTerm)}` : 'This is the first return on record.',
      lines: last && lines.length === 0 ? [{ mark: '=', color: 'Default', says: 'No figure moved.' }] : lines,
      more: more > 0 ? `and ${more} more ${more === 1 ? 'change' : 'changes'}` : '',
      figures: figures(given, submitted, last, { id: 'figures', visible: false }),
      texts: textsOf(submitted),
      small: `${audience(given)} ${untilWhen(given)}`,
      refresh: refresh('soap.refresh', ids(given)),
      choice: '',
      choices: [],
      actions: [
        { type: 'Action.ToggleVisibility', title: 'Show or hide all figures', targetElements: ['figures'] },
        ...(open ? [changeButton(given, draft !== undefined)] : []),
        ...(mayTakeBack ? [takeBackButton(given, submitted)] : []),
      ],
    }),
  };
}

/** What was said of these figures by whoever looked at them (M15). */
function accuracyNotice(given: SoapGiven): Element[] {
  const { accuracy } = standing(given);
  if (accuracy === undefined || accuracy.state === 'unchecked') return [];
  const { step } = accuracy;
  const who = `${nameOf(given.facts.people, step.by)}, ${moment(given.policy, step.at)}`;
  if (accuracy.state === 'confirmed') return [notice(`Figures confirmed by ${who}`, 'good')];
  return [notice(`Please look again: ${inert(step.note)} (${who}). Change it and send it again.`, 'warning')];
}

/** Until when it can be changed. Figures that were sent back can be mended in a closed round, too. */
function untilWhen(given: SoapGiven): string {
  const { ends, open } = standing(given);
  if (ends === undefined) return 'You can change it until the office closes the round.';
  const isOver = Date.parse(ends) <= given.now.epochMilliseconds;
  if (open && isOver) return 'You can still change it.';
  return open
    ? `You can change it until ${moment(given.policy, ends)}.`
    : `The round closed ${moment(given.policy, ends)}.`;
}

function changeButton(given: SoapGiven, begun: boolean): Element {
  return button({ title: begun ? 'Go on changing it' : 'Change it', verb: 'soap.change', data: ids(given) });
}

/** Who sees the return, by name where there is one, and what other heads see of it (M1, M15). */
function audience({ policy, facts, school }: SoapGiven): string {
  const seers = [ceoOf(facts), headLeaderOf(facts, school.urn), clusterLeaderOf(facts, school.cluster)]
    .filter((person): person is Person => person !== undefined)
    .map(({ name }) => inert(name));
  const named = [...new Set(seers)];
  const who =
    named.length > 0 ? `${named.join(', ')} and the directors see it in full.` : 'The CEO’s office sees it in full.';
  return `${who} Other heads see no figure of fewer than ${policy.soap.suppressBelow} pupils.`;
}
