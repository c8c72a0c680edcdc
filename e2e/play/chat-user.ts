import type { Card, Control, Pressed, ShownActivity } from '../local/control.ts';

/** A button as a person sees it, with what pressing it sends. */
export interface Button {
  readonly title: string;
  readonly verb: string;
  /** The button a card puts first, in Teams' accent colour. */
  readonly primary: boolean;
  readonly action: Card;
}
export interface Input {
  readonly id: string;
  readonly type: string;
  readonly value: string;
  readonly choices: readonly string[];
}

const nodesOf = function* (value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item);
  else if (value !== null && typeof value === 'object') {
    yield value as Record<string, unknown>;
    for (const [key, item] of Object.entries(value)) if (key !== 'fallback' && key !== 'refresh') yield* nodesOf(item);
  }
};

export const buttonsOf = (card: Card): Button[] =>
  [...nodesOf(card)]
    .filter(({ type }) => type === 'Action.Execute')
    .map((node) => ({
      title: String(node.title ?? ''),
      verb: String(node.verb),
      primary: node.style === 'positive',
      action: node as unknown as Card,
    }));

export const inputsOf = (card: Card): Input[] =>
  [...nodesOf(card)]
    .filter(({ type, id }) => typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string')
    .map((node) => ({
      id: String(node.id),
      type: String(node.type),
      value: node.value === undefined || node.value === null ? '' : String(node.value),
      choices: Array.isArray(node.choices)
        ? node.choices.map((choice: { readonly value?: unknown }) => String(choice.value))
        : [],
    }));

/** All the words on a card, in order. */
export const wordsOf = (card: Card): string =>
  [...nodesOf(card)]
    .flatMap(({ type, text, title, value }) =>
      type === 'TextBlock' || type === 'TextRun' ? [text] : type === undefined ? [title, value] : [],
    )
    .filter((word) => typeof word === 'string')
    .join('\n');

export const cardOf = (activity: ShownActivity): Card | undefined =>
  activity.attachments?.find(({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive')?.content;

/** What a card's sender said no to: the invoke answered with an error instead of a card. */
class Refused extends Error {
  constructor(readonly answer: Pressed) {
    super(
      `The bot answered ${answer.body?.statusCode ?? answer.status}: ${JSON.stringify(answer.body?.value).slice(0, 300)}`,
    );
    this.name = 'Refused';
  }
}

/** Told that it takes longer or could not be done just now, a person presses again. */
const PRESSES = 6;
const isWorthAnotherPress = ({ status, body }: Pressed): boolean =>
  status >= 500 || body?.statusCode === 500 || body?.type === 'application/vnd.microsoft.activity.message';

/** A person in their chat with the bot. */
export class ChatUser {
  private conversation: string | undefined;

  constructor(
    private readonly control: Control,
    readonly id: string,
  ) {}

  async conversationId(): Promise<string> {
    this.conversation ??= (await this.control.conversationsOf(this.id))[0]?.id;
    if (this.conversation === undefined) throw new Error(`${this.id} has no chat with the bot.`);
    return this.conversation;
  }

  async messages(): Promise<readonly ShownActivity[]> {
    return this.control.messages(await this.conversationId());
  }

  /** Presses a button of a message's card: fills its inputs as they stand, changed by `typed`. Answers with the card that takes its place. */
  async press(
    message: ShownActivity,
    card: Card,
    verb: string,
    typed: Readonly<Record<string, string>> = {},
  ): Promise<Card> {
    const button = buttonsOf(card).find((one) => one.verb === verb);
    if (button === undefined) {
      const offered = buttonsOf(card).map((one) => `${one.title} (${one.verb})`);
      throw new Error(
        `The card has no button ${verb}, only ${offered.join(', ') || 'none'}:\n${wordsOf(card).slice(0, 400)}`,
      );
    }
    return this.send(message, button.action, { ...valuesOf(card), ...typed });
  }

  async send(message: ShownActivity, action: Card, inputs: Readonly<Record<string, string>>): Promise<Card> {
    for (let press = 1; ; press += 1) {
      const answer = await this.control.press(await this.conversationId(), {
        from: this.id,
        activityId: message.id,
        action,
        inputs,
      });
      if (answer.body?.type === 'application/vnd.microsoft.card.adaptive') return answer.body.value as Card;
      if (!isWorthAnotherPress(answer) || press === PRESSES) throw new Refused(answer);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

const valuesOf = (card: Card): Record<string, string> =>
  Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));
