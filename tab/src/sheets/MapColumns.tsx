import { Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { ExportMapping, ExportTable, School, TrustPolicy } from '@owls/policy';
import { groupsAsked, groupsIn, guessGroup, measuresFor } from '@owls/policy';

const ABSENT = 'Not in this file';

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
  const askedGroups = groupsAsked(policy, school);
  const said = group === undefined ? [] : groupsIn(table, group.column);
  const select = (
    label: string,
    none: string,
    options: readonly string[],
    value: string | undefined,
    choose: (chosen: string) => void,
    needed = false,
  ) => (
    <Field key={label} label={label} required={needed}>
      <Select value={value ?? ''} onChange={(_, chosen) => choose(chosen.value)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Select>
    </Field>
  );
  const column = (label: string, value: string | undefined, choose: (heading: string) => void) =>
    select(label, ABSENT, table.headings, value, choose);
  // What was chosen last time may be missing in this file; it stays in sight.
  const rows = (label: string, none: string, value: string | undefined, choose: (said: string) => void) =>
    select(label, none, [...new Set([...(value ? [value] : []), ...said])], value, choose);
  const withPupils = (heading: string) => {
    const { pupils: _, ...rest } = mapping;
    change(heading === '' ? rest : { ...rest, pupils: heading });
  };
  const withGroup = (changed: ExportMapping['group']) => {
    const { group: _, ...rest } = mapping;
    change(changed === undefined ? rest : { ...rest, group: changed });
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
          {select(
            'Year group',
            'Choose a column',
            table.headings,
            year,
            (heading) => change({ ...mapping, year: heading }),
            true,
          )}
          {column('Number of pupils', pupils, withPupils)}
          {column('Pupil group, if there is a row for each', group?.column, (heading) =>
            withGroup(guessGroup(policy, school, table, heading)),
          )}
          {group &&
            rows('All pupils are the rows of', 'Rows that name no group', group.is, (is) =>
              withGroup({ ...group, is }),
            )}
        </div>
      </fieldset>
      {group && askedGroups.length > 0 && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>Pupil groups</legend>
          <Text size={200}>
            {pupils === undefined
              ? 'Choose the column of the number of pupils first: a group is taken over all year groups together, weighted by pupils.'
              : 'A group is taken over all year groups together, weighted by pupils.'}
          </Text>
          <div className={styles.fields}>
            {askedGroups.map(({ key, name }) =>
              rows(name, ABSENT, group.groups[key], (taken) => {
                const { [key]: _, ...others } = group.groups;
                withGroup({ ...group, groups: taken === '' ? others : { ...others, [key]: taken } });
              }),
            )}
          </div>
        </fieldset>
      )}
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
