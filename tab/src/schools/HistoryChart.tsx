import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { SchoolView } from '@owls/policy';
import { useId, useState } from 'react';
import { halfTermText } from '../shell/dates.ts';
import { figureText } from '../shell/figures.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { Section } from '../shell/Section.tsx';
import { axisFor, type ChartPoint } from './chart-scale.ts';
import { LineChart } from './LineChart.tsx';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  table: { borderCollapse: 'collapse', minWidth: '20rem' },
  cell: {
    textAlign: 'left',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** One measure over the half terms: a line to see it, the same figures as a table to read them. */
export function HistoryChart({
  measures,
  history,
}: {
  measures: SchoolView['measures'];
  history: SchoolView['history'];
}) {
  const styles = useStyles();
  const id = useId();
  const shown = measures.filter(({ key }) => history.some(({ figures }) => figures[key] !== undefined));
  const [chosen, setChosen] = useState<string>();
  const [asTable, setAsTable] = useState(false);
  const measure = shown.find(({ key }) => key === chosen) ?? shown.find(({ key }) => key === 'rwm') ?? shown[0];
  if (!measure) {
    return (
      <Section title="Over time">
        <Text>There is no history yet. It begins with the school's first return.</Text>
      </Section>
    );
  }
  const points: readonly ChartPoint[] = history.map(({ halfTerm, figures }) => ({
    halfTerm,
    value: figures[measure.key],
  }));
  const values = points.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return (
    <Section
      title="Over time"
      about="Each point is a half term's return, weighted by the pupils of the year groups asked."
      aside={
        <div className={styles.tools}>
          <label htmlFor={id}>Measure</label>
          <Select id={id} value={measure.key} onChange={(_, { value }) => setChosen(value)}>
            {shown.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
          <Button appearance="subtle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'As a chart' : 'As a table'}
          </Button>
        </div>
      }
    >
      {asTable ? (
        <ScrollFrame label={`${measure.name} by half term`}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.cell}>
                  Half term
                </th>
                <th scope="col" className={styles.cell}>
                  {measure.name}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ halfTerm, value }) => (
                <tr key={halfTerm}>
                  <td className={styles.cell}>{halfTermText(halfTerm)}</td>
                  <td className={styles.cell}>
                    {value === undefined ? 'No figure' : `${figureText(value)}${measure.unit === '%' ? '%' : ''}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      ) : (
        <LineChart name={measure.name} unit={measure.unit} points={points} axis={axisFor(values, measure.unit)} />
      )}
    </Section>
  );
}
