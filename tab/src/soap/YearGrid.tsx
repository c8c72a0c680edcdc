import { Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Finding, InputValues, School, SoapReturn, SoapStep, TrustPolicy, YearGroup } from '@owls/policy';
import { inputOf, measuresFor, yearName, yearsOf } from '@owls/policy';
import { Fragment } from 'react';
import { changeMark, figureText } from '../shell/figures.ts';
import { moveInTable } from '../shell/grid-keys.ts';
import { pasteInto } from '../shell/paste.ts';
import { useBlockPaste } from '../shell/use-block-paste.ts';

/** Below this width a year group becomes a card of fields, so that nothing scrolls sideways on a tablet or a phone. */
const NARROW = '@media (max-width: 940px)';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', [NARROW]: { display: 'block' } },
  body: { [NARROW]: { display: 'grid', gap: tokens.spacingVerticalM } },
  heads: { [NARROW]: { display: 'none' } },
  head: {
    maxWidth: '7.5rem',
    textAlign: 'left',
    verticalAlign: 'bottom',
    padding: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  row: {
    [NARROW]: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(8rem, 1fr))',
      columnGap: tokens.spacingHorizontalM,
      alignItems: 'end',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      paddingTop: tokens.spacingVerticalS,
    },
  },
  year: {
    textAlign: 'left',
    whiteSpace: 'nowrap',
    padding: tokens.spacingVerticalXS,
    verticalAlign: 'top',
    lineHeight: '32px',
    [NARROW]: { gridColumn: '1 / -1', display: 'block' },
  },
  cell: { padding: tokens.spacingVerticalXS, verticalAlign: 'top', [NARROW]: { display: 'block' } },
  gap: { [NARROW]: { display: 'none' } },
  label: {
    display: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    [NARROW]: { display: 'block' },
  },
  input: { width: '5.25rem', [NARROW]: { width: '100%' } },
  inner: { minWidth: 0, width: '100%' },
  was: { display: 'block', color: tokens.colorNeutralForeground3, minHeight: tokens.lineHeightBase200 },
  wrong: { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
  says: { color: tokens.colorStatusDangerForeground3, display: 'block' },
  warns: { color: tokens.colorStatusWarningForeground3, display: 'block' },
  saysRow: { [NARROW]: { display: 'block' } },
  saysCell: { padding: `0 ${tokens.spacingVerticalXS} ${tokens.spacingVerticalS}`, [NARROW]: { display: 'block' } },
});

/** Year groups by measure, with last time's figure under each field; a block copied from a spreadsheet can be pasted in. */
export function YearGrid({
  step,
  policy,
  school,
  values,
  last,
  found,
  change,
}: {
  step: SoapStep;
  policy: TrustPolicy;
  school: School;
  values: InputValues;
  last: SoapReturn | undefined;
  found: readonly Finding[];
  change: (values: InputValues) => void;
}) {
  const styles = useStyles();
  const years = yearsOf(step, school);
  const measures = measuresFor(policy, school, step).filter((measure) => measure.years !== undefined);
  const grid = years.map((year) => [
    `pupils:${year}`,
    ...measures.map((measure) => (measure.years?.includes(year) ? `${year}:${measure.key}` : undefined)),
  ]);
  const blocks = useBlockPaste(values, change);
  const paste = (input: string, text: string) => {
    const laid = pasteInto(grid, input, text);
    if (laid) {
      const before = Object.keys(laid.inputs).map((its) => [its, values[its] ?? '']);
      blocks.take(laid, laid.inputs, Object.fromEntries(before));
    }
    return laid !== undefined;
  };
  return (
    <>
      <table
        className={styles.table}
        onKeyDown={(event) => {
          moveInTable(event);
          blocks.undoByKey(event);
        }}
      >
        <thead className={styles.heads}>
          <tr>
            <th scope="col" className={styles.head}>
              Year group
            </th>
            <th scope="col" className={styles.head}>
              Pupils
            </th>
            {measures.map(({ key, name }) => (
              <th key={key} scope="col" className={styles.head}>
                {name}, %
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body}>
          {years.map((year) => {
            const cohort = last?.cohorts.find((one) => one.year === year);
            const its = found.filter((finding) => finding.year === year);
            return (
              <Fragment key={year}>
                <tr className={styles.row}>
                  <th scope="row" className={styles.year}>
                    {yearName(year)}
                  </th>
                  <GridCell
                    input={`pupils:${year}`}
                    label={`${yearName(year)}, pupils`}
                    short="Pupils"
                    value={values[`pupils:${year}`] ?? ''}
                    was={cohort?.pupils}
                    wrong={its}
                    change={change}
                    paste={paste}
                  />
                  {measures.map((measure) =>
                    measure.years?.includes(year) ? (
                      <GridCell
                        key={measure.key}
                        input={`${year}:${measure.key}`}
                        label={`${yearName(year)}, ${measure.name}, per cent on track`}
                        short={`${measure.name}, %`}
                        value={values[`${year}:${measure.key}`] ?? ''}
                        was={cohort?.figures[measure.key]}
                        wrong={its}
                        change={change}
                        paste={paste}
                      />
                    ) : (
                      <td key={measure.key} className={mergeClasses(styles.cell, styles.gap)} />
                    ),
                  )}
                </tr>
                {its.length > 0 && (
                  <tr className={styles.saysRow}>
                    <td colSpan={measures.length + 2} className={styles.saysCell}>
                      <Says year={year} found={its} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <Text size={200}>
        Per cent of the year group on track for the end of the year. A block copied from a spreadsheet can be pasted
        into any field: it fills to the right and downwards. Arrow keys and Enter go from field to field.
      </Text>
    </>
  );
}

function Says({ year, found }: { year: YearGroup; found: readonly Finding[] }) {
  const styles = useStyles();
  return (
    <div id={`soap-says-${year}`}>
      {found.map((finding) => (
        <Text key={finding.says} size={200} className={finding.level === 'error' ? styles.says : styles.warns}>
          {finding.level === 'error' ? '✕' : '!'} {finding.says}
        </Text>
      ))}
    </div>
  );
}

function GridCell({
  input,
  label,
  short,
  value,
  was,
  wrong,
  change,
  paste,
}: {
  input: string;
  label: string;
  short: string;
  value: string;
  was: number | undefined;
  wrong: readonly Finding[];
  change: (values: InputValues) => void;
  paste: (input: string, text: string) => boolean;
}) {
  const styles = useStyles();
  const mine = wrong.filter((finding) => inputOf(finding) === input);
  const bad = mine.some(({ level }) => level === 'error');
  const number = Number(value.replace(',', '.'));
  const moved = was !== undefined && value.trim() !== '' && !Number.isNaN(number) ? changeMark(number - was) : '';
  return (
    <td className={styles.cell}>
      <span className={styles.label} aria-hidden="true">
        {short}
      </span>
      <Input
        id={`soap-${input}`}
        className={mergeClasses(styles.input, bad && styles.wrong)}
        input={{ className: styles.inner }}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={bad}
        {...(mine.length > 0 && mine[0]?.year ? { 'aria-describedby': `soap-says-${mine[0].year}` } : {})}
        value={value}
        onChange={(_, data) => change({ [input]: data.value })}
        onPaste={(event) => {
          if (paste(input, event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
      />
      <Text size={200} className={styles.was}>
        {was === undefined ? '' : `was ${figureText(was)} ${moved}`}
      </Text>
    </td>
  );
}
