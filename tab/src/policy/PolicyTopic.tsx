import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { RULES, type TrustPolicy } from '@owls/policy';
import { Section } from '../shell/Section.tsx';
import { PolicyTable } from './PolicyTable.tsx';
import type { Topic } from './topics.ts';
import { type Part, partsOf, withMeasureNames } from './value-parts.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
  parts: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  group: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Every value of a part of the policy, folded away until somebody looks it up. */
export function PolicyTopic({ topic: { key, title, rules, note }, policy }: { topic: Topic; policy: TrustPolicy }) {
  const styles = useStyles();
  return (
    <Section title={title} about={rules.map((rule) => `${RULES[rule]} (${rule})`).join(' · ')}>
      <details>
        <summary className={styles.summary}>All values</summary>
        <div className={styles.parts}>
          {note && <Text>{note}</Text>}
          {partsOf(title, withMeasureNames(policy[key], policy)).map((part) => (
            <PolicyPart key={part.caption} part={part} />
          ))}
        </div>
      </details>
    </Section>
  );
}

function PolicyPart({ part }: { part: Part }) {
  const styles = useStyles();
  if (part.kind === 'table') return <PolicyTable caption={part.caption} heads={part.heads} rows={part.rows} />;
  return (
    <div className={styles.parts}>
      <Text weight="semibold">{part.caption}</Text>
      <div className={styles.group}>
        {part.parts.map((one) => (
          <PolicyPart key={one.caption} part={one} />
        ))}
      </div>
    </div>
  );
}
