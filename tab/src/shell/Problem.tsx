import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SignInFailed } from '../m365/host.ts';
import { ApiProblem } from './api.ts';
import { Notice } from './Notice.tsx';

const useStyles = makeStyles({ code: { color: tokens.colorNeutralForeground2 } });

/** What went wrong, what to do, a code to quote, and a way to try again. */
export function Problem({ problem, again }: { problem: unknown; again?: () => void }) {
  const styles = useStyles();
  const { title, says, code } = wordsFor(problem);
  return (
    <Notice intent="error" title={`${title}.`} action={again && <Button onClick={again}>Try again</Button>}>
      {says} {code && <span className={styles.code}>Code: {code}</span>}
    </Notice>
  );
}

/** A problem in words: a title, what to do, and a code to quote. */
export function wordsFor(problem: unknown): { title: string; says: string; code?: string } {
  if (problem instanceof SignInFailed) {
    return { title: 'You could not be signed in', says: problem.advice, code: problem.code };
  }
  if (problem instanceof ApiProblem) {
    const says = problem.wouldChange ? `${problem.message} ${problem.wouldChange}` : problem.message;
    return { title: titleFor(problem.status), says, code: problem.code };
  }
  return {
    title: 'This could not be shown',
    says: 'Try again. If it stays like this, close the tab and open it again.',
    ...(problem instanceof Error ? { code: problem.message } : {}),
  };
}

function titleFor(status: number): string {
  if (status === 0) return 'No connection';
  if (status === 401 || status === 403) return 'Not open to you';
  if (status === 404) return 'Not found';
  if (status === 409) return 'Changed in the meantime';
  if (status === 422) return 'Something has to be mended first';
  return 'That did not work';
}
