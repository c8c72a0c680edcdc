import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AnalysisView, MeView } from '@owls/policy';
import { useRef, useState } from 'react';
import { paperFile, printed } from '../on-a-page/printing.ts';
import { dateText, halfTermText } from '../shell/dates.ts';
import { download } from '../shell/download.ts';
import { Empty } from '../shell/Empty.tsx';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { ChooseYear } from './ChooseYear.tsx';
import { FigureTable } from './FigureTable.tsx';
import { Groups } from './Groups.tsx';
import { Needs } from './Needs.tsx';
import { useAnalysis } from './queries.ts';
import { SendAnalysis } from './SendAnalysis.tsx';

const useStyles = makeStyles({
  back: {
    color: tokens.colorBrandForegroundLink,
    display: 'inline-block',
    marginBottom: tokens.spacingVerticalS,
    '@media print': { display: 'none' },
  },
  stack: { display: 'grid', gap: tokens.spacingHorizontalL, minWidth: 0 },
  unprinted: { '@media print': { display: 'none' } },
  strengths: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** A school's analysis of a year's results: to read, to write, to send and to print. */
export default function Analysis({ urn, year, me }: { urn: string; year: string | undefined; me: MeView }) {
  const { data, isPending, error, refetch } = useAnalysis(urn, year);
  if (isPending) return <LoadingView what="the analysis" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return <Shown view={data} me={me} />;
}

function Shown({ view, me }: { view: AnalysisView; me: MeView }) {
  const styles = useStyles();
  const paper = useRef<HTMLDivElement>(null);
  const [blocked, setBlocked] = useState(false);
  const { school, year, figures } = view;
  const strengths = figures.filter(({ reading }) => reading === 'strength');
  const name = `${school.name}, analysis of ${year}`;
  return (
    <div ref={paper}>
      <a href={addressOf({ view: 'school', urn: school.urn })} className={styles.back}>
        ‹ {school.name}
      </a>
      <Heading title={`Results of ${year}`} about={`${school.name}. ${standing(view)}`} asOf={view.asOf}>
        <ChooseYear year={year} years={view.years} urn={school.urn} />
        <Button className={styles.unprinted} onClick={() => printed().then((came) => setBlocked(!came))}>
          Print or save as PDF
        </Button>
      </Heading>
      <div className={styles.stack}>
        {blocked && (
          <Notice
            intent="warning"
            title="Teams does not print from here."
            action={
              <Button
                onClick={() =>
                  paper.current && download(paperFile(paper.current, name), `analysis-${year}-${school.urn}.html`)
                }
              >
                Download the page
              </Button>
            }
          >
            Download the page, open it in your browser, and print it or save it as a PDF there.
          </Notice>
        )}
        <Section title="Beside England" about={`Figures of fewer than ${view.fewest} pupils are shown and not judged.`}>
          {figures.length === 0 ? (
            <Empty title="There are no results of this year yet.">
              They come from the national assessments the head records on the school's page, and from the published
              results once the office has imported them.
            </Empty>
          ) : (
            <FigureTable figures={figures} year={year} />
          )}
        </Section>
        {strengths.length > 0 && (
          <Section title="Strengths">
            <ul className={styles.strengths}>
              {strengths.map(({ key, says }) => (
                <li key={key}>
                  <Text>{says}</Text>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {view.groups && (
          <Groups
            groups={view.groups}
            year={year}
            about={
              view.groups.halfTerm &&
              `From the return of ${halfTermText(view.groups.halfTerm)}, in % on track for the year's end. Groups of fewer than ${view.fewest} pupils are shown and not judged.`
            }
          />
        )}
        <Needs view={view} me={me.person.id} />
        {view.mayWrite && <SendAnalysis view={view} />}
      </div>
    </div>
  );
}

function standing({ sent, by, asOf }: AnalysisView): string {
  if (sent) return `Sent by ${sent.byName}, ${dateText(sent.at)}.`;
  if (by === undefined) return 'The analysis is not sent.';
  return by < asOf
    ? `The analysis is not sent. It was wanted by ${dateText(by)}.`
    : `The analysis is not sent yet. It is wanted by ${dateText(by)}.`;
}
