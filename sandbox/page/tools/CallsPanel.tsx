import { Button, Checkbox, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Delete20Regular, Pause20Regular, Play20Regular, Search20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { EmptyState } from '../shell/Notice.tsx';
import { CallRow } from './CallRow.tsx';
import { matching } from './call-words.ts';
import { useCalls } from './useCalls.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { flexGrow: 1, minWidth: '120px' },
  icon: { minWidth: '32px' },
  sum: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1 },
  list: { flexGrow: 1, minHeight: 0, overflowY: 'auto', margin: 0, padding: 0, listStyleType: 'none' },
});

/** Every call of an app to Microsoft's services, newest first; a press shows what it carried. */
export function CallsPanel() {
  const styles = useStyles();
  const [on, setOn] = useState(true);
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState({ failed: false, work: false });
  const { calls, error, clear } = useCalls(on);
  const shown = matching(calls, search, only);
  const units = shown.reduce((sum, call) => sum + (call.units ?? 0), 0);
  return (
    <>
      <div className={styles.bar}>
        <Input
          type="search"
          className={styles.search}
          aria-label="Search calls"
          placeholder="Search calls"
          contentBefore={<Search20Regular />}
          value={search}
          onChange={(_, data) => setSearch(data.value)}
        />
        <Checkbox
          label="Writes"
          checked={only.work}
          onChange={(_, data) => setOnly({ ...only, work: data.checked === true })}
        />
        <Checkbox
          label="Failed"
          checked={only.failed}
          onChange={(_, data) => setOnly({ ...only, failed: data.checked === true })}
        />
        <Button
          appearance="subtle"
          className={styles.icon}
          icon={on ? <Pause20Regular /> : <Play20Regular />}
          aria-label={on ? 'Stop listing calls' : 'List calls again'}
          onClick={() => setOn(!on)}
        />
        <Button
          appearance="subtle"
          className={styles.icon}
          icon={<Delete20Regular />}
          aria-label="Clear the list"
          onClick={clear}
        />
      </div>
      <Text size={200} className={styles.sum}>
        {shown.length} of the last {calls.length} calls · {units} units
        {error === undefined ? null : (
          <span role="alert" className={styles.error}>
            {' '}
            · {error.message}
          </span>
        )}
      </Text>
      {shown.length === 0 ? (
        <EmptyState title="No calls to show">
          {calls.length === 0 ? 'Calls appear here as apps make them.' : 'No call has these words in it.'}
        </EmptyState>
      ) : (
        <ol className={styles.list} aria-label="Calls">
          {shown.map((call) => (
            <CallRow key={call.n} call={call} />
          ))}
        </ol>
      )}
    </>
  );
}
