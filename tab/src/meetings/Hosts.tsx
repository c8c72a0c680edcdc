import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PlanView } from '@owls/policy';
import { counted } from '../shell/figures.ts';
import { Section } from '../shell/Section.tsx';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 18rem), 1fr))',
  },
  row: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

/** How often each school hosts: by turns, and by the choices made. */
export function Hosts({ view }: { view: PlanView }) {
  const styles = useStyles();
  const hosts = [...view.hosts].sort((one, other) => other.turns - one.turns || one.name.localeCompare(other.name));
  if (hosts.length === 0) return null;
  const [most, fewest] = [hosts[0]?.turns ?? 0, hosts.at(-1)?.turns ?? 0];
  return (
    <Section
      title="Who hosts how often"
      about={
        most === fewest
          ? `Every school hosts ${counted(most, 'time')}.`
          : `Between ${fewest} and ${counted(most, 'time')}. To change a turn, open a meeting and choose its host.`
      }
    >
      <ul className={styles.list}>
        {hosts.slice(0, 60).map(({ urn, name, turns }) => (
          <li key={urn} className={styles.row}>
            <Text>{name}</Text>
            <Text className={styles.quiet}>{counted(turns, 'turn')}</Text>
          </li>
        ))}
      </ul>
      {hosts.length > 60 && (
        <Text size={200}>
          and {hosts.length - 60} more with {counted(hosts[60]?.turns ?? 0, 'turn')} or fewer
        </Text>
      )}
    </Section>
  );
}
