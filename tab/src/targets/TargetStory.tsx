import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SchoolTarget } from '@owls/policy';
import type { ReactNode } from 'react';
import { TrajectoryChart } from '../schools/TrajectoryChart.tsx';
import { instantText } from '../shell/dates.ts';
import { Sheet } from '../shell/Sheet.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  part: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalS },
  words: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block' },
});

const DID = { proposed: 'Proposed', agreed: 'Agreed', 'signed-off': 'Signed off' } as const;

/** How one target came about: what it starts from, where the year is heading, and each step with who, when and why. */
export function TargetStory({ target, close }: { target: SchoolTarget; close: () => void }) {
  const styles = useStyles();
  const { name, filled, trajectory, history } = target;
  return (
    <Sheet title={name} close={close}>
      <div className={styles.stack}>
        <Part title="Starting point">
          <Text>{filled.why}</Text>
          {filled.figures && (
            <Text>
              That makes a minimum of {filled.figures.minimum}% and a target of {filled.figures.aspirational}%.
            </Text>
          )}
        </Part>
        {trajectory && (
          <Part title="Where this year is heading">
            {trajectory.outlook && <TrajectoryChart given={trajectory} />}
            <Text>{trajectory.says}</Text>
          </Part>
        )}
        <Part title="What was decided">
          {history.length === 0 ? (
            <Text>Nothing yet.</Text>
          ) : (
            <ol className={styles.list}>
              {history.map((step) => (
                <li key={`${step.at} ${step.state} ${step.minimum} ${step.aspirational}`}>
                  <Text>
                    {DID[step.state]} at {step.minimum}% and {step.aspirational}%
                  </Text>
                  <Text size={200} className={styles.quiet}>
                    {step.by.join(' and ')}, {instantText(step.at)}
                  </Text>
                  {step.state === 'proposed' && (
                    <Text size={200} className={styles.words}>
                      {step.why}
                    </Text>
                  )}
                </li>
              ))}
            </ol>
          )}
        </Part>
      </div>
    </Sheet>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <Text as="h3" weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children}
    </div>
  );
}
