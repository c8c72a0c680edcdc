import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoints } from './control.ts';
import type { Installation } from './identities.ts';

/** Where the trust's data stands in its tenant. */
export interface Place {
  readonly tenantId: string;
  readonly siteHost: string;
  readonly sitePath: string;
  readonly organiser: string;
}

/** The service's environment against the local Microsoft 365; only this differs from a tenant's. */
export function environmentOf(
  made: Installation,
  place: Place,
  endpoints: Endpoints,
  options: {
    readonly stateDir: string;
    readonly heartbeatSeconds: number;
    readonly licences: number;
    readonly ca: string;
  },
): { readonly plain: Record<string, string>; readonly secret: Record<string, string> } {
  const bot = `http://localhost:${made.ports.bot}`;
  return {
    plain: {
      TEAMSFX_ENV: 'local',
      APP_NAME_SUFFIX: '',
      TEAMS_APP_ID: made.teamsAppId,
      AAD_APP_CLIENT_ID: made.botId,
      BOT_ID: made.botId,
      BOT_TYPE: 'SingleTenant',
      BOT_TENANT_ID: place.tenantId,
      BOT_ENDPOINT: bot,
      BOT_DOMAIN: `localhost:${made.ports.bot}`,
      TAB_ENDPOINT: bot,
      TAB_DOMAIN: `localhost:${made.ports.bot}`,
      TAB_PARENT_ORIGINS: endpoints.page,
      PORT: String(made.ports.bot),
      SITE_HOST: place.siteHost,
      SITE_PATH: place.sitePath,
      ORGANISER: place.organiser,
      TENANT_LICENCES: String(options.licences),
      HEARTBEAT_SECONDS: String(options.heartbeatSeconds),
      JOURNAL_DIR: join(options.stateDir, 'journal'),
      ENTRA_URL: endpoints.entra,
      GRAPH_URL: endpoints.graph,
      CONNECTOR_OPENID_METADATA: `${endpoints.entra}/botframework/v1/.well-known/openidconfiguration`,
      CONNECTOR_TOKEN_ISSUER: 'https://api.botframework.com',
      CONNECTOR_LOGIN_URL: `${endpoints.entra}/${place.tenantId}`,
      SETUP_ID: made.setupId,
      // Node reads it only when it starts: whoever starts a program on this environment has to hand it over.
      NODE_EXTRA_CA_CERTS: options.ca,
    },
    secret: { SECRET_BOT_PASSWORD: made.botSecret, SECRET_SETUP_PASSWORD: made.setupSecret },
  };
}

/** Writes the environment where the toolkit and a developer look for it; both files are kept out of git. */
export function writeEnvironment(
  envDir: string,
  environment: { readonly plain: Record<string, string>; readonly secret: Record<string, string> },
): void {
  mkdirSync(envDir, { recursive: true });
  const lines = (values: Record<string, string>) =>
    `# Written by npm start.\n${Object.entries(values)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n')}\n`;
  writeFileSync(join(envDir, '.env.local'), lines(environment.plain));
  writeFileSync(join(envDir, '.env.local.user'), lines(environment.secret), { mode: 0o600 });
}
