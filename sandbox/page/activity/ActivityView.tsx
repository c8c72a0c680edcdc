import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Alert24Regular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useClock } from '../clock/useClock.tsx';
import { whenInChat } from '../clock/words.ts';
import { AppAvatar } from '../shell/AppAvatar.tsx';
import { EmptyState } from '../shell/Notice.tsx';
import type { Go } from '../shell/usePlace.ts';
import type { Activity } from './activity.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  inner: { width: '100%', maxWidth: '760px', margin: '0 auto', boxSizing: 'border-box' },
  title: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  list: { margin: 0, padding: `0 ${tokens.spacingHorizontalS}`, listStyleType: 'none' },
  entry: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  fresh: { fontWeight: tokens.fontWeightSemibold },
  soft: { opacity: 0.85 },
  when: { flexShrink: 0, opacity: 0.85 },
  dot: {
    width: '8px',
    height: '8px',
    flexShrink: 0,
    marginTop: '6px',
    borderRadius: '4px',
    backgroundColor: tokens.colorBrandBackground,
  },
  seenDot: { visibility: 'hidden' },
});

/** What happened that concerns the persona. `readUpTo` is the stamp up to which it was seen before; `see` notes that it is now. */
export function ActivityView({
  feed,
  readUpTo,
  see,
  go,
}: {
  feed: readonly Activity[];
  readUpTo: string;
  see: () => void;
  go: Go;
}) {
  const styles = useStyles();
  const { now, zone } = useClock();
  // Seen once one leaves: while one looks, what is new stays marked as new.
  useEffect(() => see, [see]);
  if (feed.length === 0) {
    return (
      <EmptyState icon={<Alert24Regular />} title="Nothing has happened yet">
        Messages, posts and mentions of apps appear here.
      </EmptyState>
    );
  }
  return (
    <section className={styles.view} aria-label="Activity">
      <div className={styles.inner}>
        <Text as="h2" size={500} weight="bold" block className={styles.title}>
          Activity
        </Text>
        <ol className={styles.list} aria-label="What happened">
          {feed.map((each) => {
            const isNew = each.at > readUpTo;
            return (
              <li key={each.id}>
                <button type="button" className={styles.entry} onClick={() => go(each.to)}>
                  <span className={mergeClasses(styles.dot, !isNew && styles.seenDot)} aria-hidden />
                  <AppAvatar botId={each.fromId} name={each.title} size={32} />
                  <span className={styles.words}>
                    <Text className={mergeClasses(isNew && styles.fresh)}>
                      {each.title}
                      {isNew ? <VisuallyHidden> (new)</VisuallyHidden> : null}
                    </Text>
                    <Text size={200} className={styles.soft}>
                      {each.text}
                    </Text>
                  </span>
                  <Text size={200} className={styles.when}>
                    {each.at === '' ? '' : whenInChat(Temporal.Instant.from(each.at), now, zone)}
                  </Text>
                </button>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

const HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

function VisuallyHidden({ children }: { children: string }) {
  return <span style={HIDDEN}>{children}</span>;
}
