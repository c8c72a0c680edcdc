/** The bot's chat: what Teams delivers comes in here, and each delivery is answered once. */
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { World } from '../world.ts';
import { chatAdapter, type TurnAnswer } from './adapter.ts';
import type { Messenger } from './messenger.ts';
import { Redelivery } from './redelivery.ts';
import { takeTurn } from './turns.ts';

export interface ChatParts {
  readonly config: Config;
  readonly world: World;
  readonly messenger: Messenger;
  readonly log: Logger;
  /** Told the key of a delivery whose card was used or seen: it did arrive. */
  onSeen(deliveryKey: string): void;
}

export interface Chat {
  /** Takes a delivery of Teams (`POST /api/messages`) and answers it. */
  process(request: Request): Promise<Response>;
}

export function createChat({ config, world, log, onSeen }: ChatParts): Chat {
  const adapter = chatAdapter(config, log);
  const deliveries = new Redelivery<TurnAnswer>();
  const lines = new Map<string, Promise<unknown>>();

  /** One activity of a conversation after the other: two deliveries of an installation must not greet twice. */
  function inLine<T>(conversation: string, act: () => Promise<T>): Promise<T> {
    const before = lines.get(conversation) ?? Promise.resolve();
    const mine = before.then(act, act);
    const end = mine.then(
      () => undefined,
      () => undefined,
    );
    lines.set(conversation, end);
    void end.then(() => lines.get(conversation) === end && lines.delete(conversation));
    return mine;
  }

  return {
    process: (request) =>
      adapter.receive(request, (activity, connector) => {
        const act = () => takeTurn({ activity, connector, world, log, onSeen });
        const id = activity.id && `${activity.conversation.id} ${activity.type} ${activity.id}`;
        return deliveries.once(id || undefined, () => inLine(activity.conversation.id, act));
      }),
  };
}
