import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { InspectionsView } from '@owls/policy';
import type { Mend, Typed } from './typed-inspection.ts';

interface Given {
  readonly typed: Typed;
  readonly type: (part: Partial<Typed>) => void;
  readonly mend: Mend;
}

/** What a monitoring visit found. */
export function MonitoringFields({
  typed,
  type,
  mend,
  outcomes,
}: Given & { readonly outcomes: InspectionsView['policy']['monitoringOutcomes'] }) {
  return (
    <>
      <Field label="What it found" required {...mend('outcome')}>
        <Select value={typed.outcome} onChange={(_, { value }) => type({ outcome: value })}>
          <option value="">Choose</option>
          {outcomes.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Words label="Note" typed={typed} type={type} mend={mend} place="note" />
    </>
  );
}

/** Who reviewed what, and with which outcome. */
export function ReviewFields({ typed, type, mend }: Given) {
  return (
    <>
      <Field label="Who reviewed" required {...mend('reviewer')}>
        <Input maxLength={255} value={typed.reviewer} onChange={(_, { value }) => type({ reviewer: value })} />
      </Field>
      <Field label="What was reviewed" required {...mend('about')}>
        <Input maxLength={255} value={typed.about} onChange={(_, { value }) => type({ about: value })} />
      </Field>
      <Words label="Outcome" required typed={typed} type={type} mend={mend} place="outcome" />
    </>
  );
}

function Words({
  label,
  place,
  required = false,
  typed,
  type,
  mend,
}: Given & { readonly label: string; readonly place: string; readonly required?: boolean }) {
  return (
    <Field label={label} required={required} {...mend(place)}>
      <Textarea
        resize="vertical"
        rows={4}
        maxLength={2000}
        value={typed.words}
        onChange={(_, { value }) => type({ words: value })}
      />
    </Field>
  );
}
