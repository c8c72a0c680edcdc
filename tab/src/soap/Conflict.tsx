import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type InputValues, type SoapDraft, type TrustPolicy, valuesOf } from '@owls/policy';
import { InDialogHost, useIsOpen } from '../shell/DialogHost.tsx';
import { instantText } from '../shell/dates.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { useFocusBack } from '../shell/use-focus-back.ts';
import { differences } from './form-values.ts';
import { inputName } from './input-name.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  frame: { maxHeight: '40vh', marginTop: tokens.spacingVerticalM },
});

interface ConflictGiven {
  readonly mine: InputValues;
  readonly theirs: SoapDraft;
  readonly policy: TrustPolicy;
  readonly settle: (choice: 'mine' | 'theirs') => void;
}

/** Two people changed one return: both versions side by side, and a person chooses. Nothing is overwritten unseen. */
export function Conflict(given: ConflictGiven) {
  return (
    <InDialogHost>
      <ConflictDialog {...given} />
    </InDialogHost>
  );
}

function ConflictDialog({ mine, theirs, policy, settle }: ConflictGiven) {
  const styles = useStyles();
  const open = useIsOpen();
  useFocusBack(open);
  const other = valuesOf(theirs);
  const differing = differences(mine, other);
  return (
    <Dialog open={open} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Changed since you opened it</DialogTitle>
          <DialogContent>
            <Text>
              Somebody saved this return on {instantText(theirs.savedAt)}, in chat or in another window. These fields
              differ:
            </Text>
            <ScrollFrame label="Fields that differ" className={styles.frame}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    {['Field', 'Yours', 'Saved meanwhile'].map((title) => (
                      <th key={title} scope="col" className={styles.cell}>
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {differing.map((input) => (
                    <tr key={input}>
                      <th scope="row" className={styles.cell}>
                        {inputName(policy, input)}
                      </th>
                      <td className={styles.cell}>{mine[input] || 'empty'}</td>
                      <td className={styles.cell}>{other[input] || 'empty'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollFrame>
            {differing.length === 0 && <Text>Both say the same.</Text>}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => settle('theirs')}>Take the saved version</Button>
            <Button appearance="primary" onClick={() => settle('mine')}>
              Keep mine
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
