import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { AssessmentsView, ShownAssessment } from '@owls/policy';
import { lazy, Suspense, useState } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { dateText } from '../shell/dates.ts';
import { counted, figureText } from '../shell/figures.ts';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { useAssessments, useRecord } from './queries.ts';
import { signOf } from './standing.ts';

// Read often, written twice a year: what writes comes when it is wanted.
const AssessmentForm = lazy(() => import('./AssessmentForm.tsx'));
const TakeOut = lazy(() => import('./TakeOut.tsx'));

const useStyles = makeStyles({
  year: { display: 'grid', gap: tokens.spacingVerticalM },
  heading: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  value: { margin: 0, textAlign: 'right' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
});

interface Opened {
  readonly to: 'record' | 'take out';
  readonly year: string;
  readonly shown: ShownAssessment;
}

/** A school's national assessments and its baseline beside England's figures; recorded, and taken out, by those who make its returns. */
export function Assessments({ urn }: { urn: string }) {
  const styles = useStyles();
  const { data, error, refetch } = useAssessments(urn);
  const record = useRecord(urn);
  const say = useSay();
  const [opened, open] = useState<Opened>();
  const [chosen, choose] = useState('');
  const title = 'National assessments';
  // Not open to everybody who reads the school's records.
  if (error instanceof ApiProblem && error.status === 404) return null;
  if (!data) {
    return (
      <Section title={title}>
        {error ? <Problem problem={error} again={() => refetch()} /> : <Text aria-busy="true">Reading…</Text>}
      </Section>
    );
  }
  const close = () => open(undefined);
  const putBack = (year: string, { key, record: taken }: ShownAssessment) => {
    if (!taken) return;
    const { pupils, figures } = taken;
    record.mutateAsync({ year, assessment: key, pupils, figures, version: undefined }).then(
      () => say.done('On record again'),
      (problem) => say.failed(problem),
    );
  };
  const over = data.over.find(({ year }) => year === chosen);
  const shownYears = over ? [over] : data.years;
  return (
    <Section
      title={title}
      about="Of all pupils assessed, beside the newest figure for England."
      aside={
        data.over.length > 0 && (
          <Select
            aria-label="Academic year of the assessments"
            value={over ? chosen : ''}
            onChange={(_, { value }) => choose(value)}
          >
            <option value="">Now and on record</option>
            {data.over.map(({ year }) => (
              <option key={year} value={year}>
                All of {year}
              </option>
            ))}
          </Select>
        )
      }
    >
      {shownYears.length === 0 && <Text className={styles.quiet}>The school has none this year.</Text>}
      {shownYears.map(({ year, assessments }) => (
        <div key={year} className={styles.year}>
          <Text as="h3" weight="semibold" className={styles.heading}>
            {year}
          </Text>
          <ul className={styles.list}>
            {assessments.map((shown) => (
              <Assessment
                key={shown.key}
                shown={shown}
                asOf={data.asOf}
                {...(data.mayRecord && shown.begun ? { record: () => open({ to: 'record', year, shown }) } : {})}
                {...(data.mayRecord && shown.record ? { takeOut: () => open({ to: 'take out', year, shown }) } : {})}
                year={year}
              />
            ))}
          </ul>
        </div>
      ))}
      {opened && (
        <Suspense fallback={null}>
          {opened.to === 'record' ? (
            <AssessmentForm view={data} year={opened.year} shown={opened.shown} close={close} />
          ) : (
            <TakeOut
              view={data}
              year={opened.year}
              shown={opened.shown}
              putBack={(taken) => putBack(opened.year, taken)}
              close={close}
            />
          )}
        </Suspense>
      )}
    </Section>
  );
}

function Assessment({
  shown,
  year,
  asOf,
  record,
  takeOut,
}: {
  shown: ShownAssessment;
  year: string;
  asOf: AssessmentsView['asOf'];
  record?: () => void;
  takeOut?: () => void;
}) {
  const styles = useStyles();
  const act = shown.record ? 'Correct' : 'Record';
  return (
    <li className={styles.item}>
      <Text weight="semibold">{shown.name}</Text>
      <Text size={200} className={styles.quiet}>
        {shown.record
          ? `${counted(shown.record.pupils, 'pupil')}. Recorded by ${shown.byName}, ${dateText(shown.record.recordedOn)}.`
          : wanted(shown, asOf)}
      </Text>
      {shown.record && <Figures shown={shown} />}
      {(record || takeOut) && (
        <div className={styles.acts}>
          {record && (
            <Button size="small" onClick={record} aria-label={`${act}: ${shown.name}, ${year}`}>
              {act}
            </Button>
          )}
          {takeOut && (
            <Button size="small" appearance="subtle" onClick={takeOut} aria-label={`Take out: ${shown.name}, ${year}`}>
              Take out
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Figures({ shown }: { shown: ShownAssessment }) {
  const styles = useStyles();
  return (
    <dl className={styles.figures}>
      {shown.figures.map(({ measure, name, unit, max }) => {
        const value = shown.record?.figures[measure];
        const england = shown.beside.find((one) => one.measure === measure);
        const sign = signOf({ unit, max });
        return (
          <div key={measure} style={{ display: 'contents' }}>
            <dt>
              {name}
              {england && (
                <Text size={200} block className={styles.quiet}>
                  England {figureText(england.national)}
                  {sign} in {england.nationalYear}: {england.standing}
                </Text>
              )}
            </dt>
            <dd className={styles.value}>{value === undefined ? 'Not given' : `${figureText(value)}${sign}`}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function wanted({ begun, by }: ShownAssessment, asOf: string): string {
  if (by === undefined) return 'Not on record.';
  if (!begun) return `Still to come: wanted by ${dateText(by)}.`;
  return by < asOf
    ? `Not on record. It was wanted by ${dateText(by)}.`
    : `Not on record yet. Wanted by ${dateText(by)}.`;
}
