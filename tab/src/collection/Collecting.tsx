import { Button, makeStyles, Select, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import type { CollectedSchool, CollectionView } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { halfTermText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { counted } from '../shell/figures.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Pager, pageOf } from '../shell/Pager.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { WriteText } from '../shell/WriteText.tsx';
import { CollectedRow } from './CollectedRow.tsx';
import { type Asked, useCollection, useStep } from './queries.ts';
import { RoundState } from './RoundState.tsx';
import { firstStage, STAGE_WORDS, STAGES, type Stage, stageOf } from './stages.ts';

const PAGE = 25;

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid' },
  tabs: { flexWrap: 'wrap', margin: `0 calc(-1 * ${tokens.spacingHorizontalM})` },
});

/** A half term's collection: who owes, whose figures are to be looked at, and what to do about it (M14, M15). */
export default function Collecting({ halfTerm }: { halfTerm: string }) {
  const { data, isPending, error, refetch } = useCollection(halfTerm);
  if (isPending) return <LoadingView what="the returns" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return (
    <>
      <Heading title="Returns" about={halfTermText(halfTerm)} asOf={data.asOf}>
        <Select
          aria-label="Half term"
          value={halfTerm}
          onChange={(_, { value }) => window.location.assign(addressOf({ view: 'returns', halfTerm: value }))}
        >
          {[...new Set([...data.halfTerms, halfTerm])].reverse().map((id) => (
            <option key={id} value={id}>
              {halfTermText(id)}
            </option>
          ))}
        </Select>
      </Heading>
      {data.schools.length === 0 ? (
        <Empty title="No school's returns are open to you." />
      ) : (
        <Round view={data} halfTerm={halfTerm} />
      )}
    </>
  );
}

function Round({ view, halfTerm }: { view: CollectionView; halfTerm: string }) {
  const styles = useStyles();
  const say = useSay();
  const step = useStep(halfTerm);
  const [stage, setStage] = useState<Stage | 'all'>(() => firstStage(view.schools));
  const [page, setPage] = useState(0);
  const [all, setAll] = useState<readonly CollectedSchool[]>();
  const [back, setBack] = useState<CollectedSchool>();
  const rows = view.schools.filter((school) => stage === 'all' || stageOf(school) === stage);
  const owing = view.schools.filter(({ may }) => may.nudge);
  const take = async (asked: Asked, says: string): Promise<boolean> => {
    const taken = await step.take(asked);
    if (!taken) return false;
    const [first] = taken.left;
    say.done(says, first && `Not done for ${counted(taken.left.length, 'school')}: ${first.because}`);
    setAll(undefined);
    setBack(undefined);
    return true;
  };
  return (
    <div className={styles.page}>
      <RoundState view={view} />
      <Section
        title="Schools"
        aside={owing.length > 1 && <Button onClick={() => setAll(owing)}>Nudge all {owing.length}</Button>}
      >
        <TabList
          className={styles.tabs}
          selectedValue={stage}
          onTabSelect={(_, { value }) => {
            setStage(STAGES.find((one) => one === value) ?? 'all');
            setPage(0);
          }}
        >
          {STAGES.map((key) => (
            <Tab key={key} value={key}>
              {STAGE_WORDS[key]} ({view.schools.filter((school) => stageOf(school) === key).length})
            </Tab>
          ))}
          <Tab value="all">All ({view.schools.length})</Tab>
        </TabList>
        {rows.length === 0 ? (
          <Text>{EMPTY[stage]}</Text>
        ) : (
          <ul className={styles.list}>
            {pageOf(rows, page, PAGE).map((school) => (
              <CollectedRow
                key={school.urn}
                school={school}
                busy={step.busy}
                nudge={() => take({ step: 'nudge', urns: [school.urn] }, `${school.name} is nudged`)}
                confirm={() =>
                  take({ step: 'confirm', urns: [school.urn] }, `The figures of ${school.name} are confirmed`)
                }
                sendBack={() => setBack(school)}
                takeBack={() =>
                  take({ step: 'take back', urns: [school.urn] }, `What was said of ${school.name} is taken back`)
                }
              />
            ))}
          </ul>
        )}
        <Pager page={page} size={PAGE} total={rows.length} what="school" go={setPage} />
      </Section>
      {all && (
        <Confirm
          title={`Nudge ${counted(all.length, 'head')}?`}
          action="Nudge all"
          busy={step.busy}
          close={() => setAll(undefined)}
          act={() =>
            take({ step: 'nudge', urns: all.map(({ urn }) => urn) }, `${counted(all.length, 'school')} nudged`)
          }
        >
          Each gets the return's card in chat, with your name: {all.map(({ name }) => name).join(', ')}.
        </Confirm>
      )}
      {back && (
        <WriteText
          title={`Send the figures of ${back.name} back?`}
          action="Send back"
          label="What is to be looked at?"
          hint="The head reads this on a card, changes the figures and sends them again; you are told when they come."
          kept={`collection/${halfTerm}/${back.urn}`}
          most={1000}
          busy={step.busy}
          close={() => setBack(undefined)}
          write={(note) =>
            take({ step: 'send back', urns: [back.urn], note }, `The figures of ${back.name} are sent back`)
          }
        />
      )}
    </div>
  );
}

const EMPTY: Readonly<Record<Stage | 'all', string>> = {
  owing: 'Every school has returned its figures.',
  unchecked: 'No figures wait to be looked at.',
  'sent back': 'Nothing is sent back.',
  confirmed: 'No figures are confirmed yet.',
  all: 'There are no schools in this round.',
};
