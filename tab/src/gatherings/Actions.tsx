import { Badge, Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { GatheringView, MeView } from '@owls/policy';
import { useState } from 'react';
import { dateText } from '../shell/dates.ts';
import { Section } from '../shell/Section.tsx';
import { AddText } from './AddText.tsx';
import type { Outbox } from './outbox.ts';
import { useAct, useWaiting } from './queries.ts';

const useStyles = makeStyles({
  list: { display: 'grid', margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { display: 'grid', flexGrow: 1, flexBasis: '12rem', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, justifySelf: 'stretch' },
  field: { flexGrow: 1, flexBasis: '11rem', minWidth: 0 },
  select: { minWidth: 0 },
  unprinted: { '@media print': { display: 'none' } },
});

/** What was agreed, by whom and until when; and what earlier meetings agreed, to be reviewed. */
export function Actions({ view, box, me }: { view: GatheringView; box: Outbox; me: MeView }) {
  const styles = useStyles();
  const [owner, setOwner] = useState('');
  const [by, setBy] = useState('');
  const [missing, setMissing] = useState(false);
  const waiting = useWaiting(box);
  const known = new Set(view.actions.map(({ id }) => `/actions/${id}`));
  const coming = waiting.filter(
    ({ path, state }) => path.startsWith('/actions/') && state !== 'refused' && !known.has(path),
  );
  const mayAdd = view.begun && view.may.write && view.meeting.state !== 'cancelled';
  return (
    <Section title="Actions" about="Each is chased in chat until it is done, and reviewed here next time.">
      {view.review.length > 0 && <ActionList title="From last time" actions={view.review} view={view} me={me} />}
      {view.actions.length > 0 && <ActionList title="Agreed here" actions={view.actions} view={view} me={me} />}
      {view.review.length === 0 && view.actions.length === 0 && coming.length === 0 && (
        <Text className={styles.quiet}>None yet.</Text>
      )}
      {coming.map(({ path, body }) => (
        <Text key={path} role="status">
          {String(body.text ?? '')} (on its way)
        </Text>
      ))}
      {mayAdd && (
        <AddText
          label="What is to be done"
          button="Agree the action"
          name={`owls/typing/${me.person.id}/${view.meeting.key}/action`}
          add={(text) => {
            setMissing(owner === '' || by === '');
            if (owner === '' || by === '') return undefined;
            // The next action is somebody else's as likely as not.
            setOwner('');
            setBy('');
            return box.put(`/actions/${crypto.randomUUID()}`, { text, owner, by });
          }}
        >
          <div className={styles.fields}>
            <Field
              label="Who does it"
              className={styles.field}
              {...(missing && owner === '' ? { validationMessage: 'Choose who does it.' } : {})}
            >
              <Select className={styles.select} value={owner} onChange={(_, { value }) => setOwner(value)}>
                <option value="">Choose</option>
                {view.owners.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field
              label="By when"
              className={styles.field}
              {...(missing && by === '' ? { validationMessage: 'Give a date.' } : {})}
            >
              <Input type="date" value={by} onChange={(_, { value }) => setBy(value)} />
            </Field>
          </div>
        </AddText>
      )}
    </Section>
  );
}

interface ActionListGiven {
  readonly title: string;
  readonly actions: GatheringView['review'];
  readonly view: GatheringView;
  readonly me: MeView;
}

function ActionList({ title, actions, view, me }: ActionListGiven) {
  const styles = useStyles();
  const act = useAct(view.meeting.key);
  const today = view.asOf.slice(0, 10);
  return (
    <div>
      <Text as="h3" weight="semibold">
        {title}
      </Text>
      <ul className={styles.list}>
        {actions.map(({ id, text, ownerName, owner, by, done }) => (
          <li key={id} className={styles.row}>
            <div className={styles.words}>
              <Text>{text}</Text>
              <Text size={200} className={styles.quiet}>
                {ownerName}, by {dateText(by)}
              </Text>
            </div>
            {done !== undefined && (
              <Badge appearance="tint" color="success">
                Done {dateText(done)}
              </Badge>
            )}
            {done === undefined && by < today && (
              <Badge appearance="tint" color="danger">
                Overdue
              </Badge>
            )}
            {(owner === me.person.id || view.may.conclude) && (
              <Button
                size="small"
                className={styles.unprinted}
                disabled={act.isPending}
                aria-label={`${done === undefined ? 'Done' : 'Not done after all'}: ${text}`}
                onClick={() =>
                  act.mutate({
                    method: 'POST',
                    path: `/actions/${id}/${done === undefined ? 'done' : 'undone'}`,
                    says: done === undefined ? 'Marked as done' : 'Open again',
                  })
                }
              >
                {done === undefined ? 'Done' : 'Not done after all'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
