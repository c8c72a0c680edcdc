import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { GatheringView, MeView, PointKind } from '@owls/policy';
import { useState } from 'react';
import { Section } from '../shell/Section.tsx';
import { AddText } from './AddText.tsx';
import type { Outbox } from './outbox.ts';
import { PointList } from './PointList.tsx';
import { useAct, useWaiting } from './queries.ts';

const KINDS: readonly { readonly kind: PointKind; readonly title: string; readonly one: string }[] = [
  { kind: 'decision', title: 'Decisions', one: 'Decision' },
  { kind: 'development area', title: 'Areas to develop', one: 'Area to develop' },
  { kind: 'priority', title: 'Partnership priorities', one: 'Partnership priority' },
];

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, justifySelf: 'stretch' },
  field: { flexGrow: 1, flexBasis: '11rem', minWidth: 0 },
  select: { minWidth: 0 },
  end: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start', '@media print': { display: 'none' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  wide: { justifySelf: 'stretch' },
});

/** What the meeting came to, each point kept the moment it is added. */
export function Minutes({ view, box, me }: { view: GatheringView; box: Outbox; me: MeView }) {
  const styles = useStyles();
  const [kind, setKind] = useState<PointKind>(view.meeting.rule === 'M5' ? 'development area' : 'decision');
  const [urn, setUrn] = useState('');
  const { begun, may, sheet, meeting } = view;
  const ended = sheet !== undefined && sheet.state !== 'draft';
  if (!begun) {
    return (
      <Section title="Minutes">
        <Text>They are written here once the meeting has begun, by everybody in it at once.</Text>
      </Section>
    );
  }
  return (
    <Section title="Minutes">
      {sheet?.state === 'not held' && <Text>It was not held: {sheet.because}</Text>}
      {KINDS.map((each) => (
        <PointList key={each.kind} title={each.title} kind={each.kind} view={view} box={box} />
      ))}
      {may.write && meeting.state !== 'cancelled' && (
        <AddText
          label="What was said"
          button="Add to the minutes"
          name={`owls/typing/${me.person.id}/${meeting.key}/minutes`}
          add={(text) => box.put(`/points/${crypto.randomUUID()}`, { kind, text, ...(urn === '' ? {} : { urn }) })}
        >
          <div className={styles.fields}>
            <Field label="What it is" className={styles.field}>
              <Select
                className={styles.select}
                value={kind}
                onChange={(_, { value }) => setKind(KINDS.find((each) => each.kind === value)?.kind ?? 'decision')}
              >
                {KINDS.map((each) => (
                  <option key={each.kind} value={each.kind}>
                    {each.one}
                  </option>
                ))}
              </Select>
            </Field>
            {view.schools.length > 0 && (
              <Field label="About a school" className={styles.field}>
                <Select className={styles.select} value={urn} onChange={(_, { value }) => setUrn(value)}>
                  <option value="">No single one</option>
                  {view.schools.map((each) => (
                    <option key={each.urn} value={each.urn}>
                      {each.name}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
          </div>
        </AddText>
      )}
      {may.conclude && !ended && meeting.state !== 'cancelled' && <End view={view} box={box} />}
    </Section>
  );
}

/** Ends the minutes: with who came, or with why it was not held. */
function End({ view, box }: { view: GatheringView; box: Outbox }) {
  const styles = useStyles();
  const act = useAct(view.meeting.key);
  const waiting = useWaiting(box);
  const [off, setOff] = useState(false);
  const [because, setBecause] = useState('');
  const version = view.sheet === undefined ? {} : { version: view.sheet.version };
  const end = (body: object, says: string) =>
    act.mutate({ method: 'POST', path: '/minutes/end', body: { ...body, ...version }, says });
  return (
    <div className={styles.end}>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={act.isPending || waiting.length > 0}
          onClick={() => end({ state: 'held', attended: view.sheet?.attended ?? [] }, 'Minutes kept')}
        >
          Finish the minutes
        </Button>
        <Button onClick={() => setOff(!off)} aria-expanded={off}>
          It was not held
        </Button>
      </div>
      {waiting.length > 0 && <Text size={200}>They can be finished once everything above has been sent.</Text>}
      {off && (
        <form
          className={styles.end}
          onSubmit={(event) => {
            event.preventDefault();
            end({ state: 'not held', because }, 'Kept as not held');
          }}
        >
          <Field label="Why it was not held" className={styles.wide}>
            <Input value={because} maxLength={500} onChange={(_, { value }) => setBecause(value)} />
          </Field>
          <Button type="submit" disabled={act.isPending}>
            Keep it as not held
          </Button>
        </form>
      )}
    </div>
  );
}
