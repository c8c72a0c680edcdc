import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { getLimits, setLimits } from '../control/machine-api.ts';
import { useRepeated } from './useRepeated.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  error: { color: tokens.colorPaletteRedForeground1 },
});

/** Microsoft's limits as this sandbox holds them, and what was refused because of them. */
export function LimitsForm() {
  const styles = useStyles();
  const limits = useRepeated('limits', getLimits);
  const [problem, setProblem] = useState<string>();

  function content() {
    if (limits.data === undefined) {
      const missing = limits.error === undefined ? 'This sandbox holds no limits.' : limits.error.message;
      return <Text size={200}>{missing}</Text>;
    }
    const { on, ...settings } = limits.data;
    return (
      <>
        <Switch
          label={on ? 'Held' : 'Not held'}
          checked={on}
          onChange={(_, data) => {
            setProblem(undefined);
            setLimits(data.checked).then(limits.reload, (error: unknown) => {
              setProblem(error instanceof Error ? error.message : String(error));
            });
          }}
        />
        <dl className={styles.facts}>
          {facts(settings).map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      </>
    );
  }

  return (
    <section className={styles.section} aria-label="Limits">
      <Text as="h2" size={400} weight="semibold">
        Limits
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

function Fact({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

/** The settings by name, those within one another as `refused: graph`; an empty one is said to be none. */
export function facts(settings: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  return Object.entries(settings).flatMap(([name, value]): (readonly [string, string])[] => {
    if (typeof value !== 'object' || value === null) return [[spaced(name), String(value)]];
    const inner = Object.entries(value);
    if (inner.length === 0) return [[spaced(name), 'none']];
    return inner.map(([key, one]) => [
      `${spaced(name)}: ${key}`,
      typeof one === 'object' ? JSON.stringify(one) : String(one),
    ]);
  });
}

/** `requestsPerSecond` as "Requests per second". */
function spaced(name: string): string {
  const words = name.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
