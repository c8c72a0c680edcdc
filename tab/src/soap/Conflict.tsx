import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
} from '@fluentui/react-components';
import { type InputValues, type SoapDraft, type TrustPolicy, valuesOf } from '@owls/policy';
import { InDialogHost, useIsOpen } from '../shell/DialogHost.tsx';
import { instantText } from '../shell/dates.ts';
import { useFocusBack } from '../shell/use-focus-back.ts';
import { DifferingFields } from './DifferingFields.tsx';
import { differences } from './form-values.ts';

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
            <DifferingFields
              policy={policy}
              inputs={differing}
              one={{ title: 'Yours', values: mine }}
              other={{ title: 'Saved meanwhile', values: other }}
            />
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
