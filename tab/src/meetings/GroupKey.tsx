import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { GROUP_WORDS, type Group } from './plan-filter.ts';
import { useGroupColours } from './use-group-colours.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground3 },
  one: { display: 'inline-flex', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  edge: { height: '1em', borderInlineStartWidth: '4px', borderInlineStartStyle: 'solid' },
  icon: { color: tokens.colorStatusWarningForeground3 },
  dashed: { width: '1.25em', height: '0.8em', border: `1px dashed ${tokens.colorNeutralStroke1}` },
});

const GROUPS: readonly Group[] = ['heads', 'school', 'cluster', 'trust'];

/** What the colours and marks of the plan mean. */
export function GroupKey() {
  const styles = useStyles();
  const colours = useGroupColours();
  return (
    <div className={styles.row}>
      {GROUPS.map((group) => (
        <Text key={group} size={200} className={styles.one}>
          <span className={mergeClasses(styles.edge, colours[group])} />
          {GROUP_WORDS[group]}
        </Text>
      ))}
      <Text size={200} className={styles.one}>
        <span className={styles.dashed} />
        Not in calendars yet
      </Text>
      <Text size={200} className={styles.one}>
        <WarningFilled className={styles.icon} aria-hidden />
        Something to look at
      </Text>
    </div>
  );
}
