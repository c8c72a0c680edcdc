import { makeStyles, Skeleton, SkeletonItem, Spinner, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  centre: { display: 'grid', placeContent: 'center', minHeight: '60vh' },
  stack: { display: 'grid', gap: tokens.spacingVerticalL, paddingTop: tokens.spacingVerticalM },
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 18rem), 1fr))',
  },
});

/** Before Teams has answered. */
export function Starting() {
  return (
    <div className={useStyles().centre}>
      <Spinner label="Opening…" labelPosition="below" />
    </div>
  );
}

/** The shape of a view whose figures are on their way. */
export function LoadingView({ what }: { what: string }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={`Loading ${what}`} className={styles.stack}>
      <SkeletonItem size={32} style={{ width: '40%' }} />
      <div className={styles.cards}>
        <SkeletonItem style={{ height: '9rem' }} />
        <SkeletonItem style={{ height: '9rem' }} />
      </div>
      <SkeletonItem style={{ height: '18rem' }} />
    </Skeleton>
  );
}
