import { Button, Checkbox, Field, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { GatheringView } from '@owls/policy';
import { useState } from 'react';
import { wallShortText, wallTimeText } from '../shell/dates.ts';
import { Section } from '../shell/Section.tsx';
import type { Outbox } from './outbox.ts';
import { useAct, useWaiting } from './queries.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground3 },
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start', '@media print': { display: 'none' } },
  start: { justifySelf: 'start' },
  wide: { justifySelf: 'stretch' },
  scroll: { maxHeight: '22rem', overflowY: 'auto', '@media print': { maxHeight: 'none' } },
});

/** Who is invited, who cannot come and who comes instead; once it has begun, who came. */
export function ComingAndGoing({ view, box }: { view: GatheringView; box: Outbox }) {
  const styles = useStyles();
  const { people, sent, sheet, may, begun, meeting } = view;
  const writing = begun && may.conclude && (sheet === undefined || sheet.state === 'draft');
  const waiting = useWaiting(box).find(({ path }) => path === '/minutes')?.body.attended;
  const attended = new Set(Array.isArray(waiting) ? waiting : (sheet?.attended ?? []));
  const tick = (id: string, came: boolean) => {
    const after = people.map((one) => one.id).filter((one) => (one === id ? came : attended.has(one)));
    void box.put('/minutes', { attended: after, ...(sheet === undefined ? {} : { version: sheet.version }) });
  };
  return (
    <Section title={begun ? 'Who came' : 'Who comes'} aside={<Text size={200}>{people.length} invited</Text>}>
      <ul className={mergeClasses(styles.list, people.length > 20 && styles.scroll)}>
        {people.map(({ id, name, leads, away }) => (
          <li key={id}>
            {writing ? (
              <Checkbox
                label={name}
                checked={attended.has(id)}
                onChange={(_, { checked }) => tick(id, checked === true)}
              />
            ) : (
              <Text>
                {sheet?.state === 'held' && (attended.has(id) ? '✓ ' : '– ')}
                {name}
              </Text>
            )}
            <Text size={200} className={styles.quiet}>
              {leads && ' leads'}
              {away && ` can’t come${away.instead === '' ? '' : `, ${away.instead} comes`}`}
            </Text>
          </li>
        ))}
        {sent.map(({ school, names }) => (
          <li key={school}>
            <Text>
              {school}: {names.length === 0 ? 'nobody' : names.join(', ')}
            </Text>
          </li>
        ))}
      </ul>
      {view.you.invited && !begun && meeting.state !== 'cancelled' && <MyAnswer view={view} />}
    </Section>
  );
}

function MyAnswer({ view }: { view: GatheringView }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [instead, setInstead] = useState('');
  const [because, setBecause] = useState('');
  const act = useAct(view.meeting.key);
  const answer = (comes: boolean) =>
    act.mutate(
      {
        method: 'PUT',
        path: '/coming',
        body: comes ? { comes } : { comes, instead, because },
        says: comes ? 'Good: your invitation comes back' : 'Whoever leads it is told',
      },
      { onSuccess: () => setOpen(false) },
    );
  if (view.you.away) {
    return (
      <div className={styles.form}>
        {view.you.awayFrom !== undefined && (
          <Text>
            You could not come on {wallShortText(view.you.awayFrom)}, {wallTimeText(view.you.awayFrom)}. It has another
            time now.
          </Text>
        )}
        <Button className={styles.start} disabled={act.isPending} onClick={() => answer(true)}>
          {view.you.awayFrom === undefined ? 'I can come after all' : 'I can come now'}
        </Button>
      </div>
    );
  }
  if (!open) {
    return (
      <Button className={styles.start} onClick={() => setOpen(true)}>
        I can’t come
      </Button>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <Field className={styles.wide} label="Who comes instead? Leave it empty if nobody does">
        <Input value={instead} maxLength={200} onChange={(_, { value }) => setInstead(value)} />
      </Field>
      <Field className={styles.wide} label="Why, if you want to say">
        <Input value={because} maxLength={500} onChange={(_, { value }) => setBecause(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabled={act.isPending}>
        Tell them I can’t come
      </Button>
    </form>
  );
}
