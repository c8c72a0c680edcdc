import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  ring: { width: '112px', height: '112px', flexShrink: 0 },
  big: { fontSize: '30px', fontWeight: tokens.fontWeightSemibold, fill: tokens.colorNeutralForeground1 },
  small: { fontSize: '13px', fill: tokens.colorNeutralForeground3 },
});

const RADIUS = 48;
const AROUND = 2 * Math.PI * RADIUS;
/** Gap between two parts, in the drawing's units, so that neighbours are told apart without colour. */
const GAP = 2;

/** A ring of counted parts, clockwise from the top, with the figure that matters in its middle. */
export function Ring({
  parts,
  big,
  small,
  says,
}: {
  parts: readonly { readonly key: string; readonly count: number; readonly colour: string }[];
  big: string;
  small: string;
  says: string;
}) {
  const styles = useStyles();
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return (
    <svg viewBox="0 0 120 120" className={styles.ring} role="img" aria-label={says}>
      <circle cx="60" cy="60" r={RADIUS} fill="none" stroke={tokens.colorNeutralStroke2} strokeWidth="1" />
      {parts.map(({ key, count, colour }) => {
        const length = total === 0 ? 0 : (count / total) * AROUND;
        const start = before;
        before += length;
        const drawn = parts.length > 1 ? Math.max(length - GAP, 1) : length;
        return (
          <circle
            key={key}
            cx="60"
            cy="60"
            r={RADIUS}
            fill="none"
            style={{ stroke: colour }}
            strokeWidth="14"
            strokeDasharray={`${drawn} ${AROUND - drawn}`}
            strokeDashoffset={-start}
            transform="rotate(-90 60 60)"
          />
        );
      })}
      <text x="60" y="62" textAnchor="middle" className={styles.big}>
        {big}
      </text>
      <text x="60" y="80" textAnchor="middle" className={styles.small}>
        {small}
      </text>
    </svg>
  );
}
