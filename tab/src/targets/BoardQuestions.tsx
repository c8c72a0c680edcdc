import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { BoardTargetsView } from '@owls/policy';
import { useState } from 'react';
import { instantText } from '../shell/dates.ts';
import { WriteText } from '../shell/WriteText.tsx';

type Questions = BoardTargetsView['puts'][number]['questions'];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  question: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorBrandStroke2}`,
    overflowWrap: 'anywhere',
  },
  words: { whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block' },
});

/** What members of the board asked, and what they were answered. */
export function BoardQuestions({
  questions,
  mayAnswer,
  busy,
  kept,
  answer,
}: {
  questions: Questions;
  mayAnswer: boolean;
  busy: boolean;
  kept: string;
  answer: (question: number, says: string) => Promise<boolean>;
}) {
  const styles = useStyles();
  const [answering, setAnswering] = useState<number>();
  if (questions.length === 0) return null;
  const asked = answering === undefined ? undefined : questions[answering];
  return (
    <>
      <ul className={styles.list} aria-label="Questions of the board">
        {questions.map((question, place) => (
          <li key={`${question.at} ${question.by}`} className={styles.question}>
            <Told said={question} />
            {question.answer && <Told said={question.answer} />}
            {mayAnswer && !question.answer && (
              <Button size="small" aria-label={`Answer ${question.by}`} onClick={() => setAnswering(place)}>
                Answer
              </Button>
            )}
          </li>
        ))}
      </ul>
      {answering !== undefined && asked && !asked.answer && (
        <WriteText
          title={`Answer ${asked.by}`}
          label={asked.says}
          action="Answer"
          kept={`${kept}/${answering}`}
          busy={busy}
          close={() => setAnswering(undefined)}
          write={(says) => answer(answering, says)}
        />
      )}
    </>
  );
}

function Told({ said: { by, at, says } }: { said: Omit<Questions[number], 'answer'> }) {
  const styles = useStyles();
  return (
    <div>
      <Text className={styles.words}>{says}</Text>
      <Text size={200} className={styles.quiet}>
        {by}, {instantText(at)}
      </Text>
    </div>
  );
}
