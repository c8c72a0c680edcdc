import { Button, makeStyles, Switch, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import type { MeView, PlanView } from '@owls/policy';
import { useMemo, useState } from 'react';
import { londonWall, wallDayText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { useNarrow } from '../shell/use-narrow.ts';
import { GroupKey } from './GroupKey.tsx';
import { ListView } from './ListView.tsx';
import { OpenMeeting } from './OpenMeeting.tsx';
import { OutlookNote } from './OutlookNote.tsx';
import { PeriodStepper } from './PeriodStepper.tsx';
import { PlanTools } from './PlanTools.tsx';
import { periodsOf, placeOf } from './periods.ts';
import { type Asked, chosen, EVERYTHING, visitsByDate } from './plan-filter.ts';
import { useNames } from './queries.ts';
import { wrongByKey } from './trouble-words.ts';
import { useCarry } from './use-carry.ts';
import { useOutlook } from './use-outlook.ts';
import { useTakeBack } from './use-take-back.ts';
import { WeeksGrid } from './WeeksGrid.tsx';
import { YearView } from './YearView.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  says: { color: tokens.colorNeutralForeground2 },
});

const VIEWS = { year: 'Year', term: 'Term', month: 'Month', list: 'List' } as const;
type Shape = keyof typeof VIEWS;

const HINT = 'Drag a meeting to another day, or press Space on it and use the arrow keys. Enter opens it.';

/** The year's plan to look at and to put in order: year, term, month and list, moved by drag, keyboard or choice. */
export function Plan({ view, me }: { view: PlanView; me: MeView }) {
  const styles = useStyles();
  const narrow = useNarrow();
  const now = londonWall(view.asOf);
  const today = now.slice(0, 10);
  const [shape, setShape] = useState<Shape>(narrow ? 'list' : 'month');
  const [asked, setAsked] = useState<Asked>(EVERYTHING);
  const [past, setPast] = useState(false);
  const [on, setOn] = useState(today);
  /** A single day of the list, on which more takes place than the grid shows. */
  const [day, setDay] = useState<string>();
  const [opened, setOpened] = useState<{ readonly key: string; readonly moving: boolean }>();
  const nameOf = useNames(me.may['people.read'] === true);
  const meetings = useMemo(() => chosen(view, asked, me.person.id), [view, asked, me.person.id]);
  const wrong = useMemo(() => wrongByKey(view.meetings, view.troubles), [view]);
  const visits = useMemo(() => visitsByDate(view, asked), [view, asked]);
  const periods = periodsOf(shape === 'term' ? 'term' : 'month', view);
  const place = placeOf(periods, on);
  const period = periods[place];
  const leafed = shape === 'month' || shape === 'term';
  const asGrid = leafed && !narrow;
  const carrying = useCarry({ view, show: setOn });
  const outlook = useOutlook(view.year, meetings, shape === 'month' && !narrow ? period : undefined);
  const undo = useTakeBack(view, (words, date) => {
    carrying.say(words);
    if (date !== undefined) setOn(date);
  });

  if (view.meetings.length === 0) {
    return (
      <Empty
        title={view.mayPlan ? 'Nothing is planned for this year.' : 'You are invited to nothing this year, so far.'}
      >
        Meetings follow from the policy's rhythm and the people in their roles. As soon as both are there, the plan is
        too.
      </Empty>
    );
  }

  const hiddenPast = meetings.filter(({ end }) => end < now).length;
  const inList = meetings.filter(({ start, end }) => {
    if (leafed) return period && period.from <= start && start.slice(0, 10) <= period.to;
    return day === undefined ? past || asked.wrong || end >= now : start.startsWith(day);
  });
  const show = (to: Shape) => {
    setShape(to);
    setDay(undefined);
  };
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <TabList
          selectedValue={shape}
          size="small"
          aria-label="How the plan is shown"
          onTabSelect={(_, { value }) => show(Object.keys(VIEWS).find((one): one is Shape => one === value) ?? 'list')}
        >
          {Object.entries(VIEWS).map(([value, words]) => (
            <Tab key={value} value={value}>
              {words}
            </Tab>
          ))}
        </TabList>
        {undo.last && (
          <Button icon={<ArrowUndoRegular />} disabled={undo.busy} onClick={() => undo.takeBack()}>
            {undo.busy ? 'Taking it back…' : 'Undo last move'}
          </Button>
        )}
      </div>
      <PlanTools view={view} asked={asked} ask={(change) => setAsked({ ...asked, ...change })} />
      {leafed && (
        <div className={styles.bar}>
          <PeriodStepper periods={periods} place={place} today={today} go={setOn} />
          {view.mayPlan && shape === 'month' && !narrow && (
            <Switch
              label="Mark who is taken in Outlook"
              checked={outlook.wished}
              onChange={(_, { checked }) => outlook.wish(checked)}
            />
          )}
        </div>
      )}
      {outlook.on && <OutlookNote people={outlook.people} asked={outlook.asked} nameOf={nameOf} />}
      {shape === 'list' && day === undefined && hiddenPast > 0 && !asked.wrong && (
        <Switch
          label={`Past ones too (${hiddenPast})`}
          checked={past}
          onChange={(_, { checked }) => setPast(checked)}
        />
      )}
      {day !== undefined && (
        <div className={styles.bar}>
          <Text weight="semibold">{wallDayText(day)}</Text>
          <Button size="small" onClick={() => show('month')}>
            Back to the month
          </Button>
        </div>
      )}
      {view.mayPlan && (
        <Text size={200} className={styles.says} role="status" aria-live="assertive">
          {carrying.says || (asGrid ? HINT : '')}
        </Text>
      )}
      {meetings.length === 0 && <Text>No meeting fits what you chose above.</Text>}
      {shape === 'year' && (
        <YearView
          view={view}
          meetings={meetings}
          wrong={wrong}
          today={today}
          choose={(kind) => {
            setAsked({ ...asked, kind });
            setPast(true);
            show('list');
          }}
        />
      )}
      {asGrid && period && (
        <WeeksGrid
          label={period.name}
          from={period.from}
          to={period.to}
          today={today}
          calendar={view.calendar}
          meetings={meetings}
          wrong={wrong}
          busy={outlook.busy}
          visits={visits}
          dense={shape === 'term'}
          mayPlan={view.mayPlan}
          carrying={carrying}
          open={({ key }) => setOpened({ key, moving: false })}
          openDay={(date) => {
            setShape('list');
            setDay(date);
          }}
          dropped={(key, date) => {
            const meeting = view.meetings.find((one) => one.key === key);
            if (meeting) carrying.dropOn(meeting, date);
          }}
        />
      )}
      {!asGrid && shape !== 'year' && (
        <ListView
          meetings={inList}
          calendar={view.calendar}
          wrong={wrong}
          open={({ key }) => setOpened({ key, moving: false })}
        />
      )}
      {shape !== 'year' && <GroupKey />}
      {opened && (
        <OpenMeeting
          view={view}
          me={me}
          opened={opened}
          open={setOpened}
          nameOf={nameOf}
          carry={asGrid ? carrying.pickUp : undefined}
          takeBack={undo.takeBack}
          moved={(words, date) => {
            carrying.say(words);
            setOn(date);
          }}
        />
      )}
    </div>
  );
}
