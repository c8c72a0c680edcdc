import { Button, makeStyles, Text, Textarea, Tooltip, tokens } from '@fluentui/react-components';
import { Send20Filled, Send20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Command } from '../control/answers.ts';
import { suggested } from './commands.ts';

const useStyles = makeStyles({
  composer: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    width: '100%',
    maxWidth: '840px',
    boxSizing: 'border-box',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
  },
  commands: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    overflowX: 'auto',
    padding: '3px',
    scrollbarWidth: 'none',
  },
  command: { flexShrink: 0, fontWeight: tokens.fontWeightRegular },
  line: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalXS },
  box: { flexGrow: 1, minWidth: 0, borderRadius: tokens.borderRadiusLarge },
  error: { color: tokens.colorPaletteRedForeground1 },
});

/** Where one writes to the app: Enter sends, Shift and Enter begins a new line; its commands are one press away. */
export function Composer({
  to,
  commands,
  send,
}: {
  to: string;
  commands: readonly Command[];
  /**
   * Rejects when the message did not get through: what was typed is then given back. Answers with what to tell the
   * writer when it got through but all is not well.
   */
  send: (text: string) => Promise<string | undefined>;
}) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();

  async function sendIt(typed: string): Promise<void> {
    const said = typed.trim();
    if (said === '') return;
    setText('');
    setProblem(undefined);
    try {
      setProblem(await send(said));
    } catch (error) {
      setText((since) => (since === '' ? said : since));
      setProblem(`Not sent: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  return (
    <div className={styles.composer}>
      {commands.length === 0 ? null : (
        <section className={styles.commands} aria-label={`What ${to} understands`}>
          {suggested(commands, text).map((command) => (
            <Tooltip key={command.title} content={command.description ?? command.title} relationship="description">
              <Button
                size="small"
                shape="circular"
                className={styles.command}
                onClick={() => void sendIt(command.title)}
              >
                {command.title}
              </Button>
            </Tooltip>
          ))}
        </section>
      )}
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          void sendIt(text);
        }}
      >
        <Textarea
          className={styles.box}
          aria-label={`Write to ${to}`}
          placeholder="Type a message"
          rows={1}
          resize="none"
          value={text}
          onChange={(_, data) => setText(data.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void sendIt(text);
          }}
        />
        <Button
          type="submit"
          appearance="subtle"
          icon={text.trim() === '' ? <Send20Regular /> : <Send20Filled />}
          aria-label="Send"
        />
      </form>
      {problem === undefined ? null : (
        <Text role="alert" size={200} className={styles.error}>
          {problem}
        </Text>
      )}
    </div>
  );
}
