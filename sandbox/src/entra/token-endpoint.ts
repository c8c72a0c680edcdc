import type { Core } from '../core/core.ts';
import { type App, app, delegatedScopes, secretFits, user } from './directory.ts';
import { TokenRefused } from './refusal.ts';
import { appToken, delegatedToken, lifetimeSeconds, personOf } from './tokens.ts';

export const graphAudience = 'https://graph.microsoft.com';
export const connectorAudience = 'https://api.botframework.com';

const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Client credentials and on-behalf-of, with the secret in the form. Everything else is refused as Entra ID refuses it. */
export async function issueToken(
  core: Core,
  tenantId: string,
  form: URLSearchParams,
): Promise<Record<string, unknown>> {
  const grant = form.get('grant_type');
  if (!grant)
    throw new TokenRefused(
      400,
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'grant_type'.",
    );
  if (grant !== 'client_credentials' && grant !== onBehalfOf) {
    throw new TokenRefused(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${grant}'.`,
    );
  }
  const clientId = form.get('client_id');
  if (!clientId)
    throw new TokenRefused(
      400,
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'client_id'.",
    );
  const client = app(core.store, clientId);
  if (!client) {
    throw new TokenRefused(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenantId}'.`,
    );
  }
  const secret = form.get('client_secret');
  if (!secret) {
    throw new TokenRefused(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  if (!secretFits(core.store, client.id, secret)) {
    throw new TokenRefused(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${client.id}'.`,
    );
  }
  const scope = form.get('scope') ?? '';
  if (grant === onBehalfOf) return delegated(core, tenantId, client, form);
  return {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: await appToken(core, tenantId, client, audienceOf(core, scope)),
  };
}

/** "OAuth 2.0 On-Behalf-Of flow": the person's token for the app becomes one for Graph, with what was consented. */
async function delegated(core: Core, tenantId: string, client: App, form: URLSearchParams) {
  const id = await personOf(core, form.get('assertion') ?? '', client.id);
  const person = id === undefined ? undefined : user(core.store, id);
  if (!person || form.get('requested_token_use') !== 'on_behalf_of') {
    const says = 'The assertion is not a valid token of a person for this application, to be used on behalf of them.';
    throw new TokenRefused(400, 'invalid_grant', 500131, says);
  }
  const asked = (form.get('scope') ?? '').split(' ').map((one) => one.replace(`${graphAudience}/`, ''));
  const consented = delegatedScopes(core.store, client.id);
  const scopes = asked.includes('.default') ? consented : asked;
  if (scopes.length === 0 || !scopes.every((one) => consented.includes(one))) {
    const says = `The user or administrator has not consented to use the application with ID '${client.id}' named '${client.displayName}'. Send an interactive authorization request for this user and resource.`;
    throw new TokenRefused(400, 'invalid_grant', 65001, says);
  }
  const access_token = await delegatedToken(core, tenantId, client, person, scopes);
  return {
    token_type: 'Bearer',
    scope: scopes.join(' '),
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token,
  };
}

function audienceOf(core: Core, scope: string): string {
  if (!scope.endsWith('/.default')) {
    throw new TokenRefused(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  const resource = scope.slice(0, -'/.default'.length).replace(/\/$/, '');
  if (resource === graphAudience || resource === connectorAudience) return resource;
  const own = app(core.store, resource.split('/').at(-1) ?? '');
  if (own) return own.id;
  throw new TokenRefused(
    400,
    'invalid_resource',
    500011,
    `The resource principal named ${resource} was not found in the tenant.`,
  );
}
