import { makeStyles, tokens } from '@fluentui/react-components';
import type { Trajectory } from '@owls/policy';
import { figureText } from '../shell/figures.ts';
import { FRAME, placesOf } from './trajectory-scale.ts';
import { useWidth } from './use-width.ts';

const useStyles = makeStyles({
  box: { width: '100%', minWidth: 0 },
  chart: { display: 'block', width: '100%', height: 'auto', overflow: 'visible' },
  // Dotted, so that in high contrast, where all strokes are alike, no grid line is taken for a target.
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1, strokeDasharray: '1 4' },
  begins: { stroke: tokens.colorNeutralStroke1, strokeWidth: 1 },
  label: { fill: tokens.colorNeutralForeground3, fontSize: '11px' },
  range: { fill: tokens.colorBrandBackground2, stroke: tokens.colorBrandStroke2, strokeWidth: 1 },
  edge: { stroke: tokens.colorBrandStroke1, strokeWidth: 4, strokeLinecap: 'round' },
  line: {
    fill: 'none',
    stroke: tokens.colorBrandStroke1,
    strokeWidth: 2.5,
    strokeLinejoin: 'round',
    strokeLinecap: 'round',
  },
  point: { fill: tokens.colorBrandStroke1, stroke: tokens.colorNeutralBackground1, strokeWidth: 1.5 },
  past: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralForeground3, strokeWidth: 1.5 },
  target: { stroke: tokens.colorNeutralForeground1, strokeWidth: 2 },
  minimum: { stroke: tokens.colorNeutralForeground1, strokeWidth: 2, strokeDasharray: '5 4' },
  value: {
    // The ground's colour around the figure keeps lines from striking it through.
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '4px',
    paintOrder: 'stroke',
    fill: tokens.colorNeutralForeground1,
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
  },
});

const HEIGHT = 168;
/** Figures of the range nearer than this would stand on each other. */
const ROOM = 13;

/** A figure's past ends, its line this year, the range it is heading for and its targets, as one picture. */
export function TrajectoryChart({ given }: { given: Trajectory }) {
  const styles = useStyles();
  const [box, width] = useWidth(320);
  const { axis, y, past, line, begins, end, opens, labels } = placesOf(given, width, HEIGHT);
  const { outlook, target } = given;
  const points = (places: typeof line) => places.map((place) => `${place.x},${place.y}`).join(' ');
  return (
    <div ref={box} className={styles.box}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        className={styles.chart}
        role="img"
        aria-label={`${given.name}. ${given.says}`}
      >
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line x1={FRAME.left} x2={end} y1={y(tick)} y2={y(tick)} className={styles.grid} />
            <text x={FRAME.left - 6} y={y(tick) + 4} textAnchor="end" className={styles.label}>
              {figureText(tick)}
            </text>
          </g>
        ))}
        {labels.map(({ x, says }) => (
          <text key={x} x={x} y={HEIGHT - 6} textAnchor="middle" className={styles.label}>
            {says}
          </text>
        ))}
        {past.length > 0 && (
          <line x1={begins} x2={begins} y1={FRAME.top} y2={HEIGHT - FRAME.bottom} className={styles.begins} />
        )}
        {outlook && opens && (
          <polygon
            points={`${opens.x},${opens.y} ${end},${y(outlook.high)} ${end},${y(outlook.low)}`}
            className={styles.range}
          />
        )}
        {target && (
          <>
            <line
              x1={begins}
              x2={end}
              y1={y(target.aspirational)}
              y2={y(target.aspirational)}
              className={styles.target}
            />
            <line x1={begins} x2={end} y1={y(target.minimum)} y2={y(target.minimum)} className={styles.minimum} />
          </>
        )}
        {outlook && <line x1={end} x2={end} y1={y(outlook.high)} y2={y(outlook.low)} className={styles.edge} />}
        {line.length > 1 && <polyline points={points(line)} className={styles.line} />}
        {past.map(({ x, y: at }) => (
          <circle key={x} cx={x} cy={at} r={3.5} className={styles.past} />
        ))}
        {line.map(({ x, y: at }) => (
          <circle key={x} cx={x} cy={at} r={4.5} className={styles.point} />
        ))}
        {outlook && y(outlook.low) - y(outlook.high) < ROOM ? (
          <text x={end + 7} y={y(outlook.middle) + 4} className={styles.value}>
            {outlook.middle}
          </text>
        ) : (
          outlook &&
          [outlook.high, outlook.low].map((edge) => (
            <text key={edge} x={end + 7} y={y(edge) + 4} className={styles.value}>
              {edge}
            </text>
          ))
        )}
      </svg>
    </div>
  );
}
