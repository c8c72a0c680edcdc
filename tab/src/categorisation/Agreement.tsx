import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AgreementView } from '@owls/policy';
import { useState } from 'react';
import { dateText, halfTermText } from '../shell/dates.ts';
import { Section } from '../shell/Section.tsx';
import { WriteText } from '../shell/WriteText.tsx';
import { useAnswer } from './queries.ts';

const useStyles = makeStyles({
  words: {
    display: 'grid',
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Whether the school agrees with its category of the term; its head answers here. */
export function Agreement({ urn, given }: { urn: string; given: AgreementView }) {
  const styles = useStyles();
  const [writing, setWriting] = useState(false);
  const answering = useAnswer(urn, given.halfTerm);
  const { category, halfTerm, mayAnswer, state } = given;
  const send = (answer: 'agrees' | 'disagrees', because = '') =>
    answering.mutateAsync({ category, answer, because }).then(
      () => true,
      () => false,
    );
  return (
    <Section title="Agreement with the school" about={`Category ${category}, ${halfTermText(halfTerm)}`}>
      <AgreementWords given={given} />
      {mayAnswer && (
        <div className={styles.actions}>
          {state !== 'agreed' && (
            <Button appearance="primary" disabled={answering.isPending} onClick={() => send('agrees')}>
              We agree
            </Button>
          )}
          <Button disabled={answering.isPending} onClick={() => setWriting(true)}>
            {state === 'agreed' ? 'We do not agree after all' : 'We do not agree'}
          </Button>
        </div>
      )}
      {writing && (
        <WriteText
          title={`You do not agree with ${category}`}
          label="Why?"
          hint="The CEO and the cluster leader read it beside the category."
          action="Send"
          kept={`agreement ${urn} ${halfTerm}`}
          busy={answering.isPending}
          close={() => setWriting(false)}
          write={async (because) => {
            const sent = await send('disagrees', because);
            if (sent) setWriting(false);
            return sent;
          }}
        />
      )}
    </Section>
  );
}

/** How the agreement stands, with what the school said. */
export function AgreementWords({ given }: { given: AgreementView }) {
  const styles = useStyles();
  const { state, answer, category, asked } = given;
  if (!answer) {
    return (
      <Text>{asked ? 'The school has not answered yet.' : "The school is asked after the term's last round."}</Text>
    );
  }
  return (
    <div className={styles.words}>
      <Text weight="semibold">{stateText(state, category, answer)}</Text>
      {answer.because !== '' && <Text size={200}>“{answer.because}”</Text>}
      <Text size={200} className={styles.quiet}>
        {answer.by}, {dateText(answer.at)}
      </Text>
    </div>
  );
}

function stateText(
  state: AgreementView['state'],
  category: string,
  answer: NonNullable<AgreementView['answer']>,
): string {
  if (state === 'agreed') return 'Agreed with the school';
  if (state === 'not agreed') return 'The school does not agree';
  return `Changed to ${category} since the school ${answer.agrees ? 'agreed' : 'did not agree'} with ${answer.category}`;
}
