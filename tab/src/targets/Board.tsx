import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { BoardTargetsView } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { instantText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Notice } from '../shell/Notice.tsx';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { WriteText } from '../shell/WriteText.tsx';
import { BoardQuestions } from './BoardQuestions.tsx';
import { useBoardStep } from './queries.ts';
import { TrustTable } from './TrustTable.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  stack: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink, width: 'fit-content' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXS },
});

/** The trust's targets, and how far the board's approval of them is. */
export function Board({ board, year, name }: { board: BoardTargetsView; year: string; name: string }) {
  const styles = useStyles();
  const say = useSay();
  const step = useBoardStep(year);
  const [asked, setAsked] = useState<'put' | 'approve' | 'take back' | 'ask'>();
  const [last, ...earlier] = board.puts;
  const shown = last && !board.changed ? last.targets : board.now;
  const made = board.now.some(({ figures }) => figures);
  const gaps = new Set(board.now.flatMap((one) => one.gaps)).size;

  const done = async (taken: Parameters<typeof step.mutateAsync>[0], title: string) => {
    try {
      await step.mutateAsync(taken);
    } catch {
      // `useBoardStep` has said what is wrong; what was typed stays.
      return false;
    }
    say.done(title);
    setAsked(undefined);
    return true;
  };

  return (
    <Section
      title="The trust's targets"
      about={`The schools' signed-off targets, weighted by their pupils. ${counted(board.quorum, 'member')} of the board ${board.quorum === 1 ? 'has' : 'have'} to approve them.`}
      aside={last && <Badge {...looksOf(last.approved)}>{last.approved ? 'Approved' : 'With the board'}</Badge>}
    >
      {made ? (
        <div className={styles.stack}>
          {last && <Answers put={last} waiting={board.waiting} />}
          {board.changed && (
            <Notice intent="info" title="Schools have moved on.">
              Their signed-off targets make other figures now than the board was given.
            </Notice>
          )}
          <div className={styles.row}>
            {board.may.put && (!last || board.changed) && (
              <Button appearance="primary" onClick={() => setAsked('put')}>
                {last ? 'Send the new targets to the board' : 'Send to the board'}
              </Button>
            )}
            {board.may.approve && (
              <Button appearance="primary" onClick={() => setAsked('approve')}>
                Approve
              </Button>
            )}
            {board.may.takeBack && <Button onClick={() => setAsked('take back')}>Take my approval back</Button>}
            {board.may.ask && <Button onClick={() => setAsked('ask')}>Ask a question</Button>}
          </div>
          {last && (
            <BoardQuestions
              questions={last.questions}
              mayAnswer={board.may.answer}
              busy={step.isPending}
              kept={`targets/${year}/reply`}
              answer={(question, says) => done({ what: 'reply', put: last.number, question, says }, 'Answered')}
            />
          )}
          <TrustTable targets={shown} />
          {gaps > 0 && (
            <Text size={200}>
              * Not all schools count yet: their targets are not signed off, or their roll is missing.
            </Text>
          )}
          {earlier.length > 0 && (
            <details>
              <summary className={styles.summary}>Put to the board before ({earlier.length})</summary>
              <ul className={styles.list}>
                {earlier.map((put) => (
                  <li key={put.number}>
                    {instantText(put.at)}, by {put.by}: {put.says} {put.approvals.map(({ by }) => by).join(', ')}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ) : (
        <Empty title="No school's targets are signed off yet.">
          The trust's targets follow from the schools'. As soon as the first is signed off, they stand here.
        </Empty>
      )}
      {asked === 'put' && (
        <Confirm
          title="Send the trust's targets to the board?"
          action="Send"
          busy={step.isPending}
          close={() => setAsked(undefined)}
          act={() => done({ what: 'put', before: board.puts.length }, 'The board is asked to approve')}
        >
          <Text>
            Each member of the board gets a card with the figures as they are now.{' '}
            {gaps > 0 && `${counted(gaps, 'gap')} will be named. `}In the name of {name}.
          </Text>
        </Confirm>
      )}
      {asked === 'approve' && last && (
        <Confirm
          title={`Approve the trust's targets for ${year}?`}
          action="Approve"
          busy={step.isPending}
          close={() => setAsked(undefined)}
          act={() => done({ what: 'answer', put: last.number, answer: 'approves' }, 'Approved')}
        >
          <Text>
            In the name of {name}. {board.approvalStays}
          </Text>
        </Confirm>
      )}
      {asked === 'take back' && last && (
        <Confirm
          title="Take your approval back?"
          action="Take it back"
          busy={step.isPending}
          close={() => setAsked(undefined)}
          act={() => done({ what: 'answer', put: last.number, answer: 'takes back' }, 'Your approval is taken back')}
        >
          <Text>
            Your approval of the trust’s targets for {year} no longer counts. You can approve again. The history keeps
            both.
          </Text>
        </Confirm>
      )}
      {asked === 'ask' && last && (
        <WriteText
          title="Ask about the trust's targets"
          label="Your question"
          hint="The CEO is told of it and answers here; you are told when they have."
          action="Ask"
          kept={`targets/${year}/question`}
          busy={step.isPending}
          close={() => setAsked(undefined)}
          write={(says) => done({ what: 'answer', put: last.number, answer: 'asks', says }, 'Asked')}
        />
      )}
    </Section>
  );
}

function Answers({ put, waiting }: { put: BoardTargetsView['puts'][number]; waiting: readonly string[] }) {
  const approved = put.approvals.map(({ by }) => by);
  return (
    <Text role="status">
      Put to the board by {put.by} on {instantText(put.at)}. {put.says}
      {approved.length > 0 && ` Approved by ${approved.join(', ')}.`}
      {!put.approved && waiting.length > 0 && ` Not approved by ${waiting.join(', ')}.`}
      {put.takenBack.map(({ by, approvedAt, at }) => (
        <Text key={`${by} ${at}`} block size={200}>
          {by} approved on {instantText(approvedAt)} and took it back on {instantText(at)}.
        </Text>
      ))}
    </Text>
  );
}

function looksOf(approved: boolean) {
  return approved
    ? ({ appearance: 'tint', color: 'success' } as const)
    : ({ appearance: 'tint', color: 'brand' } as const);
}
