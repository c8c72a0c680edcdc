import { makeStyles, tokens } from '@fluentui/react-components';
import { halfTermText } from '../shell/dates.ts';
import { figureText } from '../shell/figures.ts';
import { type ChartFrame, type ChartPoint, linesThrough, placePoints, shortHalfTerm } from './chart-scale.ts';
import { useWidth } from './use-width.ts';

const useStyles = makeStyles({
  box: { width: '100%', minWidth: 0 },
  chart: { display: 'block', width: '100%', height: 'auto', overflow: 'visible' },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1 },
  label: { fill: tokens.colorNeutralForeground3, fontSize: '12px' },
  value: {
    // The ground's colour around the figure keeps grid lines from striking it through.
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '4px',
    paintOrder: 'stroke',
    fill: tokens.colorNeutralForeground1,
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
  },
  line: {
    fill: 'none',
    stroke: tokens.colorBrandStroke1,
    strokeWidth: 2.5,
    strokeLinejoin: 'round',
    strokeLinecap: 'round',
  },
  point: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorBrandStroke1, strokeWidth: 2.5 },
  last: { fill: tokens.colorBrandStroke1, stroke: tokens.colorBrandStroke1, strokeWidth: 2.5 },
});

const HEIGHT = 240;
/** Where the grid begins; points stand further in, so that their figures don't cover the axis. */
const AXIS = 32;
/** Narrower than this, only the newest point and the turning ends carry their figure. */
const ROOM_PER_LABEL = 44;

/** A measure's line over time. Its table twin is beside it, so the drawing is one picture with one description. */
export function LineChart({
  name,
  unit,
  points,
  axis,
}: {
  name: string;
  unit: string;
  points: readonly ChartPoint[];
  axis: { readonly from: number; readonly to: number; readonly ticks: readonly number[] };
}) {
  const styles = useStyles();
  const [box, width] = useWidth(640);
  const frame: ChartFrame = { width, height: HEIGHT, left: 56, right: 28, top: 22, bottom: 40 };
  const placed = placePoints(points, frame, axis);
  const room = (frame.width - frame.left - frame.right) / Math.max(1, points.length - 1);
  const every = Math.max(1, Math.ceil(ROOM_PER_LABEL / room));
  const sign = unit === '%' ? '%' : '';
  const yOf = (value: number) =>
    frame.top + (1 - (value - axis.from) / (axis.to - axis.from)) * (frame.height - frame.top - frame.bottom);
  return (
    <div ref={box} className={styles.box}>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        className={styles.chart}
        role="img"
        aria-label={describe(name, sign, points)}
      >
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line x1={AXIS} x2={width} y1={yOf(tick)} y2={yOf(tick)} className={styles.grid} />
            <text x={AXIS - 6} y={yOf(tick) + 4} textAnchor="end" className={styles.label}>
              {figureText(tick)}
            </text>
          </g>
        ))}
        {points.map(({ halfTerm }, index) => {
          if ((points.length - 1 - index) % every !== 0) return null;
          const [term, year] = shortHalfTerm(halfTerm);
          const across = frame.width - frame.left - frame.right;
          const x = frame.left + (points.length === 1 ? across / 2 : (index / (points.length - 1)) * across);
          return (
            <text key={halfTerm} x={x} y={HEIGHT - 20} textAnchor="middle" className={styles.label}>
              {term}
              {(index === 0 || term.startsWith('Aut 1') || points.length - index <= every) && (
                <tspan x={x} dy="15">
                  {year}
                </tspan>
              )}
            </text>
          );
        })}
        {linesThrough(points, placed).map((line) => (
          <polyline key={line} points={line} className={styles.line} />
        ))}
        {placed.map((point, index) => {
          const newest = index === placed.length - 1;
          return (
            <g key={point.halfTerm}>
              <circle cx={point.x} cy={point.y} r={newest ? 5 : 4} className={newest ? styles.last : styles.point}>
                <title>{`${halfTermText(point.halfTerm)}: ${figureText(point.value)}${sign}`}</title>
              </circle>
              {(newest || (placed.length - 1 - index) % every === 0) && (
                <text x={point.x} y={point.y - 11} textAnchor="middle" className={styles.value}>
                  {figureText(point.value)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function describe(name: string, sign: string, points: readonly ChartPoint[]): string {
  const given = points.filter((point) => point.value !== undefined);
  const words = given.map(({ halfTerm, value }) => `${halfTermText(halfTerm)} ${figureText(value ?? 0)}${sign}`);
  return `${name} over time: ${words.join(', ')}`;
}
