import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Suggestion } from '@owls/policy';

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

/** What the suggestion rests on and how far it is from changing; people decide. */
export function Evidence({ suggestion }: { suggestion: Suggestion }) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      {suggestion.because.length === 0 ? (
        <Text size={200}>There are no figures yet to suggest anything from.</Text>
      ) : (
        <ul className={styles.list}>
          {suggestion.because.map((sentence) => (
            <li key={sentence}>
              <Text size={200}>{sentence}</Text>
            </li>
          ))}
        </ul>
      )}
      <Text size={200} weight="semibold">
        {suggestion.wouldChange}
      </Text>
    </div>
  );
}
