import { makeStyles, tokens } from '@fluentui/react-components';
import { FaultForm } from './FaultForm.tsx';
import { LimitsForm } from './LimitsForm.tsx';
import { StormForm } from './StormForm.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
  },
});

/** What calls are to meet: faults one orders, faults by chance, and Microsoft's limits. */
export function FaultsPanel() {
  const styles = useStyles();
  return (
    <div className={styles.panel}>
      <FaultForm />
      <StormForm />
      <LimitsForm />
    </div>
  );
}
