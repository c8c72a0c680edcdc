import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Trajectory } from '@owls/policy';
import { halfTermText } from '../shell/dates.ts';
import { figureText } from '../shell/figures.ts';
import { UNSEEN } from '../shell/unseen.ts';
import { TrajectoryChart } from './TrajectoryChart.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalS, minWidth: 0, position: 'relative' },
  name: { margin: 0 },
  unseen: UNSEEN,
  why: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink, width: 'fit-content' },
  list: { listStyleType: 'disc', margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** One figure's trajectory: picture, sentence and why; for screen readers its figures as a table. */
export function TrajectoryCard({ given, measure }: { given: Trajectory; measure: string }) {
  const styles = useStyles();
  const drawn = given.outlook || given.past.length > 0 || given.line.some(({ figure }) => figure !== undefined);
  return (
    <li className={styles.card}>
      <Text as="h3" weight="semibold" className={styles.name}>
        {measure}
      </Text>
      {drawn && <TrajectoryChart given={given} />}
      <Text>{given.says}</Text>
      {drawn && (
        <div className={styles.unseen}>
          <table>
            <caption>{given.name}, figure by figure</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Figure</th>
              </tr>
            </thead>
            <tbody>
              {rowsOf(given).map(([when, figure]) => (
                <tr key={when}>
                  <th scope="row">{when}</th>
                  <td>{figure}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <details className={styles.why}>
        <summary className={styles.summary} aria-label={`Why: ${given.name}`}>
          Why
        </summary>
        <ul className={styles.list}>
          {given.why.because.map((because) => (
            <li key={because}>{because}</li>
          ))}
        </ul>
        <Text block size={200}>
          What would change it: {lowered(given.why.wouldChange)}
        </Text>
      </details>
    </li>
  );
}

function rowsOf({ past, line, outlook, target, year }: Trajectory): readonly (readonly [string, string])[] {
  return [
    ...past.map(({ year: of, value }) => [`End of ${of}`, `${figureText(value)}%`] as const),
    ...line.flatMap(({ halfTerm, figure }) =>
      figure === undefined ? [] : [[halfTermText(halfTerm), `${figureText(figure)}%`] as const],
    ),
    ...(outlook
      ? [[`End of ${year}, range`, `${outlook.low}% to ${outlook.high}%, middle ${outlook.middle}%`] as const]
      : []),
    ...(target ? [['Minimum', `${target.minimum}%`] as const, ['Target', `${target.aspirational}%`] as const] : []),
  ];
}

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
