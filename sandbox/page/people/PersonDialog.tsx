import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { Person } from '../control/answers.ts';
import { PersonaPicker } from './PersonaPicker.tsx';

const useStyles = makeStyles({
  dialog: { width: 'min(920px, calc(100vw - 24px))', maxWidth: 'none', boxSizing: 'border-box' },
  people: { maxHeight: 'min(70vh, 640px)', padding: '2px' },
});

/** Asks for one of the tenant's people; `trigger` opens it. */
export function PersonDialog({
  title,
  people,
  current,
  choose,
  trigger,
}: {
  title: string;
  people: readonly Person[];
  current?: string;
  choose: (person: Person) => void;
  trigger: ReactElement;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>{trigger}</DialogTrigger>
      <DialogSurface className={styles.dialog}>
        <DialogBody>
          <DialogTitle
            action={
              <DialogTrigger action="close">
                <Button appearance="subtle" aria-label="Close" icon={<Dismiss20Regular />} />
              </DialogTrigger>
            }
          >
            {title}
          </DialogTitle>
          <DialogContent className={styles.people}>
            <PersonaPicker
              people={people}
              current={current}
              choose={(person) => {
                setOpen(false);
                choose(person);
              }}
            />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
