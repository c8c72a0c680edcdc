import { type Action, type AdaptiveCard, ExecuteAction, type Input, SubmitAction } from 'adaptivecards';

/** What a person pressed on a card, with what they had typed. */
export interface PressedAction {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly id?: string;
  readonly verb?: string;
  readonly data: unknown;
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * Reads a pressed Action.Execute or Action.Submit; undefined for any other kind. Data is the action's own, as the bot
 * wrote it: the inputs stay apart, for the sandbox to merge as Teams does. An input left empty is not sent, as in Teams.
 */
export function pressed(action: Action): PressedAction | undefined {
  if (!(action instanceof ExecuteAction || action instanceof SubmitAction)) return undefined;
  const written: unknown = action.toJSON();
  const data = typeof written === 'object' && written !== null && 'data' in written ? written.data : undefined;
  return {
    type: action instanceof ExecuteAction ? 'Action.Execute' : 'Action.Submit',
    ...(action.id ? { id: action.id } : {}),
    ...(action instanceof ExecuteAction && action.verb ? { verb: action.verb } : {}),
    data: data ?? {},
    inputs: valuesOf(Object.values(action.getReferencedInputs() ?? {}).filter((input) => input.isSet())),
  };
}

/** What stands in inputs, by the inputs' ids; an empty one is the empty string. */
export function valuesOf(inputs: readonly Input[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const input of inputs) {
    const value: unknown = input.value;
    if (input.id) values[input.id] = value === undefined || value === null ? '' : String(value);
  }
  return values;
}

/** All buttons of a drawn card. */
export function buttonsOf(card: AdaptiveCard): readonly HTMLButtonElement[] {
  return [...(card.renderedElement?.querySelectorAll<HTMLButtonElement>('button.ac-pushButton') ?? [])];
}
