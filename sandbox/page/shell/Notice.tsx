import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    flexGrow: 1,
    minHeight: '160px',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
  },
  words: { maxWidth: '420px' },
  picture: { fontSize: '40px', color: tokens.colorBrandForeground1, lineHeight: 1 },
});

/** Says that there is nothing here yet, and what brings something here. */
export function EmptyState({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.notice}>
      {icon === undefined ? null : (
        <span className={styles.picture} aria-hidden>
          {icon}
        </span>
      )}
      <Text size={400} weight="semibold">
        {title}
      </Text>
      <div className={styles.words}>{children}</div>
    </div>
  );
}

/** Says what went wrong in its own words and offers to try again. */
export function ErrorState({ error, retry }: { error: Error; retry: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.notice} role="alert">
      <Text size={400} weight="semibold">
        This could not be loaded
      </Text>
      <div className={styles.words}>{error.message}</div>
      <Button onClick={retry}>Try again</Button>
    </div>
  );
}

/** Holds the place of something on its way. */
export function Loading({ what }: { what: string }) {
  const styles = useStyles();
  return (
    <div className={styles.notice}>
      <Spinner label={`Loading ${what}…`} />
    </div>
  );
}
