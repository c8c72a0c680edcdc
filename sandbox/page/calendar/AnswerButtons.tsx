import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Checkmark20Regular, Dismiss20Regular, QuestionCircle20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CalendarEvent, InvitationAnswer } from '../control/answers.ts';
import { answerInvitation } from '../control/control-api.ts';
import { usePersona } from '../people/persona.tsx';
import { ownAnswer } from './event-words.ts';

const useStyles = makeStyles({ error: { color: tokens.colorPaletteRedForeground1, flexBasis: '100%' } });

const ANSWERS = [
  { response: 'accepted', label: 'Accept', icon: <Checkmark20Regular /> },
  { response: 'tentativelyAccepted', label: 'Tentative', icon: <QuestionCircle20Regular /> },
  { response: 'declined', label: 'Decline', icon: <Dismiss20Regular /> },
] as const;

/** Accept, tentative, decline: for whoever is invited to a meeting that still stands. */
export function AnswerButtons({ event, done }: { event: CalendarEvent; done: () => void }) {
  const styles = useStyles();
  const persona = usePersona();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const own = ownAnswer(event);
  if (own === undefined) return null;

  async function answer(response: InvitationAnswer): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await answerInvitation(persona.id, event.id, response);
      done();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }

  return (
    <>
      {ANSWERS.map(({ response, label, icon }) => (
        <Button
          key={response}
          icon={icon}
          appearance={own === response ? 'primary' : 'secondary'}
          aria-pressed={own === response}
          disabled={busy}
          onClick={() => void answer(response)}
        >
          {label}
        </Button>
      ))}
      {problem === undefined ? null : (
        <Text role="alert" size={200} className={styles.error}>
          {problem}
        </Text>
      )}
    </>
  );
}
