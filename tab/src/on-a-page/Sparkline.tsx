import { makeStyles, tokens } from '@fluentui/react-components';
import type { PagePoint, TargetFigures } from '@owls/policy';
import { heightOf, placed, SPARK } from './sparkline.ts';

const useStyles = makeStyles({
  drawing: { width: '3em', height: '1.4em', flexShrink: 0, overflow: 'visible' },
  line: {
    fill: 'none',
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '1.6px',
    vectorEffect: 'non-scaling-stroke',
    strokeLinejoin: 'round',
    strokeLinecap: 'round',
  },
  last: { fill: tokens.colorBrandStroke1, stroke: tokens.colorNeutralBackground1, strokeWidth: 1 },
  point: { fill: tokens.colorBrandStroke1 },
  target: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1px', vectorEffect: 'non-scaling-stroke' },
  minimum: {
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '1px',
    strokeDasharray: '3 2',
    vectorEffect: 'non-scaling-stroke',
  },
});

/** How a figure moved, with lines across for target and minimum. The figures beside it say the same in words. */
export function Sparkline({
  line,
  reach,
  target,
}: {
  line: readonly PagePoint[];
  reach: { readonly from: number; readonly to: number };
  target?: TargetFigures | undefined;
}) {
  const styles = useStyles();
  const { runs, last } = placed(line, reach);
  if (!last) return null;
  return (
    <svg viewBox={`0 0 ${SPARK.width} ${SPARK.height}`} className={styles.drawing} aria-hidden="true">
      {target && <Across figure={target.minimum} reach={reach} className={styles.minimum} />}
      {target && <Across figure={target.aspirational} reach={reach} className={styles.target} />}
      {runs.map((run) =>
        run.length > 1 ? (
          <polyline key={run[0]?.x} points={run.map(({ x, y }) => `${x},${y}`).join(' ')} className={styles.line} />
        ) : (
          <circle key={run[0]?.x} cx={run[0]?.x} cy={run[0]?.y} r={2} className={styles.point} />
        ),
      )}
      <circle cx={last.x} cy={last.y} r={4} className={styles.last} />
    </svg>
  );
}

function Across({
  figure,
  reach,
  className,
}: {
  figure: number;
  reach: { readonly from: number; readonly to: number };
  className: string;
}) {
  const y = heightOf(figure, reach);
  return <line x1={0} x2={SPARK.width} y1={y} y2={y} className={className} />;
}
