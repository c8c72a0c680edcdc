import { Avatar, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  Desktop20Regular,
  Dismiss20Regular,
  PersonAdd20Regular,
  PersonSwap20Regular,
  Phone20Regular,
} from '@fluentui/react-icons';
import type { Person } from '../control/answers.ts';
import { PersonDialog } from '../people/PersonDialog.tsx';
import { EmptyState } from '../shell/Notice.tsx';
import { MOST_PANES, type Pane } from './panes.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    gap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    overflowX: 'auto',
  },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: 0,
    minWidth: '360px',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
  },
  phonePane: { flexGrow: 0, flexShrink: 0, flexBasis: 'auto' },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  who: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, lineHeight: 1.2 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  soft: { color: tokens.colorNeutralForeground2 },
  icon: { minWidth: '32px', flexShrink: 0 },
  frame: { flexGrow: 1, minHeight: 0, border: 'none', width: '100%' },
  phone: {
    width: '360px',
    flexGrow: 0,
    height: 'min(740px, calc(100% - 60px))',
    margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    border: `8px solid ${tokens.colorNeutralForeground1}`,
    borderRadius: '28px',
  },
});

/** Several people of the tenant at once, each in a Teams of their own, at a desk or on a phone of 360 pixels. */
export function SideBySide({
  panes,
  people,
  change,
}: {
  panes: readonly Pane[];
  people: readonly Person[];
  change: (panes: readonly Pane[]) => void;
}) {
  const styles = useStyles();
  const put = (index: number, changed: Partial<Pane>) =>
    change(panes.map((pane, at) => (at === index ? { ...pane, ...changed } : pane)));
  return (
    <main className={styles.row}>
      {panes.map((pane, index) => {
        const person = people.find(({ id }) => id === pane.person);
        const name = person?.displayName ?? 'Nobody';
        return (
          <section
            // The place in the row, not the person: two panes may show the same one.
            key={index}
            className={mergeClasses(styles.pane, pane.phone && styles.phonePane)}
            aria-label={name}
          >
            <div className={styles.head}>
              <Avatar name={name} color="colorful" size={28} aria-hidden />
              <span className={styles.who}>
                <Text as="h2" size={300} weight="semibold" className={styles.cut}>
                  {name}
                </Text>
                <Text size={100} className={mergeClasses(styles.cut, styles.soft)}>
                  {person?.jobTitle ?? ''}
                </Text>
              </span>
              <PersonDialog
                title={`Instead of ${name}`}
                people={people}
                current={pane.person}
                choose={({ id }) => put(index, { person: id })}
                trigger={
                  <Button
                    appearance="subtle"
                    className={styles.icon}
                    icon={<PersonSwap20Regular />}
                    aria-label={`Somebody else instead of ${name}`}
                  />
                }
              />
              <Button
                appearance="subtle"
                className={styles.icon}
                icon={pane.phone ? <Desktop20Regular /> : <Phone20Regular />}
                aria-label={pane.phone ? `${name} at a desk` : `${name} on a phone`}
                onClick={() => put(index, { phone: !pane.phone })}
              />
              <Button
                appearance="subtle"
                className={styles.icon}
                icon={<Dismiss20Regular />}
                aria-label={`Without ${name}`}
                onClick={() => change(panes.filter((_, at) => at !== index))}
              />
            </div>
            {person === undefined ? (
              <EmptyState title="Nobody of this id is in the tenant">Choose somebody else above.</EmptyState>
            ) : (
              <iframe
                key={person.id}
                title={`Teams as ${name}`}
                className={mergeClasses(styles.frame, pane.phone && styles.phone)}
                src={`/?as=${encodeURIComponent(person.id)}&pane=1#/chat`}
              />
            )}
          </section>
        );
      })}
    </main>
  );
}

/** Puts one more person into the row. */
export function AddPane({
  panes,
  people,
  change,
}: {
  panes: readonly Pane[];
  people: readonly Person[];
  change: (panes: readonly Pane[]) => void;
}) {
  return (
    <PersonDialog
      title="Who else?"
      people={people}
      choose={({ id }) => change([...panes, { person: id, phone: false }])}
      trigger={
        <Button
          appearance="subtle"
          icon={<PersonAdd20Regular />}
          disabled={panes.length >= MOST_PANES}
          title={panes.length >= MOST_PANES ? `${MOST_PANES} are as many as there is room for` : undefined}
        >
          Add person
        </Button>
      }
    />
  );
}
