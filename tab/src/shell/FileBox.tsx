import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';

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

interface FileBoxGiven {
  readonly title: string;
  readonly hint: string;
  /** What files it takes, as an `accept` attribute, and in a word. */
  readonly accept: string;
  readonly kind: string;
  /** What is said of the file that was chosen. */
  readonly chosen: string | undefined;
  readonly wrong: string | undefined;
  readonly busy?: boolean;
  readonly take: (file: File) => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/** Takes one file, by button or by dropping it here. */
export function FileBox({ title, hint, accept, kind, chosen, wrong, busy = false, take, children }: FileBoxGiven) {
  const styles = useStyles();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !busy) take(file);
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
          {chosen}
        </Text>
      )}
      {wrong && (
        <Text className={styles.wrong} role="alert">
          {wrong}
        </Text>
      )}
      <div className={styles.row}>
        {/* Whoever came by keyboard stays in the dialog while the file is read. */}
        <Button disabledFocusable={busy} onClick={() => input.current?.click()}>
          {chosen ? 'Choose another' : 'Choose a file'}
        </Button>
        {children}
      </div>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={`${title}, ${kind}`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) take(file);
          target.value = '';
        }}
      />
    </section>
  );
}
