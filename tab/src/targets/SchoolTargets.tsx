import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { SchoolTarget, SchoolTargetsView } from '@owls/policy';
import { yearName } from '@owls/policy';
import { useState } from 'react';
import { Empty } from '../shell/Empty.tsx';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { useSchoolTargets } from './queries.ts';
import { Steps } from './Steps.tsx';
import { TargetStory } from './TargetStory.tsx';
import { TargetTable } from './TargetTable.tsx';
import { keyOf } from './typed-figures.ts';
import { useStepping } from './use-stepping.ts';

const useStyles = makeStyles({
  back: { color: tokens.colorBrandForegroundLink, display: 'inline-block', marginBottom: tokens.spacingVerticalS },
  page: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 30rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    minWidth: 0,
  },
  wide: { gridColumn: '1 / -1' },
});

/** A school's targets by year group: proposed, agreed and signed off here, each with its story. */
export function SchoolTargets({ year, urn, name, among }: { year: string; urn: string; name: string; among: boolean }) {
  const styles = useStyles();
  const { data, isPending, error, refetch } = useSchoolTargets(year, urn);
  if (isPending) return <LoadingView what="the school's targets" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return (
    <>
      {among && (
        <a href={addressOf({ view: 'targets', year })} className={styles.back}>
          ‹ All targets
        </a>
      )}
      <Year view={data} name={name} />
    </>
  );
}

function Year({ view, name }: { view: SchoolTargetsView; name: string }) {
  const styles = useStyles();
  const stepping = useStepping(view);
  const [story, setStory] = useState<string>();
  const told = view.targets.find((one) => keyOf(one) === story);
  return (
    <>
      <Heading title={`Targets of ${view.school.name}`} about={view.year} asOf={view.asOf}>
        <Button as="a" href={addressOf({ view: 'school', urn: view.school.urn })}>
          The school's page
        </Button>
      </Heading>
      <div className={styles.page}>
        {view.closed && (
          <div className={styles.wide}>
            <Notice intent="info">{view.closed} These targets are history.</Notice>
          </div>
        )}
        {view.targets.length === 0 ? (
          <Empty title="The trust sets no targets for this school.">
            Its year groups may be missing from the list of schools.
          </Empty>
        ) : (
          <>
            <div className={styles.wide}>
              <Steps view={view} stepping={stepping} name={name} />
            </div>
            {groupsOf(view.targets).map(({ title, targets }) => (
              <Section key={title} title={title} about={pupilsText(targets)}>
                <TargetTable title={title} targets={targets} stepping={stepping} tell={setStory} />
              </Section>
            ))}
          </>
        )}
      </div>
      {told && <TargetStory target={told} close={() => setStory(undefined)} />}
    </>
  );
}

function groupsOf(targets: readonly SchoolTarget[]) {
  const years = [...new Set(targets.map(({ yearGroup }) => yearGroup))];
  return years.map((year) => ({
    title: year ? yearName(year) : 'The whole school',
    targets: targets.filter(({ yearGroup }) => yearGroup === year),
  }));
}

function pupilsText([first]: readonly SchoolTarget[]): string {
  const pupils = first?.pupils;
  return pupils === undefined ? 'How many pupils there are is not on record.' : `${pupils} pupils`;
}
