import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TeamsApp } from '../control/answers.ts';
import { install, uninstall } from '../control/control-api.ts';
import { usePersona } from '../people/persona.tsx';

const useStyles = makeStyles({
  about: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    width: '100%',
    maxWidth: '680px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXL,
    overflowY: 'auto',
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  soft: { color: tokens.colorNeutralForeground3 },
  error: { color: tokens.colorPaletteRedForeground1 },
});

/** What the app says of itself, and adding it to or removing it from the persona's Teams. */
export function AboutApp({ app, installed, changed }: { app: TeamsApp; installed: boolean; changed: () => void }) {
  const styles = useStyles();
  const persona = usePersona();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { name, description, developer, version } = app.manifest;

  async function change(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await (installed ? uninstall(app.botId, persona.id) : install(app.botId, persona.id));
      changed();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <div className={styles.about}>
      <Text as="h2" size={600} weight="semibold">
        {name.full ?? name.short}
      </Text>
      <Text className={styles.soft}>
        {[developer?.name, version === undefined ? undefined : `Version ${version}`].filter(Boolean).join(' · ')}
      </Text>
      <Text className={styles.text}>{description?.full ?? description?.short ?? ''}</Text>
      <div className={styles.links}>
        {[
          ['Website', developer?.websiteUrl],
          ['Privacy', developer?.privacyUrl],
          ['Terms of use', developer?.termsOfUseUrl],
        ].map(([label, href]) =>
          href === undefined ? null : (
            <Link key={label} href={href} target="_blank" rel="noreferrer">
              {label}
            </Link>
          ),
        )}
      </div>
      <Button disabled={busy} appearance={installed ? 'secondary' : 'primary'} onClick={() => void change()}>
        {installed ? `Remove for ${persona.displayName}` : `Add for ${persona.displayName}`}
      </Button>
      {problem === undefined ? null : (
        <Text role="alert" className={styles.error}>
          {problem}
        </Text>
      )}
    </div>
  );
}
