import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { CollectionView } from '@owls/policy';
import { useState } from 'react';
import { halfTermText, instantText, nearText } from '../shell/dates.ts';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { WriteText } from '../shell/WriteText.tsx';
import { useStep } from './queries.ts';
import { stageOf } from './stages.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalS },
  words: { overflowWrap: 'anywhere' },
});

/** How far the collection is, whether returns are taken, and closing or opening it again. */
export function RoundState({ view }: { view: CollectionView }) {
  const styles = useStyles();
  const say = useSay();
  const step = useStep(view.halfTerm.id);
  const [asking, setAsking] = useState(false);
  const { schools, open, word } = view;
  const confirmed = schools.filter((school) => stageOf(school) === 'confirmed').length;
  const returned = schools.filter(({ accuracy }) => accuracy !== undefined).length;
  const started = Date.parse(view.asOf) >= Date.parse(view.opens);
  const label = halfTermText(view.halfTerm.id);
  const write = async (note: string) => {
    if (!(await step.take({ step: open ? 'close' : 'reopen', note }))) return false;
    setAsking(false);
    say.done(open ? `${label} is closed` : `${label} is open again`);
    return true;
  };
  return (
    <Section
      title={open ? 'Returns are taken' : started ? 'The round is closed' : 'Not open yet'}
      aside={
        view.may.close &&
        started && <Button onClick={() => setAsking(true)}>{open ? 'Close the round' : 'Open it again'}</Button>
      }
    >
      <div className={styles.stack}>
        <Text role="status">
          {returned} of {schools.length} returned, {confirmed} confirmed. {windowText(view, started)}
        </Text>
        <ProgressBar
          value={schools.length === 0 ? 0 : returned / schools.length}
          thickness="large"
          aria-label="Returned"
          {...(returned === schools.length && returned > 0 ? { color: 'success' as const } : {})}
        />
        {word && (
          <Text className={styles.words}>
            {word.step === 'close' ? 'Closed' : 'Opened again'} by {word.by}, {instantText(word.at)}: {word.note}
          </Text>
        )}
      </div>
      {asking && (
        <WriteText
          title={open ? `Close ${label}?` : `Open ${label} again?`}
          action={open ? 'Close the round' : 'Open it again'}
          label="Why?"
          hint={
            open
              ? 'No return is taken any more and nobody is reminded. Figures that were sent back can still be mended.'
              : 'Returns are taken until you close it. Nobody is reminded by the calendar after its time: nudge those you wait for.'
          }
          kept={`collection/${view.halfTerm.id}`}
          most={1000}
          busy={step.busy}
          close={() => setAsking(false)}
          write={write}
        />
      )}
    </Section>
  );
}

function windowText({ opens, due, closes, asOf }: CollectionView, started: boolean): string {
  if (!started) return `Opens ${nearText(opens)}.`;
  const late = Date.parse(asOf) > Date.parse(due);
  return `${late ? 'Was due' : 'Due'} ${nearText(due)}; by the calendar it closes ${nearText(closes)}.`;
}
