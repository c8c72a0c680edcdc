import {
  comparison,
  contentBesideTargets,
  type Finding,
  findings,
  groupChanges,
  previousReturn,
  type SoapContent,
  type SoapReturn,
  startingPoint,
  stepsFor,
  yearName,
} from '@owls/policy';
import { button, card, type Element, masthead, notice } from '../chat/card.ts';
import { inert, paragraphs } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { arrow, figures } from './card-figures.ts';
import { ids, kicker, type SoapGiven, standing } from './card-given.ts';
import template from './card-review.template.json' with { type: 'json' };

/** Lines of findings or changes a card shows; the rest is counted. */
const MOST_LINES = 10;
/** Figures below their minimum that are named. */
const MOST_BELOW = 3;

/** The last step (M14): everything that is about to be sent, what moved, and what still needs mending or explaining. */
export function reviewCard(given: SoapGiven, notices: readonly Element[] = []): CardMessage {
  const { policy, facts, school, halfTerm } = given;
  const content = startingPoint(policy, facts, school, halfTerm);
  const last = previousReturn(facts, policy, school.urn, halfTerm);
  const found = findings({ ...content, halfTerm }, last, school, policy);
  const errors = found.filter(({ level }) => level === 'error');
  const warnings = found.filter(({ level }) => level === 'warning');
  const unexplained = warnings.length > 0 && content.comment.trim() === '';
  const ready = errors.length === 0 && !unexplained;
  const summary = ready
    ? `${school.name}: ready to send.`
    : `${school.name}: ${errors.length > 0 ? 'something is missing or needs mending' : 'a change needs a comment'}.`;
  const steps = stepsFor(policy, school);
  return {
    summary,
    card: card(template, {
      summary,
      masthead: masthead({
        kicker: kicker(given),
        title: 'Check and send',
        subtitle: inert(school.name),
        status: ready ? { says: 'Ready', style: 'good' } : { says: 'Not yet', style: 'warning' },
      }),
      notices: [...notices, ...verdict(errors.length, unexplained), ...besideTargets(given, content)],
      linesTitle: 'Before you send',
      lines: [...errors, ...warnings].slice(0, MOST_LINES).map(line),
      more: found.length > MOST_LINES ? `and ${found.length - MOST_LINES} more` : '',
      figures: figures(given, content, last, { id: 'figures', visible: true }),
      texts: textsOf(content),
      small: '',
      refresh: '',
      choice: firstStepOf(found, given) ?? steps[0]?.key ?? '',
      choices: steps.map(({ key, title }) => ({ title, value: key })),
      actions: actions(given, ready),
    }),
  };
}

function verdict(errors: number, unexplained: boolean): Element[] {
  if (errors > 0) return [notice('Some figures are missing or can’t be right. Mend them, then send.', 'attention')];
  if (unexplained) return [notice('Say in the comment why these figures moved so far, then send.', 'warning')];
  return [];
}

/** How many of the figures reach the year's targets, and which are furthest from it (M23). */
function besideTargets({ policy, facts, school, halfTerm }: SoapGiven, content: SoapContent): Element[] {
  const judged = contentBesideTargets(policy, facts, school.urn, halfTerm, content);
  if (judged.length === 0) return [];
  const below = judged.filter(({ progress }) => progress === 'off track');
  const reached = judged.length - below.length;
  const counts = `${reached} of ${judged.length} figures with a target reach their minimum.`;
  const more = below.length > MOST_BELOW ? ` And ${below.length - MOST_BELOW} more.` : '';
  const said = below.slice(0, MOST_BELOW).map(({ says }) => inert(says));
  return [notice(`${[counts, ...said].join(' ')}${more}`, below.length === 0 ? 'good' : 'accent')];
}

function line({ level, says }: Finding) {
  return level === 'error'
    ? { mark: '✕', color: 'Attention', says: inert(says) }
    : { mark: '!', color: 'Warning', says: inert(says) };
}

/** The step in which the first finding can be mended. */
function firstStepOf(found: readonly Finding[], { policy, school }: SoapGiven): string | undefined {
  const first = found[0];
  if (!first) return undefined;
  return stepsFor(policy, school).find(
    (step) =>
      (first.level === 'warning' && step.texts?.includes('comment')) ||
      (first.level === 'error' && first.year !== undefined && step.years?.includes(first.year)) ||
      (first.level === 'error' && first.group !== undefined && step.groups) ||
      (first.level === 'error' && first.measure !== undefined && step.school?.includes(first.measure)),
  )?.key;
}

function actions(given: SoapGiven, ready: boolean): Element[] {
  const version = standing(given).draft?.version;
  const data = { ...ids(given), ...(version ? { version } : {}) };
  const send = button({ title: 'Send', verb: 'soap.submit', data, style: 'positive', sendsInputs: false });
  const back = button({
    title: 'Go to this step',
    verb: 'soap.open',
    data: ids(given),
    ...(ready ? {} : { style: 'positive' as const }),
  });
  return ready
    ? [send, back]
    : [back, button({ title: 'Save for later', verb: 'soap.refresh', data: ids(given), sendsInputs: false })];
}

/** The head's own words, where there are any. */
export function textsOf(content: Pick<SoapContent, 'comment' | 'nextSteps'>) {
  return [
    { title: 'Commentary', paragraphs: paragraphs(content.comment) },
    { title: 'Next steps', paragraphs: paragraphs(content.nextSteps) },
  ].filter(({ paragraphs: lines }) => lines.length > 0);
}

/** What moved since last time, furthest first, as lines of a card. */
export function changeLines(content: SoapContent, last: SoapReturn | undefined, policy: SoapGiven['policy']) {
  const better = new Map(policy.soap.measures.map((measure) => [measure.key, measure.better]));
  const rows = [
    ...comparison(content, last, policy).map((one) => ({ ...one, row: one.year && yearName(one.year) })),
    ...groupChanges(content, last, policy).map((one) => ({ ...one, row: one.groupName })),
  ];
  const moved = rows
    .filter((one): one is (typeof rows)[number] & { change: number } => one.change !== undefined && one.change !== 0)
    .sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
  const lines = moved.slice(0, MOST_LINES).map(({ row, measure, name, from, to, change }) => ({
    mark: arrow(change),
    color: change > 0 === (better.get(measure) !== 'lower') ? 'Good' : 'Attention',
    says: inert(`${row ? `${row}, ` : ''}${name}: ${from} to ${to}`),
  }));
  return { lines, more: moved.length - lines.length };
}
