import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { betterBy, type Measure, type StandingTarget } from '@owls/policy';
import { readFigure } from '../shell/figures.ts';
import { UNSEEN } from '../shell/unseen.ts';

const useStyles = makeStyles({
  line: { display: 'block', color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  below: { color: tokens.colorStatusDangerForeground3 },
  unseen: UNSEEN,
  place: { position: 'relative' },
});

const REACHED = {
  target: { mark: '★', says: 'reaches the target' },
  minimum: { mark: '✓', says: 'reaches the minimum' },
  below: { mark: '▼', says: 'does not reach the minimum' },
} as const;

/** A field's target for the year, and whether what is typed reaches it: as one types (M23). */
export function BesideTarget({
  target,
  measure,
  typed,
}: {
  target: StandingTarget;
  measure: Pick<Measure, 'better'>;
  typed: string;
}) {
  const styles = useStyles();
  const figure = readFigure(typed);
  const reached = figure === undefined ? undefined : reachedBy(figure, target, measure);
  const { mark, says } = reached === undefined ? { mark: '', says: '' } : REACHED[reached];
  return (
    <Text size={200} className={mergeClasses(styles.line, styles.place, reached === 'below' && styles.below)}>
      <span aria-hidden="true">
        {mark} {target.minimum} to {target.aspirational}
      </span>
      <span className={styles.unseen}>
        {`Minimum ${target.minimum}, target ${target.aspirational}${says === '' ? '' : `: ${says}`}.`}
      </span>
    </Text>
  );
}

function reachedBy(figure: number, target: StandingTarget, measure: Pick<Measure, 'better'>): keyof typeof REACHED {
  if (betterBy(measure, figure, target.aspirational) >= 0) return 'target';
  return betterBy(measure, figure, target.minimum) >= 0 ? 'minimum' : 'below';
}
