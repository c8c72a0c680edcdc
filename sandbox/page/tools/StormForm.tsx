import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { endStorm, getStorm, type Storm, startStorm } from '../control/machine-api.ts';
import { readable } from './call-words.ts';
import { useRepeated } from './useRepeated.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  number: { width: '120px' },
  list: {
    margin: 0,
    paddingInlineStart: '20px',
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    maxHeight: '200px',
    overflowY: 'auto',
  },
  error: { color: tokens.colorPaletteRedForeground1 },
});

/** The newest hits shown; all of them would not be read. */
const SHOWN = 20;

/** Faults by chance: a share of all calls, the same ones for the same seed. */
export function StormForm() {
  const styles = useStyles();
  const storm = useRepeated('storm', getStorm);
  const [seed, setSeed] = useState('1');
  const [percent, setPercent] = useState('5');
  const [problem, setProblem] = useState<string>();

  async function doing(work: () => Promise<unknown>): Promise<void> {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    storm.reload();
  }

  function start(): void {
    const share = Number(percent) / 100;
    if (!/^-?\d+$/.test(seed)) setProblem('The seed is a whole number.');
    else if (percent.trim() === '' || !(share >= 0 && share <= 1)) setProblem('The share is 0 to 100 per cent.');
    else void doing(() => startStorm(Number(seed), share));
  }

  function content() {
    if (storm.data === undefined) {
      const missing = storm.error === undefined ? 'This sandbox has no storms of faults.' : storm.error.message;
      return <Text size={200}>{missing}</Text>;
    }
    if (storm.data !== null) return <On storm={storm.data} end={() => void doing(endStorm)} />;
    return (
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Field label="Seed">
          <Input className={styles.number} value={seed} onChange={(_, data) => setSeed(data.value)} />
        </Field>
        <Field label="Per cent of calls">
          <Input className={styles.number} value={percent} onChange={(_, data) => setPercent(data.value)} />
        </Field>
        <Button type="submit">Start the storm</Button>
      </form>
    );
  }

  return (
    <section className={styles.section} aria-label="Storm of faults">
      <Text as="h2" size={400} weight="semibold">
        Storm
      </Text>
      {content()}
      {problem === undefined ? null : (
        <Text role="alert" size={200} className={styles.error}>
          {problem}
        </Text>
      )}
    </section>
  );
}

function On({ storm, end }: { storm: Storm; end: () => void }) {
  const styles = useStyles();
  const hits = storm.hits ?? [];
  return (
    <>
      <Text>
        Seed {storm.seed}, {Math.round(storm.rate * 1000) / 10} per cent of calls: {hits.length} of {storm.calls ?? '–'}{' '}
        met a fault.
      </Text>
      <div>
        <Button onClick={end}>End the storm</Button>
      </div>
      {hits.length === 0 ? null : (
        <ol className={styles.list} aria-label="Calls hit by the storm, newest first" reversed>
          {hits
            .slice(-SHOWN)
            .reverse()
            .map((hit, index) => (
              <li key={hits.length - index} value={hits.length - index}>
                {hit.kind}: {hit.service} {hit.method} {readable(hit.path)}
              </li>
            ))}
        </ol>
      )}
    </>
  );
}
