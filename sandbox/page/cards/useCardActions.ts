import { useCallback, useRef, useState } from 'react';
import type { Message } from '../control/answers.ts';
import { pressAction } from '../control/control-api.ts';
import { type RefreshAction, RefreshLedger } from './auto-refresh.ts';
import type { PressedAction } from './card-action.ts';
import { type CardOutcome, outcomeOf } from './invoke-answer.ts';

/** Acts on the cards of one conversation as one person, and knows which cards came back. */
export interface CardActions {
  /** The card to show instead of the message's own, while the message is still the version it came back for. */
  readonly returned: (message: Message) => unknown;
  readonly press: (message: Message, action: PressedAction) => Promise<CardOutcome>;
  /** Asks the bot for the viewer's own look of a card: at most once for each version of a message. */
  readonly refresh: (message: Message, card: unknown, action: RefreshAction) => void;
}

interface Returned {
  readonly version: string;
  readonly card: unknown;
}

/** A message's version: it changes whenever the bot edits the message. */
function versionOf(message: Message): string {
  return message.updatedAt ?? message.timestamp ?? '';
}

/** The actions of `conversationId`'s cards, done as `personaId`. */
export function useCardActions(conversationId: string, personaId: string): CardActions {
  const [cards, setCards] = useState<ReadonlyMap<string, Returned>>(new Map());
  const ledger = useRef(new RefreshLedger());
  /** How many buttons of a message's card were pressed: a refresh begun before the last of them comes too late. */
  const presses = useRef(new Map<string, number>());

  const invoke = useCallback(
    async (message: Message, action: PressedAction, trigger: 'manual' | 'automatic'): Promise<CardOutcome> => {
      const { inputs, ...sent } = action;
      const pressed = () => presses.current.get(message.id) ?? 0;
      if (trigger === 'manual') presses.current.set(message.id, pressed() + 1);
      const begun = pressed();
      const answer = await pressAction(conversationId, {
        from: personaId,
        activityId: message.id,
        action: sent,
        inputs,
        trigger,
        seen: versionOf(message),
      });
      if (action.type === 'Action.Submit' && answer.failure === undefined) return { kind: 'nothing' };
      const outcome = outcomeOf(answer);
      if (outcome.kind === 'card' && !(trigger === 'automatic' && pressed() > begun)) {
        ledger.current.answered(message.id, outcome.card);
        const returned = { version: versionOf(message), card: outcome.card };
        setCards((before) => new Map(before).set(message.id, returned));
      }
      return outcome;
    },
    [conversationId, personaId],
  );

  const press = useCallback(
    (message: Message, action: PressedAction) => {
      ledger.current.pressed(message.id);
      return invoke(message, action, 'manual').finally(() => ledger.current.end(message.id));
    },
    [invoke],
  );

  const refresh = useCallback(
    (message: Message, card: unknown, action: RefreshAction) => {
      if (!ledger.current.begin(message.id, versionOf(message), card)) return;
      invoke(message, { type: 'Action.Execute', ...action, inputs: {} }, 'automatic')
        // A refresh nobody asked for fails silently, as in Teams: the card as sent stays, and its buttons still work.
        .catch(() => undefined)
        .finally(() => ledger.current.end(message.id));
    },
    [invoke],
  );

  const returned = useCallback(
    (message: Message) => {
      const kept = cards.get(message.id);
      return kept?.version === versionOf(message) ? kept.card : undefined;
    },
    [cards],
  );
  return { returned, press, refresh };
}
