import { Button, Field, Input, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import type { ImportPlan } from '@owls/policy';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { Heading } from '../shell/Heading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { ChooseFile, type ChosenFile } from './ChooseFile.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { type ImportFiles, useApply, usePreview } from './queries.ts';
import { yearInName } from './read-csv-file.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL },
  files: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 20rem), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  year: { maxWidth: '12rem' },
  row: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'center', flexWrap: 'wrap' },
});

/** Brings schools and published results in from the government's files: choose, look, apply. */
export default function Import() {
  const styles = useStyles();
  const queries = useQueryClient();
  const preview = usePreview();
  const apply = useApply();
  const [schools, setSchools] = useState<ChosenFile>();
  const [results, setResults] = useState<ChosenFile>();
  const [year, setYear] = useState('');
  const [plan, setPlan] = useState<ImportPlan>();
  const [job, setJob] = useState<string>();

  const files: ImportFiles = {
    ...(schools ? { schools: schools.text } : {}),
    ...(results ? { results: results.text } : {}),
    ...(results && year.trim() !== '' ? { year: year.trim() } : {}),
  };
  const changed = () => {
    setPlan(undefined);
    setJob(undefined);
    preview.reset();
    apply.reset();
  };
  const look = () => preview.mutate(files, { onSuccess: setPlan });
  const doIt = () => {
    if (!plan) return;
    apply.mutate(
      { ...files, fingerprint: plan.fingerprint },
      {
        onSuccess: (answer) => setJob(answer.job),
        onError: (refused) => {
          // The facts moved on since the preview: show what it would do now.
          if (refused instanceof ApiProblem && refused.status === 409 && isPlan(refused.current))
            setPlan(refused.current);
        },
      },
    );
  };
  return (
    <>
      <Heading
        title="Import"
        about="Schools and Key Stage 2 results, from the government's own CSV files. Nothing is changed before you have seen what would be."
      />
      <div className={styles.page}>
        <Section title="1. Choose the files">
          <div className={styles.files}>
            <ChooseFile
              title="Schools"
              hint="The register of schools (“Get Information About Schools”), or a performance table, which names schools too."
              chosen={schools}
              choose={(file) => {
                setSchools(file);
                changed();
              }}
            />
            <ChooseFile
              title="Key Stage 2 results"
              hint="The performance tables’ Key Stage 2 file of one year, for a county or for your schools."
              chosen={results}
              choose={(file) => {
                setResults(file);
                setYear(file ? (yearInName(file.name) ?? '') : '');
                changed();
              }}
            />
          </div>
          {results && (
            <Field
              label="Academic year of the results"
              hint="For example 2018-19; leave empty where the file says it itself."
            >
              <Input
                className={styles.year}
                value={year}
                onChange={(_, { value }) => {
                  setYear(value);
                  changed();
                }}
              />
            </Field>
          )}
          <div className={styles.row}>
            <Button
              appearance={plan ? 'secondary' : 'primary'}
              disabled={(!schools && !results) || preview.isPending}
              onClick={look}
            >
              Show what would change
            </Button>
            {preview.isPending && <Spinner size="tiny" label="Reading the files…" />}
          </div>
          {preview.error && <Problem problem={preview.error} again={look} />}
        </Section>
        {plan && (
          <Section title="2. What would change">
            <ImportPreview plan={plan} />
          </Section>
        )}
        {plan && (
          <Section title="3. Apply">
            {apply.error && <Problem problem={apply.error} />}
            {job === undefined ? (
              <div className={styles.row}>
                <Button appearance="primary" disabled={isNothing(plan) || apply.isPending} onClick={doIt}>
                  Apply these changes
                </Button>
                <Text size={200}>
                  {isNothing(plan)
                    ? 'The files say nothing new.'
                    : 'Rows with a problem are left out; everything else is done as shown.'}
                </Text>
              </div>
            ) : (
              <ImportProgress
                job={job}
                finished={() => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' })}
                again={() => setJob(undefined)}
              />
            )}
          </Section>
        )}
      </div>
    </>
  );
}

function isNothing({ create, update, results }: ImportPlan): boolean {
  return create.length + update.length + results.length === 0;
}

function isPlan(given: unknown): given is ImportPlan {
  return typeof given === 'object' && given !== null && 'fingerprint' in given && 'create' in given;
}
