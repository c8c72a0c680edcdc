import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SheetFinding } from '@owls/policy';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';

const useStyles = makeStyles({
  frame: { maxHeight: '40vh' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  cell: { display: 'block', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  says: { overflowWrap: 'anywhere' },
});

/** Cells that have to be mended, each with what to do. */
export function CellFindings({ findings }: { findings: readonly SheetFinding[] }) {
  const styles = useStyles();
  return (
    <ScrollFrame label="Cells to mend" className={styles.frame}>
      <ul className={styles.list}>
        {findings.map(({ cell, says }) => (
          <li key={`${cell} ${says}`}>
            <Text className={styles.cell}>{cell}</Text>
            <Text className={styles.says}>{says}</Text>
          </li>
        ))}
      </ul>
    </ScrollFrame>
  );
}
