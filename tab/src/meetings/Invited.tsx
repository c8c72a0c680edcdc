import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { MeetingAnswer, MeView, PlanMeeting } from '@owls/policy';
import { counted } from '../shell/figures.ts';

const MOST = 30;

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  one: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center', justifyContent: 'space-between' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const ANSWERS = {
  accepted: { words: 'Comes', color: 'success' },
  tentative: { words: 'Perhaps', color: 'informative' },
  declined: { words: 'Can’t come', color: 'danger' },
} as const satisfies Readonly<Record<MeetingAnswer['answer'], object>>;

/** Who is invited to a meeting, the chair first, and what each answered. */
export function Invited({ meeting, me, nameOf }: { meeting: PlanMeeting; me: MeView; nameOf: (id: string) => string }) {
  const styles = useStyles();
  const { attendees, sentBySchools, answers } = meeting;
  const answerOf = new Map(answers.map(({ person, answer }) => [person, answer]));
  const named = me.may['people.read'] === true;
  return (
    <details open={named && attendees.length <= 12}>
      <summary className={styles.summary}>
        {counted(attendees.length, 'person', 'people')} invited
        {answers.length > 0 && `, ${answers.filter(({ answer }) => answer === 'accepted').length} come`}
      </summary>
      {named && (
        <ul className={styles.list}>
          {attendees.slice(0, MOST).map((id, place) => {
            const answer = answerOf.get(id);
            return (
              <li key={id} className={styles.one}>
                <Text>
                  {nameOf(id)}
                  {place === 0 && <span className={styles.quiet}> (chair)</span>}
                </Text>
                {answer && (
                  <Badge appearance="tint" color={ANSWERS[answer].color}>
                    {ANSWERS[answer].words}
                  </Badge>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {named && attendees.length > MOST && <Text size={200}>and {attendees.length - MOST} more</Text>}
      {sentBySchools.length > 0 && <Text size={200}>Each school sends: {sentBySchools.join(', ')}.</Text>}
    </details>
  );
}
