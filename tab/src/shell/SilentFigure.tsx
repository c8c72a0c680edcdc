import { makeStyles, tokens } from '@fluentui/react-components';
import { UNSEEN } from './unseen.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 }, unseen: UNSEEN });

/** In place of a figure: that none was given, or that it is hidden because it would tell of few pupils. */
export function SilentFigure({ hidden, why = 'too few pupils' }: { hidden: boolean; why?: string }) {
  const styles = useStyles();
  return (
    <>
      <span aria-hidden="true" className={styles.quiet}>
        {hidden ? '•••' : '–'}
      </span>
      <span className={styles.unseen}>{hidden ? `hidden, ${why}` : 'no figure given'}</span>
    </>
  );
}
