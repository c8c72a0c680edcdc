import type { Core } from '../core/core.ts';

/** What msal asks before it trusts an authority. */
export function instanceDiscovery(core: Core, authorizationEndpoint: string | undefined): Record<string, unknown> {
  const host = new URL(core.endpoints.entra).host;
  const asked =
    authorizationEndpoint && URL.canParse(authorizationEndpoint) ? new URL(authorizationEndpoint).pathname : '/common/';
  return {
    tenant_discovery_endpoint: `${core.endpoints.entra}/${asked.split('/')[1]}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

export function openIdConfiguration(core: Core, tenantId: string): Record<string, unknown> {
  const base = `${core.endpoints.entra}/${tenantId}`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    response_types_supported: ['code', 'id_token', 'token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    tenant_region_scope: 'EU',
    cloud_instance_name: new URL(core.endpoints.entra).host,
  };
}

/** What a bot reads to trust requests from Teams. */
export function channelMetadata(core: Core): Record<string, unknown> {
  return {
    issuer: 'https://api.botframework.com',
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${core.endpoints.entra}/botframework/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}
