import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Person } from '../control/answers.ts';
import { EmptyState } from '../shell/Notice.tsx';
import { PersonaPicker } from './PersonaPicker.tsx';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
  inner: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    maxWidth: '1040px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  intro: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  lead: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
});

/** The first thing a newcomer sees: who there is, and whom one wants to be. */
export function WelcomePage({
  tenantName,
  people,
  choose,
}: {
  tenantName: string | undefined;
  people: readonly Person[];
  choose: (person: Person) => void;
}) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <div className={styles.inner}>
        <header className={styles.intro}>
          <Text as="h1" size={700} weight="semibold">
            Who do you want to be?
          </Text>
          <Text className={styles.lead}>
            This is a local Microsoft 365{tenantName ? ` with the people of ${tenantName}` : ''}. Nothing leaves this
            computer. Choose a person to see Teams as they do; open more windows to be several people at once.
          </Text>
        </header>
        {people.length === 0 ? (
          <EmptyState title="Nobody lives here yet">
            The sandbox has no people. Whoever starts it adds them; this page shows them as soon as they are there.
          </EmptyState>
        ) : (
          <PersonaPicker people={people} choose={choose} />
        )}
      </div>
    </main>
  );
}
