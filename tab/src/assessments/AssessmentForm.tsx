import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { AssessmentsView, ShownAssessment } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { Notice } from '../shell/Notice.tsx';
import { keptFields } from '../shell/typed-fields.ts';
import { useKeptText } from '../shell/use-kept-text.ts';
import { faultOf, useSending } from '../shell/use-sending.ts';
import { useRecord } from './queries.ts';
import { recordInWords, standing } from './standing.ts';
import { outcomeOf, typedOf } from './typed-outcome.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 13rem), 1fr))',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
  },
  stack: { display: 'grid', gap: tokens.spacingVerticalL },
});

/** Records the outcome of an assessment, or corrects it; kept on this device until it is sent. */
export default function AssessmentForm({
  view,
  year,
  shown,
  close,
}: {
  view: AssessmentsView;
  year: string;
  shown: ShownAssessment;
  close: () => void;
}) {
  const styles = useStyles();
  const [version, setVersion] = useState(shown.record?.version);
  const [kept, keep] = useKeptText(`assessment/${view.school.urn}/${year}/${shown.key}`);
  const typed = keptFields(kept) ?? typedOf(shown);
  const { send, refuse, wrong, problem, busy } = useSending(useRecord(view.school.urn));
  const act = () => {
    const read = outcomeOf(shown, typed);
    if ('wrong' in read) return refuse(read.wrong);
    send(
      { year, assessment: shown.key, version, ...read.outcome },
      {
        says: shown.record ? 'Corrected' : 'Recorded',
        done: () => {
          keep('');
          close();
        },
        conflict: (current) => {
          const there = standing(current, year, shown.key);
          setVersion(there?.record?.version);
          return conflictOf(there);
        },
      },
    );
  };
  const field = (place: string, label: string, hint?: string) => (
    <Field key={place} label={label} required {...(hint === undefined ? {} : { hint })} {...faultOf(wrong, place)}>
      <Input
        inputMode="decimal"
        maxLength={10}
        value={typed[place] ?? ''}
        onChange={(_, { value }) => keep(JSON.stringify({ ...typed, [place]: value }))}
      />
    </Field>
  );
  const unplaced = problem ?? wrong.assessment;
  return (
    <Confirm
      title={`${shown.name}, ${year}`}
      action={shown.record ? 'Correct' : 'Record'}
      busy={busy}
      close={close}
      act={act}
    >
      <div className={styles.stack}>
        {unplaced && <Notice intent="error">{unplaced}</Notice>}
        {field('pupils', 'Pupils assessed', `All pupils of ${shown.yearName} who were assessed.`)}
        <div className={styles.fields}>
          {shown.figures.map(({ measure, name, unit, max }) =>
            field(measure, `${name}, ${unit === '%' ? '%' : `of ${max} marks`}`),
          )}
        </div>
      </div>
    </Confirm>
  );
}

function conflictOf(there: ShownAssessment | undefined): string {
  return there?.record
    ? `${there.byName} recorded this since you opened it: ${recordInWords(there)}. Press the button again to put yours in its place.`
    : 'Somebody took this out in the meantime. Press the button again to put yours on record.';
}
