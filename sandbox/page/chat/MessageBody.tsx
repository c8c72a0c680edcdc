import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { refreshFor } from '../cards/auto-refresh.ts';
import { CardView } from '../cards/CardView.tsx';
import { markdownToHtml } from '../cards/markdown.ts';
import type { CardActions } from '../cards/useCardActions.ts';
import type { Message } from '../control/answers.ts';
import { usePersona } from '../people/persona.tsx';

const CARD = 'application/vnd.microsoft.card.adaptive';

const useStyles = makeStyles({
  text: {
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase300,
    '& p': { margin: 0 },
    '& p + p': { marginTop: tokens.spacingVerticalS },
    '& ul, & ol': { margin: 0, paddingInlineStart: '20px' },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& code': { fontFamily: tokens.fontFamilyMonospace },
  },
  plain: { whiteSpace: 'pre-wrap' },
  card: { marginTop: tokens.spacingVerticalXS },
});

/** What a message says: its text, and its cards as the viewer sees them. */
export function MessageBody({
  message,
  actions,
  where,
  openLink,
}: {
  message: Message;
  actions: CardActions;
  where: 'chat' | 'channel';
  openLink: (url: string) => void;
}) {
  const styles = useStyles();
  const text = message.text ?? '';
  const isPlain = message.textFormat === 'plain';
  const html = useMemo(() => (isPlain ? undefined : markdownToHtml(text)), [text, isPlain]);
  const cards = (message.attachments ?? []).filter((each) => each.contentType === CARD);
  return (
    <>
      {text === '' ? null : html === undefined ? (
        <div className={`${styles.text} ${styles.plain}`}>{text}</div>
      ) : (
        <MarkdownText html={html} className={styles.text} />
      )}
      {cards.map((card, index) => (
        <div key={`${message.id} ${index}`} className={styles.card}>
          <MessageCard message={message} card={card.content} actions={actions} where={where} openLink={openLink} />
        </div>
      ))}
    </>
  );
}

function MessageCard({
  message,
  card,
  actions,
  where,
  openLink,
}: {
  message: Message;
  card: unknown;
  actions: CardActions;
  where: 'chat' | 'channel';
  openLink: (url: string) => void;
}) {
  const { ids } = usePersona();
  // What is on screen decides: right after a button the message itself is still the old one.
  const shown = actions.returned(message) ?? card;
  useEffect(() => {
    const wanted = refreshFor(shown, ids, where);
    if (wanted !== undefined) actions.refresh(message, shown, wanted);
  }, [shown, ids, where, message, actions]);
  return (
    <CardView
      payload={shown}
      label={message.summary || `Card from ${message.from.name ?? 'the app'}`}
      act={(action) => actions.press(message, action)}
      openLink={openLink}
    />
  );
}

/** HTML made by our own Markdown renderer, which lets no HTML of the message's through. */
function MarkdownText({ html, className }: { html: string; className: string }) {
  const nodes = useMemo(() => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    for (const anchor of parsed.querySelectorAll('a')) {
      anchor.target = '_blank';
      anchor.rel = 'noreferrer';
    }
    return [...parsed.body.childNodes];
  }, [html]);
  return <div className={className} ref={(element) => element?.replaceChildren(...nodes)} />;
}
