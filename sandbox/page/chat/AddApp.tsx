import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TeamsApp } from '../control/answers.ts';
import { install } from '../control/control-api.ts';
import { usePersona } from '../people/persona.tsx';

const useStyles = makeStyles({ error: { color: tokens.colorPaletteRedForeground1 } });

/** Adds an app for the persona; the bot hears of it and may say hello. The new chat is then told of as an event. */
export function AddApp({ app }: { app: TeamsApp }) {
  const styles = useStyles();
  const persona = usePersona();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function add(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await install(app.botId, persona.id);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <>
      <Button appearance="primary" disabled={busy} onClick={() => void add()}>
        Add {app.manifest.name.short}
      </Button>
      {problem === undefined ? null : (
        <Text role="alert" block className={styles.error}>
          {problem}
        </Text>
      )}
    </>
  );
}
