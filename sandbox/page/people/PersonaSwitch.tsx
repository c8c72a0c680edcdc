import { Avatar, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Person } from '../control/answers.ts';
import { PersonDialog } from './PersonDialog.tsx';

const useStyles = makeStyles({
  me: { minWidth: 0, padding: '2px 6px', gap: tokens.spacingHorizontalS, maxWidth: '260px' },
  who: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0, lineHeight: 1.2 },
  cut: { maxWidth: '190px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  soft: { color: tokens.colorNeutralForeground2 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Who one is, and the way to be somebody else. */
export function PersonaSwitch({
  people,
  persona,
  choose,
  short,
}: {
  people: readonly Person[];
  persona: Person;
  choose: (person: Person) => void;
  short: boolean;
}) {
  const styles = useStyles();
  return (
    <PersonDialog
      title="Switch person"
      people={people}
      current={persona.id}
      choose={choose}
      trigger={
        <Button appearance="subtle" className={styles.me}>
          <Avatar name={persona.displayName} color="colorful" size={28} aria-hidden />
          {short ? (
            <span className={styles.unseen}>{persona.displayName}: switch person</span>
          ) : (
            <span className={styles.who}>
              <Text size={200} weight="semibold" className={styles.cut}>
                {persona.displayName}
              </Text>
              <Text size={100} className={`${styles.cut} ${styles.soft}`}>
                {persona.jobTitle ?? ''}
              </Text>
              <span className={styles.unseen}>Switch person</span>
            </span>
          )}
        </Button>
      }
    />
  );
}
