/**
 * Who the service is to Microsoft Entra ID: one source of Graph tokens for a client secret or a managed identity.
 * Many callers at once cause one token request; an answer of 401 causes exactly one new one.
 */
import { ConfidentialClientApplication, ManagedIdentityApplication } from '@azure/msal-node';

/** Where tokens come from. `authority` replaces `https://login.microsoftonline.com` (no trailing slash, no tenant). */
export interface Identity {
  readonly tenantId: string;
  readonly clientId: string;
  readonly authority?: string;
  /** A secret, or the user-assigned managed identity of the host. */
  readonly proof: { readonly secret: string } | 'managed identity';
}

/** Gives a token for Graph. `rejected` says that Graph answered 401 to this token: the next one is fetched anew. */
export interface TokenSource {
  token(): Promise<string>;
  rejected(token: string): void;
}

/** Thrown when Entra ID gives no token; says what to look at. */
export class NoToken extends Error {
  constructor(clientId: string, cause: unknown) {
    const detail = cause instanceof Error ? cause.message : 'no token in the answer';
    super(`Microsoft Entra ID gave no token to application ${clientId}: ${detail}`, { cause });
    this.name = 'NoToken';
  }
}

const ENTRA = 'https://login.microsoftonline.com';
const GRAPH_RESOURCE = 'https://graph.microsoft.com';

/** The token source of an identity. Tokens are cached by MSAL until five minutes before they expire. */
export function tokenSource(identity: Identity): TokenSource {
  const fetchToken = identity.proof === 'managed identity' ? managed(identity) : withSecret(identity, identity.proof);
  let flight: Promise<string> | undefined;
  let bad: string | undefined;

  async function fresh(): Promise<string> {
    const first = await fetchToken(false);
    const token = first !== bad ? first : await fetchToken(true);
    if (token !== bad) bad = undefined;
    return token;
  }

  return {
    token() {
      flight ??= fresh()
        .catch((cause: unknown) => {
          throw new NoToken(identity.clientId, cause);
        })
        .finally(() => {
          flight = undefined;
        });
      return flight;
    },
    rejected(token) {
      bad = token;
    },
  };
}

type FetchToken = (anew: boolean) => Promise<string>;

function withSecret(identity: Identity, proof: { readonly secret: string }): FetchToken {
  const authority = identity.authority ?? ENTRA;
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: identity.clientId,
      clientSecret: proof.secret,
      authority: `${authority}/${identity.tenantId}`,
      ...(identity.authority === undefined ? {} : { knownAuthorities: [new URL(identity.authority).host] }),
    },
  });
  return async (anew) => {
    const answer = await application.acquireTokenByClientCredential({
      scopes: [`${GRAPH_RESOURCE}/.default`],
      skipCache: anew,
    });
    return answered(answer?.accessToken);
  };
}

function managed(identity: Identity): FetchToken {
  const application = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: identity.clientId },
  });
  return async (anew) => {
    const answer = await application.acquireToken({ resource: GRAPH_RESOURCE, forceRefresh: anew });
    return answered(answer.accessToken);
  };
}

function answered(token: string | undefined): string {
  if (token === undefined || token === '') throw new Error('the answer held no access token');
  return token;
}
