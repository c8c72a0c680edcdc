import { Checkbox, Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { AnalysisView, ShownNeed } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { Notice } from '../shell/Notice.tsx';
import { useKeptText } from '../shell/use-kept-text.ts';
import { faultOf, useSending } from '../shell/use-sending.ts';
import { useAnalysisChange } from './queries.ts';

const useStyles = makeStyles({ stack: { display: 'grid', gap: tokens.spacingVerticalL } });

/** Writes what the head sees in a need, or names one of their own; kept on this device until it is sent. */
export default function NeedForm({
  view,
  need,
  close,
}: {
  view: AnalysisView;
  /** Undefined for one the head names. */
  need: ShownNeed | undefined;
  close: () => void;
}) {
  const styles = useStyles();
  const [area] = useState(() => need?.area ?? `own-${crypto.randomUUID()}`);
  const written = need?.written;
  const [version, setVersion] = useState(written?.version);
  const place = `analysis/${view.school.urn}/${view.year}/${need?.area ?? 'new'}`;
  const [name, setName] = useKeptText(`${place}/name`);
  const [says, setSays] = useKeptText(`${place}/says`);
  const [explained, setExplained] = useState(written?.explained ?? false);
  const text = says === '' ? (written?.says ?? '') : says;
  const called = need && !need.own ? need.name : name === '' ? (need?.name ?? '') : name;
  const { send, wrong, problem, busy } = useSending(useAnalysisChange(view));
  const act = () =>
    send(
      {
        method: 'PUT',
        path: `needs/${encodeURIComponent(area)}`,
        body: { name: called, explained, says: text, ...(version === undefined ? {} : { version }) },
      },
      {
        says: 'Kept',
        done: () => {
          setName('');
          setSays('');
          close();
        },
        conflict: (current) => {
          const now = current as AnalysisView | undefined;
          if (now) setVersion(now.needs.find((one) => one.area === area)?.written?.version);
          return undefined;
        },
      },
    );
  const unplaced = problem ?? wrong.area;
  return (
    <Confirm title={need ? need.name : 'A need of your own'} action="Keep" busy={busy} close={close} act={act}>
      <div className={styles.stack}>
        {unplaced && <Notice intent="error">{unplaced}</Notice>}
        {need?.found && <Text>{need.found}</Text>}
        {(!need || need.own) && (
          <Field label="The need, in a few words" required {...faultOf(wrong, 'name')}>
            <Input maxLength={120} value={called} onChange={(_, { value }) => setName(value)} />
          </Field>
        )}
        <Field label={explained ? 'Why no action follows' : 'What you see in it'} required {...faultOf(wrong, 'says')}>
          <Textarea
            resize="vertical"
            rows={4}
            maxLength={2000}
            value={text}
            onChange={(_, { value }) => setSays(value)}
          />
        </Field>
        <Checkbox
          label="It is explained, and no action follows"
          checked={explained}
          onChange={(_, { checked }) => setExplained(checked === true)}
        />
      </div>
    </Confirm>
  );
}
