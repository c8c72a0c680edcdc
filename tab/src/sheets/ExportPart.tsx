import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { ExportMapping, InputValues, School, Sheet, SoapContent, TrustPolicy } from '@owls/policy';
import { exportTable, fittedMapping, groupsAsked, guessMapping, readExport, YEAR_GROUPS, yearName } from '@owls/policy';
import { useEffect, useMemo, useState } from 'react';
import { counted } from '../shell/figures.ts';
import { Notice } from '../shell/Notice.tsx';
import { DifferingFields } from '../soap/DifferingFields.tsx';
import { differences } from '../soap/form-values.ts';
import { CellFindings } from './CellFindings.tsx';
import { MapColumns } from './MapColumns.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  words: { display: 'grid', gap: tokens.spacingVerticalXS },
  warning: { color: tokens.colorStatusWarningForeground3 },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, padding: `${tokens.spacingVerticalXS} 0` },
});

/** What can be taken from an export as it is mapped now. */
export interface FromExport {
  readonly values: InputValues;
  readonly mapping: ExportMapping;
}

/** A school's own export: its columns mapped, what would change, and the cells that can't be taken. */
export function ExportPart({
  policy,
  school,
  sheets,
  last,
  content,
  values,
  ready,
}: {
  policy: TrustPolicy;
  school: School;
  sheets: readonly Sheet[];
  /** How it was mapped the last time. */
  last: ExportMapping | undefined;
  content: SoapContent;
  values: InputValues;
  /** Told what can be taken, each time that changes; undefined for nothing. */
  ready: (taken: FromExport | undefined) => void;
}) {
  const styles = useStyles();
  const filled = sheets.filter(({ rows }) => rows.length > 1);
  const [name, setName] = useState(filled[0]?.name ?? '');
  const [changed, setChanged] = useState<ExportMapping>();
  const sheet = filled.find((one) => one.name === name);
  const table = useMemo(() => sheet && exportTable(policy, school, sheet), [policy, school, sheet]);
  const remembered = useMemo(() => table && last && fittedMapping(table, last), [table, last]);
  const first = useMemo(
    () => remembered ?? (table && guessMapping(policy, school, table)),
    [remembered, policy, school, table],
  );
  const mapping = changed ?? first;
  const read = useMemo(
    () => table && mapping && readExport(policy, school, table, mapping, content),
    [policy, school, table, mapping, content],
  );
  const count = Object.keys(read?.values ?? {}).length;
  useEffect(
    () => ready(read && mapping && count > 0 ? { values: read.values, mapping } : undefined),
    [ready, read, mapping, count],
  );
  if (!table || !mapping || !read) return <Notice intent="error">There are no rows in this file.</Notice>;
  const over = { ...values, ...read.values };
  const differing = differences(values, over);
  const taken = (row: string) =>
    Object.keys(read.values).some((input) => input === `pupils:${row}` || input.startsWith(`${row}:`));
  const rows = [
    ...YEAR_GROUPS.filter(taken).map(yearName),
    ...groupsAsked(policy, school).flatMap(({ key, name }) => (taken(key) ? [name] : [])),
  ];
  return (
    <div className={styles.part}>
      {filled.length > 1 && (
        <Field label="Sheet">
          <Select
            value={name}
            onChange={(_, { value }) => {
              setName(value);
              setChanged(undefined);
            }}
          >
            {filled.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div role="status" className={styles.words}>
        <Text>
          {remembered
            ? 'The columns are mapped as they were last time.'
            : 'Say which column is which. What could be guessed is filled in.'}
        </Text>
        <Text weight="semibold">
          {count === 0
            ? 'Nothing can be taken yet: choose the columns of the year group and of a figure.'
            : `${counted(count, 'figure')} of ${rows.join(', ')} can be taken; ${differing.length === 0 ? 'all are as in the form' : `${differing.length} differ from the form`}.`}
        </Text>
        {read.findings.length > 0 && (
          <Text className={styles.warning}>
            {counted(read.findings.length, 'cell')} can’t be taken: see below. The form keeps what it has there.
          </Text>
        )}
      </div>
      <details open={remembered === undefined}>
        <summary className={styles.summary}>Columns</summary>
        <MapColumns policy={policy} school={school} table={table} mapping={mapping} change={setChanged} />
      </details>
      {differing.length > 0 && (
        <DifferingFields
          policy={policy}
          inputs={differing}
          one={{ title: 'In the form', values }}
          other={{ title: 'In the file', values: over }}
        />
      )}
      {read.findings.length > 0 && (
        <>
          <Text as="h3" weight="semibold" style={{ margin: 0 }}>
            Cells that can’t be taken
          </Text>
          <CellFindings findings={read.findings} />
        </>
      )}
      {read.passedOver.length > 0 && (
        <Text size={200}>Not a year group of this school, so left out: {read.passedOver.join(', ')}.</Text>
      )}
    </div>
  );
}
