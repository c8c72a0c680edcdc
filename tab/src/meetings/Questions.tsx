import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PlanView } from '@owls/policy';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { wallDayText, wallTimeText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { useQuestions } from './queries.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { display: 'grid', flexBasis: '16rem', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Answer = 'leave it out' | 'put it back';

/** Meetings whose event somebody deleted or cancelled in Outlook: nothing happens to them until somebody says what. */
export function Questions({ view }: { view: PlanView }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const { data, error, refetch } = useQuestions(view.year);
  const answer = useMutation({
    mutationFn: (given: { readonly key: string; readonly answer: Answer }) =>
      api.send('POST', `/api/plan/${view.year}/questions`, given),
    onSuccess: (_, given) => {
      const back = given.answer === 'put it back';
      say.done(
        back ? 'It is being put back' : 'It is left out',
        back ? 'Everybody invited gets an invitation again.' : 'It stays in the plan as cancelled.',
      );
    },
    onError: (problem) => say.failed(problem),
    // Somebody may have answered on the card in chat meanwhile: then the list is no longer what stands there.
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['questions', view.year] });
      queries.invalidateQueries({ queryKey: ['plan', view.year] });
    },
  });
  if (error) return <Problem problem={error} again={() => refetch()} />;
  const questions = data?.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <Section
      title="Gone from Outlook"
      about={`Somebody deleted or cancelled ${counted(questions.length, 'meeting')} in Outlook. Is it off, or was it a slip?`}
    >
      <ul className={styles.list}>
        {questions.map(({ key, title, start, end }) => (
          <li key={key} className={styles.row}>
            <div className={styles.words}>
              <Text weight="semibold">{title}</Text>
              <Text size={200} className={styles.quiet}>
                {wallDayText(start)}, {wallTimeText(start)} to {wallTimeText(end)}
              </Text>
            </div>
            <div className={styles.buttons}>
              <Button
                disabled={answer.isPending}
                aria-label={`Leave it out: ${title}`}
                onClick={() => answer.mutate({ key, answer: 'leave it out' })}
              >
                Leave it out
              </Button>
              <Button
                appearance="primary"
                disabled={answer.isPending}
                aria-label={`Put it back: ${title}`}
                onClick={() => answer.mutate({ key, answer: 'put it back' })}
              >
                Put it back
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
