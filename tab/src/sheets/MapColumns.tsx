import { Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { ExportMapping, ExportTable, School, TrustPolicy } from '@owls/policy';
import { groupsIn, measuresFor } from '@owls/policy';

const useStyles = makeStyles({
  parts: { display: 'grid', gap: tokens.spacingVerticalL, paddingTop: tokens.spacingVerticalS },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 12rem), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
  },
  group: { border: 0, margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalS },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
});

/** Which column of an export is which part of the return. */
export function MapColumns({
  policy,
  school,
  table,
  mapping,
  change,
}: {
  policy: TrustPolicy;
  school: School;
  table: ExportTable;
  mapping: ExportMapping;
  change: (mapping: ExportMapping) => void;
}) {
  const styles = useStyles();
  const { year, pupils, group, measures, fractions } = mapping;
  const asked = measuresFor(policy, school).filter((measure) => measure.years !== undefined);
  const groups = group === undefined ? [] : groupsIn(table, group.column);
  const column = (label: string, value: string | undefined, choose: (heading: string) => void, needed = false) => (
    <Field key={label} label={label} required={needed}>
      <Select value={value ?? ''} onChange={(_, chosen) => choose(chosen.value)}>
        <option value="">{needed ? 'Choose a column' : 'Not in this file'}</option>
        {table.headings.map((heading) => (
          <option key={heading} value={heading}>
            {heading}
          </option>
        ))}
      </Select>
    </Field>
  );
  const withPupils = (heading: string) => {
    const { pupils: _, ...rest } = mapping;
    change(heading === '' ? rest : { ...rest, pupils: heading });
  };
  const withGroup = (heading: string, is?: string) => {
    const { group: _, ...rest } = mapping;
    const taken = is ?? groupsIn(table, heading)[0];
    change(heading === '' || taken === undefined ? rest : { ...rest, group: { column: heading, is: taken } });
  };
  const withMeasure = (key: string, heading: string) => {
    const { [key]: _, ...rest } = measures;
    change({ ...mapping, measures: heading === '' ? rest : { ...rest, [key]: heading } });
  };
  return (
    <div className={styles.parts}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Rows</legend>
        <div className={styles.fields}>
          {column('Year group', year, (heading) => change({ ...mapping, year: heading }), true)}
          {column('Number of pupils', pupils, withPupils)}
          {column('Pupil group, if there is a row for each', group?.column, withGroup)}
          {group && (
            <Field label="Take the rows of">
              <Select value={group.is} onChange={(_, { value }) => withGroup(group.column, value)}>
                {[...new Set([group.is, ...groups])].map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Figures</legend>
        <div className={styles.fields}>
          {asked.map(({ key, name }) => column(name, measures[key], (heading) => withMeasure(key, heading)))}
        </div>
        <Checkbox
          label="Percentages are written as parts of one: 0.62 for 62%"
          checked={fractions}
          onChange={(_, { checked }) => change({ ...mapping, fractions: checked === true })}
        />
        <Text size={200}>Your choice is kept for the school's next return.</Text>
      </fieldset>
    </div>
  );
}
