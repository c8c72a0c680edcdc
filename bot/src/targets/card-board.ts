import { type BoardTargetsView, type Person, targetsView, YEAR_GROUPS, yearName } from '@owls/policy';
import { button, type Element } from '../chat/card.ts';
import { inert } from '../chat/inert.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { day } from '../chat/moments.ts';
import { meetingMessage, plainButton, textInput } from '../gatherings/card-parts.ts';
import type { World } from '../world.ts';

const PER_LINE = 3;

/** What is asked once more before it is done. */
export const BOARD_ASKINGS = ['approve', 'put', 'takeBack'] as const;
type BoardAsking = (typeof BOARD_ASKINGS)[number];

export interface BoardCardGiven {
  readonly year: string;
  readonly delivery?: string | undefined;
  readonly board: BoardTargetsView;
  readonly person: Person;
  readonly policy: World['policy'];
}

export function boardCardFor(
  world: World,
  person: Person,
  { year, delivery }: Pick<BoardCardGiven, 'year' | 'delivery'>,
): BoardCardGiven | undefined {
  const board = targetsView(world.policy, world.facts(), person, world.now(), year)?.board;
  return board && { year, delivery, board, person, policy: world.policy };
}

/** The trust's targets at a glance for whoever has to do with the board: approving, asking, answering, sending. */
export function boardCard(given: BoardCardGiven, notices: readonly Element[] = [], asking?: BoardAsking): CardMessage {
  const { board, year, delivery, policy, person } = given;
  const put = board.puts[0];
  const data = { year, put: put?.number ?? 0, ...(delivery === undefined ? {} : { delivery }) };
  const mine = put?.approvals.find(({ by }) => by === person.name);
  const open = put?.questions.flatMap((question, place) => (question.answer ? [] : [{ ...question, place }])) ?? [];
  const [waits] = board.may.answer ? open : [];
  const sends = board.may.put && (put === undefined || board.changed);
  const approves = board.may.approve && !put?.approved;
  const title = `The trust's targets for ${year}`;
  return meetingMessage({
    summary: put?.approved
      ? `${title} are approved.`
      : `${title}: ${approves ? 'the board is asked to approve.' : 'as they stand.'}`,
    masthead: { kicker: `Board · ${inert(policy.trust.shortName)}`, title, status: statusOf(put, mine !== undefined) },
    notices,
    facts: [
      ...(put
        ? [{ title: 'Put to the board', value: `${day(policy, put.at)}, by ${inert(put.by)}. ${put.says}` }]
        : []),
      ...(put && put.approvals.length > 0
        ? [{ title: 'Approved by', value: put.approvals.map(({ by }) => inert(by)).join(', ') }]
        : []),
      ...(put && put.takenBack.length > 0
        ? [
            {
              title: 'Taken back',
              value: put.takenBack.map(({ by, at }) => `${inert(by)}, ${day(policy, at)}`).join('; '),
            },
          ]
        : []),
      ...(asking ? [{ title: 'Sure?', value: sureOf(given, asking) }] : []),
    ],
    sections: [
      ...yearsOf(sends ? board.now : (put?.targets ?? board.now)),
      ...(put && put.questions.length > 0
        ? [
            {
              title: 'Questions',
              points: put.questions.flatMap(({ by, says, answer }) => [
                `${by}: ${says}`,
                ...(answer ? [`${answer.by}: ${answer.says}`] : []),
              ]),
            },
          ]
        : []),
    ],
    inputs: waits
      ? [textInput({ id: 'says', label: `Your answer to ${inert(waits.by)}`, lines: true })]
      : approves && asking === undefined
        ? [textInput({ id: 'says', label: 'A question, if you have one', lines: true })]
        : [],
    look: { verb: 'board.look', data },
    actions: asking
      ? [
          button({
            ...{ title: YES[asking], verb: `board.${asking}`, data, sendsInputs: false },
            style: asking === 'takeBack' ? 'destructive' : 'positive',
          }),
          plainButton(asking === 'takeBack' ? 'Leave it' : 'Not yet', 'board.look', data),
        ]
      : [
          ...(waits
            ? [
                button({
                  title: 'Send the answer',
                  verb: 'board.reply',
                  data: { ...data, question: waits.place },
                  style: 'positive',
                }),
              ]
            : []),
          ...(sends ? [plainButton('Send to the board', 'board.sure', { ...data, asking: 'put' })] : []),
          ...(approves
            ? [
                button({
                  ...{ title: 'Approve', verb: 'board.sure', data: { ...data, asking: 'approve' } },
                  ...{ style: 'positive', sendsInputs: false },
                }),
                button({ title: 'Ask', verb: 'board.ask', data }),
              ]
            : []),
          ...(board.may.takeBack
            ? [plainButton('Take my approval back', 'board.sure', { ...data, asking: 'takeBack' })]
            : []),
        ],
  });
}

const YES: Readonly<Record<BoardAsking, string>> = {
  approve: 'Yes, approve',
  put: 'Yes, send',
  takeBack: 'Yes, take it back',
};

function sureOf({ board, person }: BoardCardGiven, asking: BoardAsking): string {
  if (asking === 'put') return 'Each member of the board gets a card with these figures.';
  return asking === 'approve'
    ? `Approve in the name of ${inert(person.name)}. ${board.approvalStays}`
    : 'Your approval no longer counts. You can approve again. The history keeps both.';
}

function statusOf(put: BoardTargetsView['puts'][number] | undefined, mine: boolean) {
  if (put?.approved) return { says: '✓ Approved', style: 'good' } as const;
  if (mine) return { says: '✓ You approved', style: 'good' } as const;
  return put
    ? ({ says: 'With the board', style: 'accent' } as const)
    : ({ says: 'Not sent', style: 'accent' } as const);
}

/** A year group a section, its measures with minimum and aim, a few to a line; an asterisk where schools are missing. */
function yearsOf(targets: BoardTargetsView['now']) {
  const known = targets.filter(({ figures }) => figures);
  return [...YEAR_GROUPS, undefined].flatMap((year) => {
    const mine = known
      .filter(({ yearGroup }) => yearGroup === year)
      .map(({ measureName, figures, gaps }) => {
        const [low, high] = [Math.round(figures?.minimum ?? 0), Math.round(figures?.aspirational ?? 0)];
        return `${measureName} ${low} to ${high}${gaps.length > 0 ? ' (not all schools)' : ''}`;
      });
    const points = [];
    for (let from = 0; from < mine.length; from += PER_LINE) points.push(mine.slice(from, from + PER_LINE).join(', '));
    return points.length === 0 ? [] : [{ title: year ? yearName(year) : 'Whole schools', points }];
  });
}
