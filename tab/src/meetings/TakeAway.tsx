import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../shell/api-context.tsx';
import { Confirm } from '../shell/Confirm.tsx';
import { dateText } from '../shell/dates.ts';
import { download } from '../shell/download.ts';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import type { Feed } from './answers.ts';
import { useFeed } from './queries.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  link: { flexGrow: 1, flexBasis: '16rem', minWidth: 0 },
});

/** One's own meetings for a calendar outside Microsoft 365: a file, or a secret link that stays up to date. */
export function TakeAway({ year }: { year: string }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const feed = useFeed();
  const [link, setLink] = useState('');
  const [ending, setEnding] = useState(false);
  const failed = (problem: unknown) => say.failed(problem);
  const save = useMutation({
    mutationFn: () => api.file(`/api/calendar-file/${year}`),
    onSuccess: (file) => download(file, `meetings-${year}.ics`),
    onError: failed,
  });
  const make = useMutation({
    mutationFn: () => api.send<Feed>('POST', '/api/feed'),
    onSuccess: (made) => {
      setLink(made.link ?? '');
      queries.setQueryData<Feed>(['feed'], { given: true, ...(made.at ? { at: made.at } : {}) });
    },
    onError: failed,
  });
  const end = useMutation({
    mutationFn: () => api.send<Feed>('DELETE', '/api/feed'),
    onSuccess: (now) => {
      setLink('');
      queries.setQueryData<Feed>(['feed'], now);
      say.done('The link is ended', 'Calendars that read it get nothing any more.');
    },
    onError: failed,
    onSettled: () => setEnding(false),
  });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      say.done('Copied', 'Paste it where your calendar asks for the address of a calendar.');
    } catch {
      // Teams may forbid the clipboard to a tab; the field itself can be copied from.
      say.done('Copy it from the field', 'This page may not use the clipboard: select the link and copy it.');
    }
  };
  const given = feed.data?.given === true;
  return (
    <Section
      title="Your meetings in another calendar"
      about="For a calendar outside Microsoft 365. In Outlook your meetings are there already."
    >
      {feed.error && <Problem problem={feed.error} again={() => feed.refetch()} />}
      {link !== '' && (
        <div className={styles.row}>
          <Field
            className={styles.link}
            label="Your secret link"
            hint="It is shown only now. Whoever has it can read your meetings: give it to your calendar alone."
          >
            <Input readOnly value={link} onFocus={({ target }) => target.select()} />
          </Field>
          <Button icon={<CopyRegular />} onClick={copy}>
            Copy link
          </Button>
        </div>
      )}
      {link === '' && given && (
        <Text>
          You have a secret link{feed.data?.at && `, made ${dateText(feed.data.at)}`}. It can't be shown again; a new
          one ends it.
        </Text>
      )}
      <div className={styles.row}>
        <Button icon={<ArrowDownloadRegular />} disabled={save.isPending} onClick={() => save.mutate()}>
          {save.isPending ? 'Getting the file…' : 'Download .ics file'}
        </Button>
        <Button disabled={make.isPending || !feed.data} onClick={() => make.mutate()}>
          {given ? 'Make a new link' : 'Make a link to subscribe to'}
        </Button>
        {given && (
          <Button appearance="subtle" onClick={() => setEnding(true)}>
            End the link
          </Button>
        )}
      </div>
      {ending && (
        <Confirm
          title="End your calendar link?"
          action="End it"
          busy={end.isPending}
          close={() => setEnding(false)}
          act={() => end.mutate()}
        >
          Every calendar that reads it stops being updated. You can make a new link at any time.
        </Confirm>
      )}
    </Section>
  );
}
