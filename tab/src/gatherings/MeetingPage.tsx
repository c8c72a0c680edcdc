import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { GatheringView, MeView } from '@owls/policy';
import { wallDayText, wallTimeText } from '../shell/dates.ts';
import { Heading } from '../shell/Heading.tsx';
import { useNarrow } from '../shell/use-narrow.ts';
import { Actions } from './Actions.tsx';
import { Agenda } from './Agenda.tsx';
import { ComingAndGoing } from './ComingAndGoing.tsx';
import { Minutes } from './Minutes.tsx';
import { Papers } from './Papers.tsx';
import { useOutbox } from './queries.ts';
import { Unsent } from './Unsent.tsx';

const useStyles = makeStyles({
  parts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media print': { display: 'block' },
  },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, minWidth: 0 },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
  },
  unseenInPrint: { '@media print': { display: 'none' } },
});

/** A meeting from agenda to actions: on a desk in two columns, in a side panel one under the other, on paper as a document. */
export function MeetingPage({ view, me }: { view: GatheringView; me: MeView }) {
  const styles = useStyles();
  const narrow = useNarrow();
  const { meeting, school, sheet } = view;
  const box = useOutbox(meeting.key, me.person.id);
  const ended = sheet !== undefined && sheet.state !== 'draft';
  const where =
    school === undefined || school.name === meeting.place ? meeting.place : `${meeting.place}, ${school.name}`;
  const cluster = school && school.cluster !== '' ? ` (${school.cluster} cluster)` : '';
  const planned = (
    <div key="planned" className={styles.column}>
      <Agenda view={view} box={box} me={me} />
      <ComingAndGoing view={view} box={box} />
    </div>
  );
  const written = (
    <div key="written" className={styles.column}>
      <Minutes view={view} box={box} me={me} />
      <Actions view={view} box={box} me={me} />
    </div>
  );
  // Where there is little room, as beside a meeting, they stand at the foot: what is done in a meeting comes first.
  const tools = (
    <>
      <Papers view={view} />
      <Button className={styles.unseenInPrint} onClick={() => window.print()}>
        Print or save as PDF
      </Button>
    </>
  );
  // What is written comes first while there is something to write: a side panel shows the top of the page.
  return (
    <>
      <Heading
        title={meeting.title}
        about={`${wallDayText(meeting.start)}, ${wallTimeText(meeting.start)} to ${wallTimeText(meeting.end)} · ${where}${cluster}`}
        asOf={view.asOf}
      >
        {meeting.state === 'cancelled' && (
          <Badge appearance="tint" color="warning" size="large">
            Cancelled
          </Badge>
        )}
        {ended && (
          <Badge appearance="tint" color={sheet.state === 'held' ? 'success' : 'warning'} size="large">
            {sheet.state === 'held' ? 'Minutes kept' : 'Not held'}
          </Badge>
        )}
        {!narrow && tools}
      </Heading>
      <Unsent box={box} view={view} />
      <div className={styles.parts}>{view.begun ? [written, planned] : [planned, written]}</div>
      {narrow && <div className={styles.tools}>{tools}</div>}
    </>
  );
}
