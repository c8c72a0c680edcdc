import type { Person } from '@owls/policy';
import type { Context, MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { World } from '../world.ts';
import type { By } from '../writes.ts';
import { Refusal } from './refusal.ts';
import { BadToken, type CheckToken } from './token.ts';

/** What every route is given once the person is known. */
export interface ApiEnv {
  Variables: { readonly person: Person; readonly world: World; readonly by: By };
}
export type ApiContext = Context<ApiEnv>;

export interface SigningIn {
  readonly checkToken: CheckToken;
  /** Undefined until the lists were read for the first time. */
  readonly world: () => World | undefined;
  readonly log: Logger;
}

/** The only door of the API: a good token of this tenant, and its person on the trust's list of people. */
export function signedIn({ checkToken, world, log }: SigningIn): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const oid = await oidOf(c.req.header('Authorization'), checkToken, log);
    const open = world();
    if (open === undefined) {
      throw new Refusal(503, 'starting', 'The service is starting. Try again in a moment.', { retryAfterSeconds: 5 });
    }
    const person = open.facts().people.find((candidate) => candidate.id === oid);
    if (person === undefined) {
      throw new Refusal(403, 'unknown-person', 'You are signed in, but the trust has not given you a role here yet.', {
        wouldChange: "Ask the CEO's office to add you to the list of people with your role.",
      });
    }
    c.set('world', open);
    c.set('person', person);
    c.set('by', { person: person.id, surface: 'tab' });
    return next();
  };
}

async function oidOf(header: string | undefined, checkToken: CheckToken, log: Logger): Promise<string> {
  const token = /^Bearer ([^\s]+)$/i.exec(header ?? '')?.[1];
  const refused = new Refusal(401, 'not-signed-in', 'Your sign-in was not accepted. Close the tab and open it again.');
  if (token === undefined) throw refused;
  try {
    return (await checkToken(token)).oid;
  } catch (error) {
    if (error instanceof BadToken) {
      log.warn({ why: error.why }, 'a tab token was refused');
      throw refused;
    }
    log.error({ err: error }, "Entra's keys could not be read");
    throw new Refusal(503, 'sign-in-unavailable', 'Sign-in cannot be checked just now. Try again in a moment.', {
      retryAfterSeconds: 10,
    });
  }
}
