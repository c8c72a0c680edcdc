import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import type { AnalysisAction, AnalysisView, ShownNeed } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { Notice } from '../shell/Notice.tsx';
import { useKeptText } from '../shell/use-kept-text.ts';
import { faultOf, useSending } from '../shell/use-sending.ts';
import { useAnalysisChange } from './queries.ts';
import { type TypedAction, typedAction } from './typed-action.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalL },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 12rem), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  select: { minWidth: 0 },
});

/** Says what is done about a need, who does it, by when, and how success is seen. */
export default function ActionForm({
  view,
  need,
  action,
  me,
  close,
}: {
  view: AnalysisView;
  need: ShownNeed;
  /** Undefined for a new one. */
  action: AnalysisAction | undefined;
  /** Person id of the reader, who most likely does it. */
  me: string;
  close: () => void;
}) {
  const styles = useStyles();
  const [id] = useState(() => action?.id ?? crypto.randomUUID());
  const [version, setVersion] = useState(action?.version);
  const [kept, keep] = useKeptText(`analysis/${view.school.urn}/${view.year}/${need.area}/${action?.id ?? 'new'}`);
  const typed = typedAction(kept, action, view.owners.some((one) => one.id === me) ? me : '');
  const set = (part: Partial<TypedAction>) => keep(JSON.stringify({ ...typed, ...part }));
  const { send, wrong, problem, busy } = useSending(useAnalysisChange(view));
  const act = () =>
    send(
      {
        method: 'PUT',
        path: `actions/${encodeURIComponent(id)}`,
        body: { ...typed, need: need.area, ...(version === undefined ? {} : { version }) },
      },
      {
        says: 'Kept',
        done: () => {
          keep('');
          close();
        },
        conflict: (current) => {
          const now = current as AnalysisView | undefined;
          if (now) setVersion(now.needs.flatMap(({ actions }) => actions).find((one) => one.id === id)?.version);
          return undefined;
        },
      },
    );
  const unplaced = problem ?? wrong.area ?? wrong.need;
  const place = typed.text.trim() === '' ? 'text' : typed.owner === '' ? 'owner' : 'by';
  const fault = (of: 'text' | 'owner' | 'by') => (of === place ? faultOf(wrong, 'action') : {});
  return (
    <Confirm title={`Action for ${need.name}`} action="Keep" busy={busy} close={close} act={act}>
      <div className={styles.stack}>
        {unplaced && <Notice intent="error">{unplaced}</Notice>}
        <Field label="What is done" required {...fault('text')}>
          <Textarea
            resize="vertical"
            maxLength={500}
            value={typed.text}
            onChange={(_, { value }) => set({ text: value })}
          />
        </Field>
        <div className={styles.pair}>
          <Field label="Who answers for it" required {...fault('owner')}>
            <Select className={styles.select} value={typed.owner} onChange={(_, { value }) => set({ owner: value })}>
              <option value="">Choose</option>
              {view.owners.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="By when" required {...fault('by')}>
            <Input type="date" value={typed.by} onChange={(_, { value }) => set({ by: value })} />
          </Field>
        </div>
        <Field label="How success is seen" required {...faultOf(wrong, 'success')}>
          <Textarea
            resize="vertical"
            maxLength={500}
            value={typed.success}
            onChange={(_, { value }) => set({ success: value })}
          />
        </Field>
      </div>
    </Confirm>
  );
}
