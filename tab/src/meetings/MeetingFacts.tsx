import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeView, PlanMeeting, PlanView } from '@owls/policy';
import { instantText, wallDayText, wallTimeText } from '../shell/dates.ts';
import { Notice } from '../shell/Notice.tsx';
import { addressOf } from '../shell/route.ts';
import { ChooseHost } from './ChooseHost.tsx';
import { Invited } from './Invited.tsx';
import { MeetingState } from './MeetingState.tsx';
import { TO_DO } from './trouble-words.ts';
import { fixedBecause } from './use-carry.ts';

const useStyles = makeStyles({
  stack: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    overflowWrap: 'anywhere',
  },
  when: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
});

interface FactsGiven {
  readonly view: PlanView;
  readonly meeting: PlanMeeting;
  readonly me: MeView;
  readonly nameOf: (id: string) => string;
  readonly takeBack: (moveId: string) => void;
}

/** All about one meeting: when, where, who and what they answered, what is wrong, why it is there, what can be done. */
export function MeetingFacts({ view, meeting, me, nameOf, takeBack }: FactsGiven) {
  const styles = useStyles();
  const { moved, wanted } = meeting;
  const troubles = view.troubles.filter(({ key }) => key === meeting.key);
  const movable = view.mayPlan && fixedBecause(meeting) === undefined;
  const move = moved && view.moves.find(({ id }) => id === moved.id);
  return (
    <div className={styles.stack}>
      <div className={styles.when}>
        <Text>
          {wallDayText(meeting.start)}, {wallTimeText(meeting.start)} to {wallTimeText(meeting.end)}
        </Text>
        <MeetingState state={meeting.state} />
      </div>
      <Text>{meeting.place}</Text>
      {meeting.state !== 'planned' && (
        <Link href={addressOf({ view: 'meeting', meeting: meeting.key })}>Agenda, minutes and actions</Link>
      )}
      {wanted && (
        <Notice intent="info">
          The plan has it on {wallDayText(wanted.start)}, {wallTimeText(wanted.start)}. “Put into calendars” moves it
          there.
        </Notice>
      )}
      {meeting.question && (
        <Notice intent="warning">
          It is gone from Outlook. Under Calendars, say whether to put it back or leave it out.
        </Notice>
      )}
      {troubles.map(({ kind, says, rule }) => (
        <Notice key={`${kind}/${says}`} intent="warning" title={says}>
          {TO_DO[kind]} <span className={styles.quiet}>({rule})</span>
        </Notice>
      ))}
      {moved && (
        <Notice
          intent="info"
          action={
            movable &&
            move &&
            !move.undone && (
              <Button size="small" onClick={() => takeBack(moved.id)}>
                Take back
              </Button>
            )
          }
        >
          Moved in {moved.where === 'plan' ? `the plan by ${nameOf(moved.by)}` : 'Outlook'}, {instantText(moved.at)}.
        </Notice>
      )}
      {movable && meeting.host !== undefined && meeting.urn === undefined && (
        <ChooseHost view={view} meeting={meeting} />
      )}
      <Invited meeting={meeting} me={me} nameOf={nameOf} />
      {meeting.agenda.length > 0 && (
        <details>
          <summary className={styles.summary}>Agenda</summary>
          <ul className={styles.list}>
            {meeting.agenda.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </details>
      )}
      {view.mayPlan && (
        <details>
          <summary className={styles.summary}>Why it is in the plan ({meeting.why.rule})</summary>
          <ul className={styles.list}>
            {meeting.why.because.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <Text size={200} className={styles.quiet}>
            {meeting.why.wouldChange}
          </Text>
        </details>
      )}
    </div>
  );
}
