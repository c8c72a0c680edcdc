import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ShownGroups } from '@owls/policy';
import { Empty } from '../shell/Empty.tsx';
import { Section } from '../shell/Section.tsx';
import { GroupFigures } from './GroupFigures.tsx';

const useStyles = makeStyles({
  told: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The pupil groups of a year, of a school or of all schools together, and what stands out in them. */
export function Groups({
  groups,
  year,
  about,
}: {
  groups: ShownGroups;
  year: string;
  /** Where the figures come from; said only where there are any. */
  about: string | undefined;
}) {
  const styles = useStyles();
  if (groups.groups.length === 0) {
    return (
      <Section title="Pupil groups">
        <Empty
          title={
            groups.halfTerm === undefined
              ? 'There is no return of this year on record.'
              : 'No figures of pupil groups were given with the last return of the year.'
          }
        >
          Figures of pupil groups come with a half term's return, a row a group.
        </Empty>
      </Section>
    );
  }
  const told = groups.groups.flatMap(({ says }) => says);
  return (
    <Section title="Pupil groups" about={about}>
      {told.length === 0 ? (
        <Text className={styles.quiet}>No group stands out from all pupils.</Text>
      ) : (
        <ul className={styles.told} aria-label="What stands out">
          {told.map((says) => (
            <li key={says}>
              <Text>{says}</Text>
            </li>
          ))}
        </ul>
      )}
      <GroupFigures shown={groups} year={year} />
    </Section>
  );
}
