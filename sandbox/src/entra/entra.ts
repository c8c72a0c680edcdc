import type { Hono } from 'hono';
import type { Core } from '../core/core.ts';
import { type FrontEnv, front } from '../core/front.ts';
import { headersOf } from '../limits/refusal.ts';
import { tenant } from './directory.ts';
import { channelMetadata, instanceDiscovery, openIdConfiguration } from './metadata.ts';
import { refusal, TokenRefused } from './refusal.ts';
import { issueToken } from './token-endpoint.ts';

const temporarilyUnavailable = {
  error: 'temporarily_unavailable',
  error_description: 'Too many token requests. Keep a token until it expires, and try again later.',
};

/** Entra ID: token endpoint, OpenID metadata and keys; and the Bot Framework's metadata, which bots trust for Teams. */
export function entra(core: Core): Hono<FrontEnv> {
  const app = front(core, 'entra', (fault) => ({
    error: fault.status === 429 ? 'temporarily_unavailable' : 'server_error',
    error_description: `The sandbox was ordered to answer ${fault.status}.`,
  }));

  app.onError((error, c) => {
    if (!(error instanceof TokenRefused)) throw error;
    return c.json(refusal(core, error, c.get('requestId')), error.status);
  });
  app.use('*', async (c, next) => {
    await next();
    core.traffic.operation('entra', `${c.req.method} ${c.req.routePath}`);
  });

  app.get('/common/discovery/instance', (c) => c.json(instanceDiscovery(core, c.req.query('authorization_endpoint'))));
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (c) =>
    c.json(openIdConfiguration(core, known(core, c.req.param('tenant')))),
  );
  app.get('/:tenant/discovery/v2.0/keys', (c) => {
    known(core, c.req.param('tenant'));
    return c.json({ keys: core.keys.entra.jwks });
  });
  app.post('/:tenant/oauth2/v2.0/token', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const refused = core.limits.ofToken(form.get('client_id') ?? '', form.get('scope') ?? '');
    if (refused !== undefined) return c.json(temporarilyUnavailable, 429, headersOf(refused));
    return c.json(await issueToken(core, known(core, c.req.param('tenant')), form), 200, {
      'Cache-Control': 'no-store',
    });
  });

  app.get('/botframework/v1/.well-known/openidconfiguration', (c) => c.json(channelMetadata(core)));
  app.get('/botframework/v1/.well-known/keys', (c) =>
    c.json({ keys: core.keys.channel.jwks.map((jwk) => ({ ...jwk, endorsements: ['msteams'] })) }),
  );

  app.notFound((c) =>
    c.json(
      { error: 'not_found', error_description: `The sandbox's Entra ID has no ${c.req.method} ${c.req.path}.` },
      404,
    ),
  );
  return app;
}

/** The tenant's id, whether asked for by id, by domain, or (metadata only) by `common` and `organizations`. */
function known(core: Core, asked: string): string {
  const here = tenant(core.store);
  const name = asked.toLowerCase();
  if (here && (name === here.id.toLowerCase() || name === here.domain.toLowerCase())) return here.id;
  throw new TokenRefused(
    400,
    'invalid_request',
    90002,
    `Tenant '${asked}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}
