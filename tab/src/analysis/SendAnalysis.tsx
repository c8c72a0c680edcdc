import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AnalysisView } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { useAnalysisChange } from './queries.ts';

const useStyles = makeStyles({
  section: { '@media print': { display: 'none' } },
  button: { justifySelf: 'start' },
  missing: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** Sends the analysis to those above once nothing is missing, or takes it back to change it. */
export function SendAnalysis({ view }: { view: AnalysisView }) {
  const styles = useStyles();
  const say = useSay();
  const change = useAnalysisChange(view);
  const [asking, ask] = useState(false);
  const { sent, missing, version } = view;
  const send = (sending: boolean) =>
    change.mutate(
      { method: 'PUT', path: 'sent', body: { sent: sending, ...(version === undefined ? {} : { version }) } },
      {
        onSuccess: () => say.done(sending ? 'Sent' : 'Taken back'),
        onError: (problem) => say.failed(problem),
        onSettled: () => ask(false),
      },
    );
  return (
    <Section
      className={styles.section}
      title={sent ? 'It is sent' : 'Send it'}
      about={
        sent
          ? 'Those who read the school in full see what you wrote, and the actions are chased until they are done.'
          : 'What you write is kept as a draft that only you see, until you send it.'
      }
    >
      {!sent && missing.length > 0 && (
        <ul className={styles.missing} aria-label="What is missing">
          {missing.map((says) => (
            <li key={says}>
              <Text>{says}</Text>
            </li>
          ))}
        </ul>
      )}
      {sent ? (
        <Button className={styles.button} onClick={() => ask(true)}>
          Take it back to change it
        </Button>
      ) : (
        <Button
          appearance="primary"
          className={styles.button}
          disabled={missing.length > 0 || change.isPending}
          onClick={() => send(true)}
        >
          Send the analysis
        </Button>
      )}
      {asking && (
        <Confirm
          title="Take the analysis back?"
          action="Take it back"
          busy={change.isPending}
          close={() => ask(false)}
          act={() => send(false)}
        >
          <Text>Others no longer see what you wrote, and its actions are not chased, until you send it again.</Text>
        </Confirm>
      )}
    </Section>
  );
}
