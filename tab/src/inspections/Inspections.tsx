import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Inspection } from '@owls/policy';
import { lazy, Suspense, useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { dateText } from '../shell/dates.ts';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { InspectionItem } from './InspectionItem.tsx';
import { useChange, useInspections } from './queries.ts';
import { withDates } from './words.ts';

// Read often, written once in years: the form comes when it is wanted.
const InspectionForm = lazy(() => import('./InspectionForm.tsx'));

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  quiet: { color: tokens.colorNeutralForeground3 },
  record: { justifySelf: 'start', '@media print': { display: 'none' } },
});

/** What others saw of a school from outside, newest first; recorded, corrected and taken out by those who may (M28). */
export function Inspections({ urn }: { urn: string }) {
  const styles = useStyles();
  const { data, error, refetch } = useInspections(urn);
  const change = useChange(urn);
  const say = useSay();
  const [form, setForm] = useState<{ readonly of: Inspection | undefined }>();
  const [leaving, setLeaving] = useState<Inspection>();
  const title = 'Inspections and reviews';
  if (!data) {
    return (
      <Section title={title}>
        {error ? <Problem problem={error} again={() => refetch()} /> : <Text aria-busy="true">Reading…</Text>}
      </Section>
    );
  }
  const takeOut = ({ id, version = '' }: Inspection) =>
    change.mutate(
      { id, remove: version },
      {
        onSuccess: () => say.done('Taken out'),
        onError: (problem) => say.failed(problem),
        onSettled: () => setLeaving(undefined),
      },
    );
  const opened = data.inspections.find(({ counts }) => counts !== undefined)?.inspection.id;
  return (
    <Section
      title={title}
      about={`${data.support.kept ? 'Its support stays. ' : ''}${withDates(data.support.why.because.join(' '))}`}
    >
      {data.inspections.length === 0 && (
        <Text className={styles.quiet}>None is on record here yet, beside what the register says.</Text>
      )}
      {data.inspections.length > 0 && (
        <ol className={styles.list}>
          {data.inspections.map((shown) => (
            <InspectionItem
              key={shown.inspection.id}
              shown={shown}
              open={shown.inspection.id === opened}
              {...(data.mayRecord
                ? { correct: () => setForm({ of: shown.inspection }), takeOut: () => setLeaving(shown.inspection) }
                : {})}
            />
          ))}
        </ol>
      )}
      {data.mayRecord && (
        <Button className={styles.record} onClick={() => setForm({ of: undefined })}>
          Record an inspection
        </Button>
      )}
      {form && (
        <Suspense fallback={null}>
          <InspectionForm view={data} given={form.of} change={change} close={() => setForm(undefined)} />
        </Suspense>
      )}
      {leaving && (
        <Confirm
          title="Take this out?"
          action="Take it out"
          busy={change.isPending}
          close={() => setLeaving(undefined)}
          act={() => takeOut(leaving)}
        >
          <Text>
            What is recorded of {dateText(leaving.on)} no longer counts for the school’s category. Who took it out, and
            what it said, stays in the history.
          </Text>
        </Confirm>
      )}
    </Section>
  );
}
