import { Button, Checkbox, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { counted } from '../shell/figures.ts';
import { useSay } from '../shell/toasts.tsx';
import { useJudge } from './queries.ts';
import type { RoundSchool } from './round.ts';

const useStyles = makeStyles({
  list: { display: 'grid', maxHeight: '40vh', overflowY: 'auto' },
  stack: { display: 'grid', gap: tokens.spacingVerticalM },
});

/** Agrees with several proposals at once, after showing which; any of them can be left out. */
export function BulkAgree({ schools, halfTerm }: { schools: readonly RoundSchool[]; halfTerm: string }) {
  const styles = useStyles();
  const say = useSay();
  const judge = useJudge(halfTerm);
  const [asked, setAsked] = useState<readonly RoundSchool[]>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<number>();
  const chosen = (asked ?? []).filter(({ urn }) => !left.has(urn));

  const agree = async () => {
    let agreed = 0;
    setDone(0);
    for (const { urn, judgement } of chosen) {
      const category = judgement?.proposed?.category;
      if (category === undefined) continue;
      const version = judgement?.version;
      try {
        await judge.mutateAsync({ kind: 'validation', urn, category, ...(version ? { version } : {}) });
        agreed += 1;
        setDone(agreed);
      } catch {
        // The toast has said what is wrong; what was agreed so far stands, the rest waits in the list.
        break;
      }
    }
    setDone(undefined);
    setAsked(undefined);
    if (agreed > 0)
      say.done(`${counted(agreed, 'category', 'categories')} validated`, 'Each can still be changed in the list.');
  };

  if (schools.length < 2 && asked === undefined) return null;
  return (
    <>
      <Button
        onClick={() => {
          setLeft(new Set());
          setAsked(schools);
        }}
      >
        Agree with all {schools.length} proposals
      </Button>
      {asked && (
        <Confirm
          title="Agree with these proposals?"
          action={`Validate ${counted(chosen.length, 'category', 'categories')}`}
          busy={done !== undefined}
          disabled={chosen.length === 0}
          close={() => setAsked(undefined)}
          act={agree}
        >
          <div className={styles.stack}>
            <div className={styles.list}>
              {asked.map(({ urn, name, judgement, last }) => (
                <Checkbox
                  key={urn}
                  checked={!left.has(urn)}
                  disabled={done !== undefined}
                  label={`${name}: ${judgement?.proposed?.category}${last && last !== judgement?.proposed?.category ? ` (was ${last})` : ''}`}
                  onChange={(_, { checked }) => {
                    const next = new Set(left);
                    if (checked === true) next.delete(urn);
                    else next.add(urn);
                    setLeft(next);
                  }}
                />
              ))}
            </div>
            {done !== undefined && (
              <>
                <ProgressBar value={chosen.length === 0 ? 0 : done / chosen.length} aria-label="Validating" />
                <Text size={200} role="status">
                  {done} of {chosen.length}
                </Text>
              </>
            )}
          </div>
        </Confirm>
      )}
    </>
  );
}
