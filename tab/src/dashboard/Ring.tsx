import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';

const useStyles = makeStyles({
  ring: { width: '112px', height: '112px', flexShrink: 0 },
  big: { fontSize: '30px', fontWeight: tokens.fontWeightSemibold, fill: tokens.colorNeutralForeground1 },
  small: { fontSize: '13px', fill: tokens.colorNeutralForeground3 },
  swatch: { flexShrink: 0 },
});

/** How a part looks: colour, and a thickness or hatching that tells it apart without colour. */
export interface PartLook {
  readonly colour: string;
  readonly look: 'full' | 'half' | 'thin' | 'hatched';
}

const RADIUS = 48;
const AROUND = 2 * Math.PI * RADIUS;
/** Gap between two parts, in the drawing's units. */
const GAP = 3;
const WIDTHS = { full: 14, half: 8, thin: 3, hatched: 14 } as const;

/** A ring of counted parts, clockwise from the top, with the figure that matters in its middle. */
export function Ring({
  parts,
  big,
  small,
  says,
}: {
  parts: readonly (PartLook & { readonly key: string; readonly count: number })[];
  big: string;
  small: string;
  says: string;
}) {
  const styles = useStyles();
  const id = useId();
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return (
    <svg viewBox="0 0 120 120" className={styles.ring} role="img" aria-label={says}>
      <circle cx="60" cy="60" r={RADIUS} fill="none" stroke={tokens.colorNeutralStroke2} strokeWidth="1" />
      {parts.map(({ key, count, colour, look }) => {
        const length = total === 0 ? 0 : (count / total) * AROUND;
        const start = before;
        before += length;
        const drawn = parts.length > 1 ? Math.max(length - GAP, 1) : length;
        return (
          <g key={key}>
            {look === 'hatched' && <Hatching id={`${id}-${key}`} colour={colour} />}
            <circle
              cx="60"
              cy="60"
              r={RADIUS}
              fill="none"
              stroke={look === 'hatched' ? `url(#${id}-${key})` : colour}
              strokeWidth={WIDTHS[look]}
              strokeDasharray={`${drawn} ${AROUND - drawn}`}
              strokeDashoffset={-start}
              transform="rotate(-90 60 60)"
            />
          </g>
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

/** A part's look, for the legend. */
export function Swatch({ colour, look }: PartLook) {
  const id = useId();
  const height = WIDTHS[look];
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" className={useStyles().swatch} aria-hidden="true">
      {look === 'hatched' && <Hatching id={id} colour={colour} />}
      <rect x="0" y={(14 - height) / 2} width="14" height={height} fill={look === 'hatched' ? `url(#${id})` : colour} />
    </svg>
  );
}

function Hatching({ id, colour }: { id: string; colour: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill={colour} />
        <rect width="1.5" height="5" fill={tokens.colorNeutralBackground1} />
      </pattern>
    </defs>
  );
}
