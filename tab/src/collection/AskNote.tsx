import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';

const LONGEST = 1000;

/** Asks for the sentence that goes with a step; others will read it. */
export function AskNote({
  title,
  action,
  label,
  hint,
  busy,
  close,
  act,
}: {
  title: string;
  action: string;
  label: string;
  hint: string;
  busy: boolean;
  close: () => void;
  act: (note: string) => void;
}) {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const empty = note.trim() === '';
  return (
    <Confirm
      title={title}
      action={action}
      busy={busy}
      close={close}
      act={() => (empty ? setTried(true) : act(note.trim()))}
    >
      <Field
        label={label}
        hint={hint}
        required
        {...(tried && empty ? { validationState: 'error' as const, validationMessage: 'Say it in a sentence.' } : {})}
      >
        <Textarea
          value={note}
          rows={3}
          maxLength={LONGEST}
          resize="vertical"
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
    </Confirm>
  );
}
