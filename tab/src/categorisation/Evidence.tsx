import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CategoriesView } from '@owls/policy';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** What the suggestion rests on, how far it is from changing, and what visits say beside it; people decide. */
export function Evidence({ school }: { school: CategoriesView['schools'][number] }) {
  const { suggestion, visits } = school;
  const styles = useStyles();
  return (
    <div className={styles.box}>
      {suggestion.because.length === 0 ? (
        <Text size={200}>There are no figures yet to suggest anything from.</Text>
      ) : (
        <Sentences of={suggestion.because} />
      )}
      <Text size={200} weight="semibold">
        {suggestion.wouldChange}
      </Text>
      {visits && (
        <>
          <Text size={200} weight="semibold">
            Visits
          </Text>
          <Sentences of={visits} />
        </>
      )}
    </div>
  );
}

function Sentences({ of }: { of: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {of.map((sentence) => (
        <li key={sentence}>
          <Text size={200}>{sentence}</Text>
        </li>
      ))}
    </ul>
  );
}
