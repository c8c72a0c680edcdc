import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { MeView } from '@owls/policy';
import { useState } from 'react';
import { wallShortText, wallTimeText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { useMeeting, useMyMeetings } from './queries.ts';

const useStyles = makeStyles({
  choose: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalM,
    maxWidth: '34rem',
    '@media print': { display: 'none' },
  },
});

interface MeetingGiven {
  readonly meeting: string | undefined;
  /** The chat in Teams it is opened from. */
  readonly chat: string | undefined;
  readonly me: MeView;
}

/** One meeting; where none is named, as in a meeting's side panel, that meeting, or else the one that is on or comes next. */
export default function Meeting({ meeting, chat, me }: MeetingGiven) {
  return meeting === undefined ? <MeetingHere chat={chat} me={me} /> : <OneMeeting meeting={meeting} me={me} />;
}

function OneMeeting({ meeting, me }: { meeting: string; me: MeView }) {
  const { data, isPending, error, refetch } = useMeeting(meeting);
  if (data) return <MeetingPage view={data} me={me} />;
  if (isPending) return <LoadingView what="the meeting" />;
  return <Problem problem={error} again={() => refetch()} />;
}

function MeetingHere({ chat, me }: Omit<MeetingGiven, 'meeting'>) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<string>();
  const { data, isPending, error, refetch } = useMyMeetings(chat);
  if (isPending) return <LoadingView what="your meetings" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  if (data.here !== undefined) return <OneMeeting meeting={data.here} me={me} />;
  const meeting = chosen ?? data.nearest;
  if (meeting === undefined) {
    return (
      <>
        <Heading title="Your meetings" />
        <Empty title="You have no meeting about now.">
          Meetings from a week ago to three weeks ahead are here: their agendas, minutes and actions.
        </Empty>
      </>
    );
  }
  return (
    <>
      <div className={styles.choose}>
        <Text as="span" size={200} id="which-meeting">
          Which meeting
        </Text>
        <Select aria-labelledby="which-meeting" value={meeting} onChange={(_, { value }) => setChosen(value)}>
          {data.meetings.map(({ key, title, start }) => (
            <option key={key} value={key}>
              {wallShortText(start)}, {wallTimeText(start)}: {title}
            </option>
          ))}
        </Select>
      </div>
      <OneMeeting key={meeting} meeting={meeting} me={me} />
    </>
  );
}
