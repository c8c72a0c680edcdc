import { mergeClasses, Spinner, Text } from '@fluentui/react-components';
import {
  AdaptiveCard,
  GlobalRegistry,
  OpenUrlAction,
  SerializationContext,
  Table,
  ValidationEvent,
  Versions,
} from 'adaptivecards';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import './card.css';
import { buttonsOf, type PressedAction, pressed, valuesOf } from './card-action.ts';
import { teamsHostConfig } from './host-config.ts';
import type { CardOutcome } from './invoke-answer.ts';
import { markdownToHtml } from './markdown.ts';
import { keepTyped } from './typed-values.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};
const hostConfig = teamsHostConfig();
// The package registers tables in a module of its own, which bundlers leave out: nothing seems to use it.
GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5);

/** What became of the last press: shown under the card until the next one. */
type Note = { readonly kind: 'error' | 'message'; readonly text: string };

/**
 * One Adaptive Card, drawn by Microsoft's renderer and dressed as in Teams. A new `payload` takes the old one's place;
 * focus stays in the same input if the new card still has it, and what is being typed survives changes by others.
 */
export function CardView({
  payload,
  label,
  act,
  openLink,
}: {
  payload: unknown;
  label: string;
  act: (action: PressedAction) => Promise<CardOutcome>;
  openLink: (url: string) => void;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const shown = useRef<{ card: AdaptiveCard; payload: unknown; pressedSince: boolean }>(undefined);
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState<Note>();
  const [broken, setBroken] = useState<string>();
  const written = JSON.stringify(payload);

  const run = useEffectEvent(async (action: PressedAction, button: HTMLElement | undefined) => {
    const card = shown.current;
    if (card === undefined || busy) return;
    setBusy(true);
    setNote(undefined);
    button?.setAttribute('aria-busy', 'true');
    for (const each of buttonsOf(card.card)) each.setAttribute('aria-disabled', 'true');
    card.pressedSince = true;
    try {
      const outcome = await act(action);
      if (outcome.kind === 'error' || outcome.kind === 'message') setNote(outcome);
      if (outcome.kind === 'error') card.pressedSince = false;
    } catch (error) {
      card.pressedSince = false;
      setNote({ kind: 'error', text: error instanceof Error ? error.message : String(error) });
    }
    setBusy(false);
    button?.removeAttribute('aria-busy');
    for (const each of buttonsOf(card.card)) each.removeAttribute('aria-disabled');
  });
  const open = useEffectEvent(openLink);

  useEffect(() => {
    const place = holder.current;
    if (place === null) return;
    const before = shown.current;
    const next: unknown = JSON.parse(written);
    const typed = before === undefined || before.pressedSince ? undefined : valuesOf(before.card.getAllInputs());
    try {
      const card = drawn(typed === undefined ? next : keepTyped(next, before?.payload, typed));
      card.onExecuteAction = (action) => {
        const press = pressed(action);
        if (press !== undefined) void run(press, action.renderedElement);
        else if (action instanceof OpenUrlAction && action.url) open(action.url);
      };
      card.onAnchorClicked = (_, anchor) => {
        open(anchor.href);
        return true;
      };
      replace(place, before?.card, card);
      shown.current = { card, payload: next, pressedSince: false };
      setBroken(undefined);
    } catch (error) {
      place.replaceChildren();
      setBroken(error instanceof Error ? error.message : String(error));
    }
  }, [written]);

  return (
    <div className="sandbox-card">
      <article ref={holder} aria-label={label} tabIndex={-1} className={mergeClasses(busy && 'sandbox-card-busy')} />
      {broken !== undefined && <Text role="alert">This card cannot be shown: {broken}</Text>}
      {busy && <Spinner size="tiny" label="Sending…" className="sandbox-card-note" />}
      {note !== undefined && (
        <Text
          role={note.kind === 'error' ? 'alert' : 'status'}
          className={mergeClasses('sandbox-card-note', note.kind === 'error' && 'sandbox-card-error')}
        >
          {note.text}
        </Text>
      )}
    </div>
  );
}

function drawn(payload: unknown): AdaptiveCard {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  const context = new SerializationContext(Versions.v1_5);
  card.parse(payload, context);
  const unknown = unknownIn(context);
  if (unknown !== undefined) throw new Error(unknown);
  const element = card.render();
  if (element === undefined) throw new Error('it is empty.');
  wrapActions(element);
  return card;
}

/** The renderer leaves out what it does not know without a word; here it is said, so that nobody misses it. */
function unknownIn(context: SerializationContext): string | undefined {
  for (let index = 0; index < context.eventCount; index++) {
    const { event, message } = context.getEventAt(index);
    if (event === ValidationEvent.UnknownElementType || event === ValidationEvent.UnknownActionType) return message;
  }
  return undefined;
}

/** The renderer keeps actions on one line whatever the width; on a phone that would cut them off. */
function wrapActions(element: HTMLElement): void {
  for (const row of element.querySelectorAll<HTMLElement>('.ac-actionSet')) {
    row.style.flexWrap = 'wrap';
    row.style.gap = `${hostConfig.actions.buttonSpacing}px`;
    for (const child of row.children) {
      if (!(child instanceof HTMLElement)) continue;
      if (child.childElementCount === 0 && !(child instanceof HTMLButtonElement)) child.style.display = 'none';
      if (child instanceof HTMLButtonElement) {
        child.style.whiteSpace = 'normal';
        child.style.minWidth = '0';
        child.style.flex = '0 1 auto';
      }
    }
  }
}

/** Puts the new card in the old one's place; keeps focus in the input of the same id, else on the card as a whole. */
function replace(place: HTMLElement, before: AdaptiveCard | undefined, card: AdaptiveCard): void {
  const hadFocus = place.contains(document.activeElement);
  const focusedInput = before
    ?.getAllInputs()
    .find((input) => input.renderedElement?.contains(document.activeElement))?.id;
  place.replaceChildren(...(card.renderedElement === undefined ? [] : [card.renderedElement]));
  if (!hadFocus) return;
  const same = card.getAllInputs().find((input) => input.id !== undefined && input.id === focusedInput);
  if (same !== undefined) same.focus();
  else place.focus({ preventScroll: true });
}
