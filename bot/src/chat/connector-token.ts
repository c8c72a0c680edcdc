/**
 * Tokens with which the bot calls the Bot Connector. botbuilder's own MSAL client knows no authority but Microsoft's
 * public one and caches for the whole process; this one is per configuration and can be pointed elsewhere.
 */
import { ConfidentialClientApplication, ManagedIdentityApplication } from '@azure/msal-node';
import type { Config } from '../config.ts';

const AUDIENCE = 'https://api.botframework.com';

/** Where the bot's tokens come from. MSAL keeps one until shortly before it expires. */
export interface ConnectorToken {
  get(): Promise<string>;
  /** The connector answered 401: the next token is fetched anew, whatever is kept. */
  rejected(): void;
}

export function connectorToken(config: Config): ConnectorToken {
  if (config.botType === 'UserAssignedMSI') {
    const identity = new ManagedIdentityApplication({
      managedIdentityIdParams: { userAssignedClientId: config.botId },
    });
    return renewable(async (anew) => {
      const { accessToken } = await identity.acquireToken({ resource: AUDIENCE, forceRefresh: anew });
      return accessToken;
    });
  }
  if (!config.botPassword) throw new Error('SECRET_BOT_PASSWORD is needed for a SingleTenant bot.');
  const login = new URL(config.endpoints?.login ?? `https://login.microsoftonline.com/${config.tenantId}`);
  const authority = login.pathname.length > 1 ? login.href : new URL(config.tenantId, login).href;
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: config.botId,
      clientSecret: config.botPassword,
      authority,
      ...(config.endpoints ? { knownAuthorities: [login.host] } : {}),
    },
  });
  return renewable(async (anew) => {
    const result = await client.acquireTokenByClientCredential({ scopes: [`${AUDIENCE}/.default`], skipCache: anew });
    if (!result) throw new Error('The sign-in service gave no token for the Bot Connector.');
    return result.accessToken;
  });
}

/** Many who find the token rejected at once cause one new one. */
function renewable(fetchToken: (anew: boolean) => Promise<string>): ConnectorToken {
  let isBad = false;
  let flight: Promise<string> | undefined;
  async function fly(): Promise<string> {
    const anew = isBad;
    isBad = false;
    try {
      return await fetchToken(anew);
    } catch (error) {
      // What was kept is no better for it.
      isBad ||= anew;
      throw error;
    } finally {
      flight = undefined;
    }
  }
  return {
    get() {
      // A flight begun before the rejection may bring the rejected token: it stays bad for the next one.
      flight ??= fly();
      return flight;
    },
    rejected() {
      isBad = true;
    },
  };
}
