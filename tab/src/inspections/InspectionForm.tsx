import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { Inspection, InspectionsView } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { dateText } from '../shell/dates.ts';
import { Notice } from '../shell/Notice.tsx';
import { useKeptText } from '../shell/use-kept-text.ts';
import { useSending } from '../shell/use-sending.ts';
import { GradedFields } from './GradedFields.tsx';
import { MonitoringFields, ReviewFields } from './OtherFields.tsx';
import type { useChange } from './queries.ts';
import { bodyOf, type Mend, NOTHING, readTyped, saysOn, type Typed, typedOf } from './typed-inspection.ts';
import { withDates } from './words.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalL },
});

const KINDS = [
  ['graded', 'An inspection with its outcome'],
  ['awaited', 'An inspection whose outcome is awaited'],
  ['monitoring', 'A monitoring visit'],
  ['review', 'A review by others'],
] as const;

/** Records what somebody from outside saw of a school, or corrects what is on record; kept on this device until sent. */
export default function InspectionForm({
  view,
  given,
  change,
  close,
}: {
  view: InspectionsView;
  /** What is corrected; undefined for a new one. */
  given: Inspection | undefined;
  change: ReturnType<typeof useChange>;
  close: () => void;
}) {
  const styles = useStyles();
  const [id] = useState(() => given?.id ?? crypto.randomUUID());
  const [version, setVersion] = useState(given?.version);
  const [kept, keep] = useKeptText(`inspection/${view.school.urn}/${given?.id ?? 'new'}`);
  const typed = readTyped(kept) ?? begun(given);
  const type = (part: Partial<Typed>) => keep(JSON.stringify({ ...typed, ...part }));
  const { send, refuse, wrong, problem, busy } = useSending(change);
  const says = saysOn(view.policy, typed.on);
  const mend: Mend = (place) => {
    const message = wrong[place] ?? (place === 'on' ? wrong[''] : undefined);
    return message === undefined ? {} : { validationState: 'error', validationMessage: withDates(message) };
  };
  const act = () => {
    const made = bodyOf(typed, says);
    if ('missing' in made) return refuse(made.missing);
    send(
      { id, save: made.body, version },
      {
        says: given ? 'Corrected' : 'Recorded',
        done: () => {
          keep('');
          close();
        },
        conflict: (current) => {
          const there = (current as InspectionsView | undefined)?.inspections.find((one) => one.inspection.id === id);
          setVersion(there?.inspection.version);
          return conflictOf(there);
        },
      },
    );
  };
  return (
    <Confirm
      title={given ? `Correct what is on record of ${dateText(given.on)}` : `Record for ${view.school.name}`}
      action={given ? 'Correct' : 'Record'}
      busy={busy}
      close={close}
      act={act}
    >
      <div className={styles.stack}>
        {problem && <Notice intent="error">{problem}</Notice>}
        <Field label="What was it?">
          <RadioGroup
            value={typed.kind}
            onChange={(_, { value }) => type({ kind: KINDS.find(([kind]) => kind === value)?.[0] ?? 'graded' })}
          >
            {KINDS.map(([kind, label]) => (
              <Radio key={kind} value={kind} label={label} />
            ))}
          </RadioGroup>
        </Field>
        <Field label="First day" required {...mend('on')}>
          <Input type="date" value={typed.on} onChange={(_, { value }) => type({ on: value })} />
        </Field>
        {typed.kind === 'graded' && (
          <GradedFields typed={typed} type={type} says={says} mend={mend} frameworks={view.policy.frameworks} />
        )}
        {typed.kind === 'monitoring' && (
          <MonitoringFields typed={typed} type={type} mend={mend} outcomes={view.policy.monitoringOutcomes} />
        )}
        {typed.kind === 'review' && <ReviewFields typed={typed} type={type} mend={mend} />}
        {typed.kind !== 'awaited' && (
          <Field label="Where the report can be read" hint="Its address, beginning with https://" {...mend('report')}>
            <Input
              type="url"
              maxLength={255}
              value={typed.report}
              onChange={(_, { value }) => type({ report: value })}
            />
          </Field>
        )}
      </div>
    </Confirm>
  );
}

/** An awaited inspection is opened to be given its outcome. */
function begun(given: Inspection | undefined): Typed {
  if (given === undefined) return NOTHING;
  const typed = typedOf(given);
  return typed.kind === 'awaited' ? { ...typed, kind: 'graded' } : typed;
}

function conflictOf(there: InspectionsView['inspections'][number] | undefined): string {
  if (there === undefined)
    return 'Somebody took this out in the meantime. Press the button again to put yours on record.';
  const { name, byName, counts, inspection } = there;
  const grade = counts ? `, which counts as ${counts.grade}` : '';
  return `${byName} changed this since you opened it: ${name} of ${dateText(inspection.on)}${grade}. Press the button again to put yours in its place.`;
}
