import { ProgressBar, Text } from '@fluentui/react-components';
import { useEffect } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { counted } from '../shell/figures.ts';
import { Problem } from '../shell/Problem.tsx';
import { useSay } from '../shell/toasts.tsx';
import { useImportJob } from './queries.ts';

/** How far the import is, and what came of it. */
export function ImportProgress({
  job,
  finished,
  again,
}: {
  job: string;
  /** The facts have changed: what is on other pages is to be read anew. */
  finished: () => void;
  again: () => void;
}) {
  const say = useSay();
  const { data, error } = useImportJob(job);
  const state = data?.state;
  useEffect(() => {
    if (state !== 'done') return;
    finished();
    say.done('The import is done');
    // Said once when the state turns; `finished` is new with every render.
  }, [state, say]);

  if (error) {
    const lost = new ApiProblem(
      404,
      'job-lost',
      'The service was restarted during the import. Run it again: what was done is not done twice.',
    );
    return <Problem problem={error instanceof ApiProblem && error.status === 404 ? lost : error} again={again} />;
  }
  if (data?.state === 'failed') {
    return (
      <Problem
        problem={new ApiProblem(500, 'import-failed', data.message ?? 'The import stopped. Run it again.')}
        again={again}
      />
    );
  }
  if (data?.state === 'done') {
    const { created = 0, updated = 0, results = 0 } = data.result ?? {};
    return (
      <Text role="status">
        Done: {counted(created, 'school')} created, {counted(updated, 'school')} changed, {counted(results, 'result')}{' '}
        kept.
      </Text>
    );
  }
  return (
    <>
      <ProgressBar
        thickness="large"
        aria-label="Import"
        {...(data && data.total > 1 ? { value: data.done / data.total } : {})}
      />
      <Text role="status">{data && data.total > 1 ? `${data.done} of ${data.total} rows written` : 'Starting…'}</Text>
    </>
  );
}
