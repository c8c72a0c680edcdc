import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { AnswerButtons } from './AnswerButtons.tsx';
import { answersCounted, answerWords, joinUrl, meetingChat, reminderWords, timesWords } from './event-words.ts';
import type { PlacedEvent } from './week.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
  people: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  person: { display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  soft: { color: tokens.colorNeutralForeground3 },
  actions: { flexWrap: 'wrap', justifyContent: 'flex-end' },
  surface: { width: 'min(560px, calc(100vw - 32px))', boxSizing: 'border-box' },
});

/** Everything an invitation says: when, where, who asks, who comes, how to join, when one is reminded. */
export function EventDetail({
  shown,
  close,
  joining,
}: {
  shown: PlacedEvent;
  close: () => void;
  /** Goes into the meeting of this chat. */
  joining: (chatId: string, title: string) => void;
}) {
  const styles = useStyles();
  const { event, start } = shown;
  const day = start.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const join = joinUrl(event);
  const chat = event.isCancelled ? undefined : meetingChat(event);
  const attendees = event.attendees ?? [];
  const written = event.bodyPreview?.trim();
  return (
    <Dialog open onOpenChange={(_, data) => data.open || close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>
            {event.isCancelled ? 'Cancelled: ' : ''}
            {event.subject || 'No title'}
          </DialogTitle>
          <DialogContent>
            <dl className={styles.facts}>
              <dt className={styles.term}>When</dt>
              <dd className={styles.value}>
                {day}, {timesWords(shown)}
              </dd>
              <dt className={styles.term}>Where</dt>
              <dd className={styles.value}>{event.location?.displayName || (join ? 'Online' : 'No place given')}</dd>
              <dt className={styles.term}>Organiser</dt>
              <dd className={styles.value}>
                {event.organizer?.emailAddress.name || event.organizer?.emailAddress.address || 'Not known'}
              </dd>
              {join === undefined ? null : (
                <>
                  <dt className={styles.term}>Join</dt>
                  <dd className={styles.value}>{join}</dd>
                </>
              )}
              <dt className={styles.term}>Reminder</dt>
              <dd className={styles.value}>{reminderWords(event)}</dd>
              {written ? (
                <>
                  <dt className={styles.term}>Notes</dt>
                  <dd className={styles.value}>{written}</dd>
                </>
              ) : null}
              <dt className={styles.term}>People</dt>
              <dd className={styles.value}>
                {attendees.length === 0 ? (
                  'Nobody else is invited'
                ) : (
                  <>
                    <Text block>{answersCounted(event)}</Text>
                    <ul className={styles.people} aria-label={`${attendees.length} invited`}>
                      {attendees.map((attendee) => (
                        <li key={attendee.emailAddress.address ?? attendee.emailAddress.name} className={styles.person}>
                          <span>{attendee.emailAddress.name || attendee.emailAddress.address}</span>
                          <Text size={200} className={styles.soft}>
                            {answerWords(attendee.status?.response)}
                          </Text>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </dd>
            </dl>
          </DialogContent>
          <DialogActions fluid className={styles.actions}>
            <AnswerButtons event={event} done={close} />
            {chat === undefined ? null : (
              <Button appearance="primary" onClick={() => joining(chat, event.subject ?? '')}>
                Join
              </Button>
            )}
            <Button onClick={close}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
