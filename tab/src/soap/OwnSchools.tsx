import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeView } from '@owls/policy';
import { NextMeetings } from '../dashboard/NextMeetings.tsx';
import { useMeetings } from '../meetings/queries.ts';
import { halfTermText, londonWall } from '../shell/dates.ts';
import { Heading } from '../shell/Heading.tsx';
import { OwnSchool } from './OwnSchool.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    alignItems: 'start',
  },
  main: {
    gridColumn: 'span 8',
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 960px)': { gridColumn: '1 / -1' },
  },
  side: { gridColumn: 'span 4', '@media (max-width: 960px)': { gridColumn: '1 / -1' } },
});

const SHOWN_MEETINGS = 4;

/** What a head sees first: what their own school owes, how it stands, and when they meet next. */
export default function OwnSchools({ me }: { me: MeView }) {
  const styles = useStyles();
  const first = me.person.name.split(' ')[0];
  return (
    <div>
      <Heading
        title={`Hello, ${first}`}
        about={me.halfTerm ? `${me.trust}, ${halfTermText(me.halfTerm.id)}` : me.trust}
        asOf={me.now}
      />
      <div className={styles.grid}>
        <div className={styles.main}>
          {me.halfTerm ? (
            me.ownSchools.map(({ urn, name, alsoOpen }) => (
              <OwnSchool key={urn} urn={urn} name={name} halfTerm={me.halfTerm?.id ?? ''} alsoOpen={alsoOpen} />
            ))
          ) : (
            <Text>No half term is planned for this time yet.</Text>
          )}
        </div>
        {me.halfTerm && <OwnMeetings me={me} year={me.halfTerm.year} className={styles.side} />}
      </div>
    </div>
  );
}

function OwnMeetings({ me, year, className }: { me: MeView; year: string; className: string }) {
  const { data } = useMeetings(year);
  if (!data) return null;
  const now = londonWall(data.asOf);
  const mine = data.recorded.filter(
    ({ attendees, end, state }) => state !== 'cancelled' && end > now && attendees.includes(me.person.id),
  );
  return <NextMeetings given={mine.slice(0, SHOWN_MEETINGS)} now={data.asOf} className={className} />;
}
