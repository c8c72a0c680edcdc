import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../shell/api-context.tsx';
import { Confirm } from '../shell/Confirm.tsx';
import { counted } from '../shell/figures.ts';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import type { progressOf } from './year-plan.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  words: { display: 'grid', gap: tokens.spacingVerticalS, flexGrow: 1, flexBasis: '16rem' },
});

/** Puts the planned meetings into everybody's calendars, once, and shows how far that has got. */
export function PutIntoCalendars({ year, progress }: { year: string; progress: ReturnType<typeof progressOf> }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const { planned, agreed, inCalendars, total } = progress;
  const put = useMutation({
    mutationFn: () => api.send<{ readonly added: number }>('POST', `/api/meetings/${year}/put-into-calendars`),
    onSuccess: ({ added }) => {
      if (added === 0) say.done('Nothing new', 'Every planned meeting is in calendars already, or on its way.');
      else
        say.done(
          `${counted(added, 'meeting')} on the way into calendars`,
          'Everybody invited gets one invitation each.',
        );
      queries.invalidateQueries({ queryKey: ['meetings', year] });
    },
    onError: (problem) => say.failed(problem, () => setAsking(true)),
    onSettled: () => setAsking(false),
  });
  const on = inCalendars + agreed;
  return (
    <Section title="Calendars">
      <div className={styles.row}>
        <div className={styles.words}>
          <Text role="status">
            {agreed > 0
              ? `${inCalendars} of ${on} meetings are in calendars; the rest are on their way.`
              : `${inCalendars} of ${total} meetings are in calendars.`}
          </Text>
          <ProgressBar
            value={total === 0 ? 0 : inCalendars / total}
            thickness="large"
            aria-label="Meetings in calendars"
            {...(agreed > 0 ? {} : { color: 'success' as const })}
          />
        </div>
        <Button appearance="primary" disabled={put.isPending || total === 0} onClick={() => setAsking(true)}>
          Put into calendars
        </Button>
      </div>
      {asking && (
        <Confirm
          title={planned === 0 ? 'Look for new meetings?' : `Put ${counted(planned, 'meeting')} into calendars?`}
          action="Put into calendars"
          busy={put.isPending}
          close={() => setAsking(false)}
          act={() => put.mutate()}
        >
          {planned === 0
            ? 'All planned meetings are in calendars already. Doing it again adds nothing and sends nothing.'
            : 'Everybody who attends gets one invitation for each, with an online meeting, the place and a reminder. What is in calendars already stays as it is.'}
        </Confirm>
      )}
    </Section>
  );
}
