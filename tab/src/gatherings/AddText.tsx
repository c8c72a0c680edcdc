import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useKeptText } from '../shell/use-kept-text.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    '@media print': { display: 'none' },
  },
  wide: { justifySelf: 'stretch' },
});

interface AddTextGiven {
  readonly label: string;
  readonly button: string;
  /** Under which name what is being typed is kept on this device. */
  readonly name: string;
  readonly add: (text: string) => Promise<void> | undefined;
  /** Further fields beside the text. */
  readonly children?: ReactNode;
}

/** A text to be added to a meeting. Ctrl+Enter adds it too. */
export function AddText({ label, button, name, add, children }: AddTextGiven) {
  const styles = useStyles();
  const [text, change] = useKeptText(name);
  const [empty, setEmpty] = useState(false);
  const send = () => {
    const said = text.trim();
    setEmpty(said === '');
    if (said === '') return;
    if (add(said) !== undefined) change('');
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        className={styles.wide}
        label={label}
        {...(empty ? { validationState: 'error' as const, validationMessage: 'Type something first.' } : {})}
      >
        <Textarea
          value={text}
          resize="vertical"
          maxLength={2000}
          onChange={(_, { value }) => change(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) send();
          }}
        />
      </Field>
      {children}
      <Button type="submit">{button}</Button>
    </form>
  );
}
