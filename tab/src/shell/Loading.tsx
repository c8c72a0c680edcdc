import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalL, paddingTop: tokens.spacingVerticalM },
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 18rem), 1fr))',
  },
  shape: {
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { from: { opacity: 1 }, '50%': { opacity: 0.45 }, to: { opacity: 1 } },
    animationDuration: '2s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  title: { height: '2rem', width: '40%' },
  card: { height: '9rem' },
  body: { height: '18rem' },
});

/** Before Teams has answered: no more than the page itself shows before the code is there. */
export function Starting() {
  return (
    <p className="starting" role="status">
      Opening…
    </p>
  );
}

/** The shape of a view whose figures are on their way. */
export function LoadingView({ what }: { what: string }) {
  const styles = useStyles();
  return (
    <div role="status" aria-busy="true" aria-label={`Loading ${what}`} className={styles.stack}>
      <div className={mergeClasses(styles.shape, styles.title)} />
      <div className={styles.cards}>
        <div className={mergeClasses(styles.shape, styles.card)} />
        <div className={mergeClasses(styles.shape, styles.card)} />
      </div>
      <div className={mergeClasses(styles.shape, styles.body)} />
    </div>
  );
}
