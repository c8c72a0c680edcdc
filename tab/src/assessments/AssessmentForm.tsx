import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { AssessmentsView, ShownAssessment } from '@owls/policy';
import { useState } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { Confirm } from '../shell/Confirm.tsx';
import { counted, figureText } from '../shell/figures.ts';
import { Notice } from '../shell/Notice.tsx';
import { wordsFor } from '../shell/Problem.tsx';
import { useSay } from '../shell/toasts.tsx';
import { useKeptText } from '../shell/use-kept-text.ts';
import { useRecord } from './queries.ts';
import { outcomeOf, readTyped, type Typed, typedOf } from './typed-outcome.ts';

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
  const say = useSay();
  const record = useRecord(view.school.urn);
  const [version, setVersion] = useState(shown.record?.version);
  const [kept, keep] = useKeptText(`assessment/${view.school.urn}/${year}/${shown.key}`);
  const typed = readTyped(kept) ?? typedOf(shown);
  const [wrong, setWrong] = useState<Typed>({});
  const [problem, setProblem] = useState<string>();
  const act = () => {
    setWrong({});
    setProblem(undefined);
    const read = outcomeOf(shown, typed);
    if ('wrong' in read) return setWrong(read.wrong);
    record.mutate(
      { year, assessment: shown.key, version, ...read.outcome },
      {
        onSuccess: () => {
          keep('');
          say.done(shown.record ? 'Corrected' : 'Recorded');
          close();
        },
        onError: (refusal) => {
          if (refusal instanceof ApiProblem && refusal.status === 422) {
            setWrong(Object.fromEntries(refusal.findings.map(({ place = '', says }) => [place, says])));
          } else if (refusal instanceof ApiProblem && refusal.status === 409) {
            const there = standing(refusal.current, year, shown.key);
            setVersion(there?.record?.version);
            setProblem(conflictOf(there));
          } else setProblem(wordsFor(refusal).says);
        },
      },
    );
  };
  const field = (place: string, label: string, hint?: string) => (
    <Field
      key={place}
      label={label}
      required
      {...(hint === undefined ? {} : { hint })}
      {...(wrong[place] === undefined ? {} : { validationState: 'error' as const, validationMessage: wrong[place] })}
    >
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
      busy={record.isPending}
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

function standing(current: unknown, year: string, key: string): ShownAssessment | undefined {
  const view = current as AssessmentsView | undefined;
  return view?.years.find((one) => one.year === year)?.assessments.find((one) => one.key === key);
}

function conflictOf(there: ShownAssessment | undefined): string {
  if (!there?.record)
    return 'Somebody changed this since you opened it. Press the button again to put yours on record.';
  const { byName, record, figures } = there;
  const told = figures.flatMap(({ measure, name }) => {
    const value = record.figures[measure];
    return value === undefined ? [] : [`${name} ${figureText(value)}`];
  });
  return `${byName} recorded this since you opened it: ${counted(record.pupils, 'pupil')}, ${told.join(', ')}. Press the button again to put yours in its place.`;
}
