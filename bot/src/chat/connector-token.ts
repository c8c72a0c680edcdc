/**
 * Tokens with which the bot calls the Bot Connector. botbuilder's own MSAL client knows no authority but Microsoft's
 * public one and caches for the whole process; this one is per configuration and can be pointed elsewhere.
 */
import { ConfidentialClientApplication, ManagedIdentityApplication } from '@azure/msal-node';
import type { Config } from '../config.ts';

const AUDIENCE = 'https://api.botframework.com';

/** Answers a valid token; MSAL keeps it until shortly before it expires. */
export type ConnectorToken = () => Promise<string>;

export function connectorToken(config: Config): ConnectorToken {
  if (config.botType === 'UserAssignedMSI') {
    const identity = new ManagedIdentityApplication({
      managedIdentityIdParams: { userAssignedClientId: config.botId },
    });
    return async () => (await identity.acquireToken({ resource: AUDIENCE })).accessToken;
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
  return async () => {
    const result = await client.acquireTokenByClientCredential({ scopes: [`${AUDIENCE}/.default`] });
    if (!result) throw new Error('The sign-in service gave no token for the Bot Connector.');
    return result.accessToken;
  };
}
