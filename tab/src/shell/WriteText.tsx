import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { Confirm } from './Confirm.tsx';
import { useKeptText } from './use-kept-text.ts';

/** A few sentences to be sent, which others will read; what is typed is kept on this device until it is. */
export function WriteText({
  title,
  label,
  hint,
  action,
  kept,
  most = 2000,
  optional = false,
  busy,
  close,
  write,
}: {
  title: string;
  label: string;
  hint?: string;
  action: string;
  /** Under which name it is kept. */
  kept: string;
  /** Characters at most. */
  most?: number;
  /** Whether nothing can be said, too. */
  optional?: boolean;
  busy: boolean;
  close: () => void;
  /** Whether it was sent. */
  write: (text: string) => Promise<boolean>;
}) {
  const [text, setText] = useKeptText(kept);
  const [tried, setTried] = useState(false);
  const empty = !optional && text.trim() === '';
  const act = async () => {
    if (empty) setTried(true);
    else if (await write(text.trim())) setText('');
  };
  return (
    <Confirm title={title} action={action} busy={busy} close={close} act={act}>
      <Field
        label={label}
        required={!optional}
        {...(hint === undefined ? {} : { hint })}
        {...(tried && empty ? { validationState: 'error' as const, validationMessage: 'Say it in a sentence.' } : {})}
      >
        <Textarea
          resize="vertical"
          rows={4}
          maxLength={most}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
    </Confirm>
  );
}
