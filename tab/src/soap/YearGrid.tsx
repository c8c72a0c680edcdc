import { Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type {
  Cohort,
  Finding,
  InputValues,
  Measure,
  School,
  SoapReturn,
  SoapStep,
  StandingTarget,
  TrustPolicy,
} from '@owls/policy';
import {
  groupMeasures,
  groupsAsked,
  groupYears,
  inputOf,
  measuresFor,
  yearName,
  yearsInWords,
  yearsOf,
} from '@owls/policy';
import { Fragment, type ReactNode } from 'react';
import { changeMark, figureText } from '../shell/figures.ts';
import { moveInTable } from '../shell/grid-keys.ts';
import { pasteInto } from '../shell/paste.ts';
import { useBlockPaste } from '../shell/use-block-paste.ts';
import { BesideTarget } from './BesideTarget.tsx';

/** Below this width a row becomes a card of fields, so that nothing scrolls sideways on a tablet or a phone. */
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

/** What stands beneath a field that has a target. */
const BENEATH =
  ' Beneath a field stand last time’s figure and the year’s minimum and target: ★ reaches the target, ✓ the minimum, ▼ neither.';

interface GridGiven {
  readonly step: SoapStep;
  readonly policy: TrustPolicy;
  readonly school: School;
  readonly values: InputValues;
  readonly last: SoapReturn | undefined;
  readonly targets: readonly StandingTarget[];
  readonly found: readonly Finding[];
  readonly change: (values: InputValues) => void;
}

/** Year groups by measure, with last time's figure under each field; a block copied from a spreadsheet can be pasted in. */
export function YearGrid({ step, policy, school, last, targets, ...given }: GridGiven) {
  const measures = measuresFor(policy, school, step).filter((measure) => measure.years !== undefined);
  const years = yearsOf(step, school);
  const its = targets.filter(({ yearGroup }) => yearGroup !== undefined && years.includes(yearGroup));
  return (
    <FigureGrid
      {...given}
      title="Year group"
      measures={measures}
      rows={years.map((year) => ({
        id: year,
        name: yearName(year),
        asked: measures.filter(({ years }) => years?.includes(year)),
        was: last?.cohorts.find((one) => one.year === year),
        targets: its.filter(({ yearGroup }) => yearGroup === year),
      }))}
      about={`Per cent of the year group on track for the end of the year.${its.length === 0 ? '' : BENEATH}`}
    />
  );
}

/** Pupil groups by measure, typed and pasted into like year groups. */
export function GroupGrid({ policy, school, last, targets: _, ...given }: GridGiven) {
  const measures = groupMeasures(policy);
  const may = policy.soap.groups?.required ? '' : ' A row left empty is shown as a gap, never as zero.';
  return (
    <FigureGrid
      {...given}
      title="Pupil group"
      measures={measures}
      rows={groupsAsked(policy, school).map(({ key, name }) => ({
        id: key,
        name,
        asked: measures,
        was: last?.groups?.find(({ group }) => group === key),
        targets: [],
      }))}
      about={`Per cent of the group's pupils in ${yearsInWords(groupYears(policy, school))} on track for the end of the year.${may}`}
    />
  );
}

interface GridRow {
  /** What its inputs are called by: the year group, or the pupil group's key. */
  readonly id: string;
  readonly name: string;
  readonly asked: readonly Measure[];
  readonly was: Pick<Cohort, 'pupils' | 'figures'> | undefined;
  readonly targets: readonly StandingTarget[];
}

function FigureGrid({
  title,
  rows,
  measures,
  about,
  values,
  found,
  change,
}: Pick<GridGiven, 'values' | 'found' | 'change'> & {
  title: string;
  rows: readonly GridRow[];
  measures: readonly Measure[];
  about: string;
}) {
  const styles = useStyles();
  const grid = rows.map(({ id, asked }) => [
    `pupils:${id}`,
    ...measures.map((measure) => (asked.includes(measure) ? `${id}:${measure.key}` : undefined)),
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
              {title}
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
          {rows.map(({ id, name, asked, was, targets }) => {
            const its = found.filter(({ year, group }) => (year ?? group) === id);
            return (
              <Fragment key={id}>
                <tr className={styles.row}>
                  <th scope="row" className={styles.year}>
                    {name}
                  </th>
                  <GridCell
                    input={`pupils:${id}`}
                    label={`${name}, pupils`}
                    short="Pupils"
                    value={values[`pupils:${id}`] ?? ''}
                    was={was?.pupils}
                    wrong={its}
                    change={change}
                    paste={paste}
                  />
                  {measures.map((measure) =>
                    asked.includes(measure) ? (
                      <GridCell
                        key={measure.key}
                        input={`${id}:${measure.key}`}
                        label={`${name}, ${measure.name}, per cent on track`}
                        short={`${measure.name}, %`}
                        value={values[`${id}:${measure.key}`] ?? ''}
                        was={was?.figures[measure.key]}
                        beside={beside(measure, targets, values[`${id}:${measure.key}`] ?? '')}
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
                      <Says row={id} found={its} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <Text size={200}>
        {about} A block copied from a spreadsheet can be pasted into any field: it fills to the right and downwards.
        Arrow keys and Enter go from field to field.
      </Text>
    </>
  );
}

function beside(measure: Measure, targets: readonly StandingTarget[], typed: string): ReactNode {
  const target = targets.find((one) => one.measure === measure.key);
  return target && <BesideTarget target={target} measure={measure} typed={typed} />;
}

function Says({ row, found }: { row: string; found: readonly Finding[] }) {
  const styles = useStyles();
  return (
    <div id={`soap-says-${row}`}>
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
  beside,
  wrong,
  change,
  paste,
}: {
  input: string;
  label: string;
  short: string;
  value: string;
  was: number | undefined;
  /** What is to be reached. */
  beside?: ReactNode;
  wrong: readonly Finding[];
  change: (values: InputValues) => void;
  paste: (input: string, text: string) => boolean;
}) {
  const styles = useStyles();
  const mine = wrong.filter((finding) => inputOf(finding) === input);
  const row = mine[0]?.year ?? mine[0]?.group;
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
        {...(row ? { 'aria-describedby': `soap-says-${row}` } : {})}
        value={value}
        onChange={(_, data) => change({ [input]: data.value })}
        onPaste={(event) => {
          if (paste(input, event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
      />
      <Text size={200} className={styles.was}>
        {was === undefined ? '' : `was ${figureText(was)} ${moved}`}
      </Text>
      {beside}
    </td>
  );
}
