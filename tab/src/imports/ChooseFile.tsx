import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { type DragEvent, useId, useRef, useState } from 'react';
import { textOf, unfit } from './read-csv-file.ts';

export interface ChosenFile {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
}

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    alignContent: 'start',
    justifyItems: 'start',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  head: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  icon: { fontSize: '24px', color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  name: { overflowWrap: 'anywhere' },
});

/** Takes one CSV file, by button or by dropping it here. */
export function ChooseFile({
  title,
  hint,
  chosen,
  choose,
}: {
  title: string;
  hint: string;
  chosen: ChosenFile | undefined;
  choose: (file: ChosenFile | undefined) => void;
}) {
  const styles = useStyles();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    const why = unfit(file);
    setWrong(why);
    if (why !== undefined) return;
    try {
      const text = textOf(await file.arrayBuffer());
      choose({ name: file.name, text, rows: Math.max(0, text.trimEnd().split('\n').length - 1) });
    } catch (unreadable) {
      const reason = unreadable instanceof Error ? unreadable.message : String(unreadable);
      setWrong(`${file.name} could not be read (${reason}). Is it open in another program?`);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <section
      aria-labelledby={id}
      className={mergeClasses(styles.box, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className={styles.head}>
        <DocumentTableRegular className={styles.icon} aria-hidden />
        <Text weight="semibold" id={id} as="h3" style={{ margin: 0 }}>
          {title}
        </Text>
      </div>
      <Text size={200} className={styles.quiet}>
        {hint}
      </Text>
      {chosen && (
        <Text className={styles.name} role="status">
          {chosen.name}, {chosen.rows.toLocaleString('en-GB')} rows
        </Text>
      )}
      {wrong && (
        <Text className={styles.wrong} role="alert">
          {wrong}
        </Text>
      )}
      <div className={styles.row}>
        <Button onClick={() => input.current?.click()}>{chosen ? 'Choose another' : 'Choose a file'}</Button>
        {chosen && (
          <Button appearance="subtle" onClick={() => choose(undefined)}>
            Leave it out
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={`${title}, CSV file`}
        onChange={({ target }) => {
          take(target.files?.[0]);
          target.value = '';
        }}
      />
    </section>
  );
}
