import type { Message } from '../control/answers.ts';

/** A post in a channel and what was answered to it. */
export interface Thread {
  readonly post: Message;
  readonly replies: readonly Message[];
}

/** Puts answers under their posts; an answer to a post that is gone stands on its own. Oldest first throughout. */
export function threads(messages: readonly Message[]): readonly Thread[] {
  const ids = new Set(messages.map((message) => message.id));
  const postOf = (message: Message): string => {
    const post = rootOf(message);
    return post !== undefined && ids.has(post) ? post : message.id;
  };
  return messages
    .filter((message) => postOf(message) === message.id)
    .map((post) => ({
      post,
      replies: messages.filter((message) => message.id !== post.id && postOf(message) === post.id),
    }));
}

/** The id of the post that a message belongs to. */
function rootOf(message: Message): string | undefined {
  return message.threadId ?? message.replyToId ?? undefined;
}
