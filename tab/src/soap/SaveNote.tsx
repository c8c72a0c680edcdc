import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { instantText } from '../shell/dates.ts';
import { wordsFor } from '../shell/Problem.tsx';
import type { Draft } from './use-draft.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Whether what was typed is kept, in a line that a screen reader hears when it changes. */
export function SaveNote({ draft }: { draft: Draft }) {
  const styles = useStyles();
  return (
    <span className={styles.row}>
      <Text size={200} className={styles.quiet} role="status">
        {noteFor(draft)}
      </Text>
      {draft.state === 'unsaved' && !draft.theirs && (
        <Button size="small" onClick={() => draft.save()}>
          Save now
        </Button>
      )}
    </span>
  );
}

function noteFor({ state, savedAt, problem, read }: Draft): string {
  if (state === 'saving') return 'Saving…';
  if (state === 'unsaved') return `Not saved yet. ${wordsFor(problem).says}`;
  if (state === 'changed') return 'Will be saved in a moment';
  if (state === 'saved' && read.unkept.length > 0) return 'Saved, apart from the page with marked fields';
  if (savedAt) return `Draft saved ${instantText(savedAt)}`;
  return 'Saved as you type';
}
