import { Button, makeStyles, ProgressBar, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import type { AheadView, CalendarJob, MeView, PlanView, TimesAhead } from '@owls/policy';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { Confirm } from '../shell/Confirm.tsx';
import { counted } from '../shell/figures.ts';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { AheadList } from './AheadList.tsx';
import { JobReport } from './JobReport.tsx';
import { useAhead, useJobs, useNames } from './queries.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  button: { justifySelf: 'start' },
});

/** Shows what calendars would change, does exactly that on a yes, and reports how it went. */
export function PutIntoCalendars({ view, me }: { view: PlanView; me: MeView }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const [times, setTimes] = useState<TimesAhead>('keep');
  const [asking, setAsking] = useState(false);
  const nameOf = useNames(me.may['people.read'] === true);
  const ahead = useAhead(view.year, times);
  const jobs = useJobs(view.year);
  const job = jobs.data?.jobs.at(-1);
  const running = job?.state === 'running';
  const inCalendars = view.meetings.some(({ state }) => state === 'in calendars');

  // What has been done is no longer ahead, and the plan shows it as standing in calendars.
  const ran = useRef(false);
  useEffect(() => {
    if (ran.current && !running) queries.invalidateQueries({ queryKey: ['plan', view.year] });
    ran.current = running;
  }, [running, queries, view.year]);

  const put = useMutation({
    mutationFn: ({ fingerprint }: AheadView) =>
      api.send<{ readonly job: CalendarJob }>('POST', `/api/plan/${view.year}/put-into-calendars`, {
        fingerprint,
        times,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['calendars', view.year] }),
    onError: (problem) => {
      say.failed(problem);
      // Somebody else was quicker, or the plan has changed: show how it stands now.
      if (problem instanceof ApiProblem && problem.status === 409) {
        queries.invalidateQueries({ queryKey: ['plan', view.year] });
        queries.invalidateQueries({ queryKey: ['calendars', view.year] });
      }
    },
    onSettled: () => setAsking(false),
  });

  return (
    <Section
      title="Put into calendars"
      about="Everybody invited gets an event with the online meeting, the place, a reminder and the agenda. What is past stays as it is."
    >
      <div className={styles.stack}>
        {jobs.error && <Problem problem={jobs.error} again={() => jobs.refetch()} />}
        {job && <JobReport job={job} view={view} by={nameOf(job.by)} />}
        {!running && inCalendars && (
          <RadioGroup
            aria-label="Times of meetings that stand in calendars already"
            value={times}
            onChange={(_, { value }) => setTimes(value === 'plan' ? 'plan' : 'keep')}
          >
            <Radio
              value="keep"
              label="Leave what stands in calendars where it is, as long as its day is a school day"
            />
            <Radio value="plan" label="Set everything ahead as policy and people of today would" />
          </RadioGroup>
        )}
        {!running && ahead.isPending && (
          <div role="status">
            <Text>Comparing the plan with calendars…</Text>
            <ProgressBar aria-label="Comparing the plan with calendars" />
          </div>
        )}
        {!running && ahead.error && <Problem problem={ahead.error} again={() => ahead.refetch()} />}
        {!running && ahead.data && (
          <>
            <AheadList ahead={ahead.data} nameOf={nameOf} />
            {ahead.data.total > 0 && (
              <Button
                appearance="primary"
                className={styles.button}
                disabled={put.isPending}
                onClick={() => setAsking(true)}
              >
                Put into calendars
              </Button>
            )}
            {asking && (
              <Confirm
                title={`Change ${counted(ahead.data.total, 'meeting')} in calendars?`}
                action="Put into calendars"
                busy={put.isPending}
                close={() => setAsking(false)}
                act={() => put.mutate(ahead.data)}
              >
                {confirmText(ahead.data)}
              </Confirm>
            )}
          </>
        )}
      </div>
    </Section>
  );
}

function confirmText({ add, change, takeOut }: AheadView): string {
  const parts = [
    ...(add.length > 0 ? [`${counted(add.length, 'new meeting')} with an invitation to everybody`] : []),
    ...(change.length > 0 ? [`${counted(change.length, 'change')} that people are told of`] : []),
    ...(takeOut.length > 0 ? [`${counted(takeOut.length, 'meeting')} taken out, with a cancellation`] : []),
  ];
  return `${parts.join('; ')}. If it is interrupted it goes on by itself, and nothing is sent twice.`;
}
