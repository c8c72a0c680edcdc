/** Verbs of cards: each has one schema and one handler. What a card sends back is untrusted until both have seen it. */
import { type Action, access, HALF_TERM_ID, type Person, type School } from '@owls/policy';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { World } from '../world.ts';
import type { CardMessage } from './messenger.ts';

/** Who pressed, and what a handler may use. */
export interface VerbContext {
  readonly world: World;
  /** The person the token's activity names; never what a card says. */
  readonly person: Person;
  readonly log: Logger;
  /** Work that goes on after the answer; the answer has to leave within seconds. */
  later(task: () => Promise<void>): void;
}

/** What a press is answered with: the card in its new state, or why not. */
export type Answer =
  | {
      readonly kind: 'card';
      readonly message: CardMessage;
      /** Also replaces the message in the chat, so that clients that never refresh show it too. */
      readonly lasting?: boolean;
    }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 | 500; readonly code: string; readonly says: string };

export interface Verb {
  readonly name: string;
  handle(raw: Readonly<Record<string, unknown>>, context: VerbContext): Promise<Answer>;
}

/** A verb: parses what the card sent by its schema, then acts. The schema's messages reach the person. */
export function verb<T>(
  name: string,
  schema: z.ZodType<T>,
  act: (input: T, context: VerbContext, raw: Readonly<Record<string, unknown>>) => Promise<Answer> | Answer,
): Verb {
  return {
    name,
    async handle(raw, context) {
      const parsed = schema.safeParse(raw);
      if (!parsed.success) {
        const fields = parsed.error.issues.map(({ path }) => path.join('.') || 'the card').join(', ');
        return refused(
          400,
          'BadInput',
          `This card sent something that can’t be read (${fields}). Open it again and retry.`,
        );
      }
      return act(parsed.data, context, raw);
    },
  };
}

export function shows(message: CardMessage | undefined, lasting = false): Answer {
  if (!message) return refused(400, 'BadInput', 'This step is no longer asked of your school. Open the card again.');
  return { kind: 'card', message, ...(lasting ? { lasting } : {}) };
}

export function refused(status: 400 | 403 | 404 | 500, code: string, says: string): Answer {
  return { kind: 'refused', status, code, says };
}

/**
 * The school, if the person may do this to it. A school that is not there and one that is not theirs get the same
 * answer, so that nobody learns which URNs exist (M1).
 */
export function schoolFor(
  { world, person }: Pick<VerbContext, 'world' | 'person'>,
  action: Action,
  urn: string,
): { readonly school: School } | { readonly answer: Answer } {
  const facts = world.facts();
  const school = facts.schools.find((one) => one.urn === urn);
  if (school && access(world.policy, person, action, facts, { urn }).allowed) return { school };
  return { answer: refused(403, 'NotAllowed', 'This card is for somebody else’s school, so nothing was changed.') };
}

/** Ids as cards carry them: bounded, since they come from outside. */
export const Urn = z.string().min(1).max(20);
export const HalfTermKey = z.string().regex(HALF_TERM_ID);
export const Version = z.string().min(1).max(200).optional();
