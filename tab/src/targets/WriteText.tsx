import { Field, Textarea } from '@fluentui/react-components';
import { useKeptText } from '../gatherings/use-kept-text.ts';
import { Confirm } from '../shell/Confirm.tsx';

/** A few sentences to be sent; what is typed is kept on this device until it is. */
export function WriteText({
  title,
  label,
  hint,
  action,
  kept,
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
  busy: boolean;
  close: () => void;
  /** Whether it was sent. */
  write: (text: string) => Promise<boolean>;
}) {
  const [text, setText] = useKeptText(kept);
  const act = async () => {
    if (await write(text.trim())) setText('');
  };
  return (
    <Confirm title={title} action={action} busy={busy} disabled={text.trim() === ''} close={close} act={act}>
      <Field label={label} {...(hint === undefined ? {} : { hint })}>
        <Textarea
          resize="vertical"
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
    </Confirm>
  );
}
