import { Button, makeStyles, ProgressBar, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import type { CategoriesView } from '@owls/policy';
import { useState } from 'react';
import { halfTermText, nearText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { BulkAgree } from './BulkAgree.tsx';
import { ChooseCategory } from './ChooseCategory.tsx';
import { useCategories } from './queries.ts';
import { RoundRow } from './RoundRow.tsx';
import { agreeable, firstStage, STAGE_WORDS, type Stage, stageOf } from './round.ts';
import { TakeBack } from './TakeBack.tsx';
import { useDecisions } from './use-decisions.ts';

const PAGE = 25;

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  counts: { display: 'grid', gap: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  tabs: { flexWrap: 'wrap', margin: `0 calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** The half term's round: what is proposed, what waits for the CEO, what is settled. */
export default function Categories({ halfTerm }: { halfTerm: string }) {
  const { data, isPending, error, refetch } = useCategories(halfTerm);
  if (isPending) return <LoadingView what="the categories" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return <Round view={data} halfTerm={halfTerm} />;
}

function Round({ view, halfTerm }: { view: CategoriesView; halfTerm: string }) {
  const styles = useStyles();
  const [stage, setStage] = useState<Stage | 'all'>(() => firstStage(view.schools));
  const [page, setPage] = useState(0);
  const decisions = useDecisions(halfTerm);
  const { choosing, takingBack } = decisions;
  const chosen = view.schools.find(({ urn }) => urn === choosing?.urn);
  const undone = view.schools.find(({ urn }) => urn === takingBack?.urn);
  const { round } = view;
  const rows = view.schools.filter((school) => stage === 'all' || stageOf(school) === stage);
  const count = (which: Stage) => view.schools.filter((school) => stageOf(school) === which).length;
  const stages = (['to validate', 'to propose', 'validated'] as const).map((key) => ({ key, count: count(key) }));
  return (
    <>
      <Heading title="Categories" about={halfTermText(halfTerm)} asOf={view.asOf}>
        <Button as="a" href={addressOf({ view: 'years' })}>
          Over the years
        </Button>
      </Heading>
      <div className={styles.page}>
        <Section title={round.complete ? 'The round is complete' : 'The round'}>
          <div className={styles.counts}>
            <Text role="status">
              {round.validated} of {round.total} validated, {round.proposed} proposed. Proposals are due{' '}
              {nearText(round.proposalsDue)}, validations {nearText(round.validationsDue)}.
            </Text>
            <ProgressBar
              value={round.total === 0 ? 0 : round.validated / round.total}
              thickness="large"
              aria-label="Validated categories"
              {...(round.complete ? { color: 'success' as const } : {})}
            />
          </div>
        </Section>
        {view.schools.length === 0 ? (
          <Empty title="No school's category is open to you." />
        ) : (
          <Section title="Schools" aside={<BulkAgree schools={agreeable(view.schools)} halfTerm={halfTerm} />}>
            <TabList
              className={styles.tabs}
              selectedValue={stage}
              onTabSelect={(_, { value }) => {
                setStage(stages.find(({ key }) => key === value)?.key ?? 'all');
                setPage(0);
              }}
            >
              {stages.map(({ key, count: its }) => (
                <Tab key={key} value={key}>
                  {STAGE_WORDS[key]} ({its})
                </Tab>
              ))}
              <Tab value="all">All ({view.schools.length})</Tab>
            </TabList>
            {rows.length === 0 ? (
              <Text>{emptyText(stage)}</Text>
            ) : (
              <ul className={styles.list}>
                {pageOf(rows, page, PAGE).map((school) => (
                  <RoundRow key={school.urn} school={school} scale={view.scale} decisions={decisions} />
                ))}
              </ul>
            )}
            <Pager page={page} size={PAGE} total={rows.length} what="school" go={setPage} />
          </Section>
        )}
      </div>
      {takingBack && undone && (
        <TakeBack halfTerm={halfTerm} school={undone} part={takingBack.part} close={decisions.leave} />
      )}
      {choosing && chosen && (
        <ChooseCategory
          key={`${choosing.kind} ${choosing.urn}`}
          kind={choosing.kind}
          school={chosen}
          scale={view.scale}
          busy={decisions.busy}
          close={decisions.close}
          choose={(category, words) => decisions.choose(choosing.kind, chosen, category, words)}
        />
      )}
    </>
  );
}

function emptyText(stage: Stage | 'all'): string {
  if (stage === 'to validate') return 'Nothing waits for validation.';
  if (stage === 'to propose') return 'Every school has its proposal.';
  return 'No category is validated yet. The first one shows here.';
}
