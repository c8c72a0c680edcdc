import { z } from 'zod';

/** Where Microsoft's services stand when they are not at Microsoft's own addresses: all of them, or none. */
interface Endpoints {
  /** Base of Entra ID; `<entra>/<tenant>/v2.0` is the issuer of its tokens. */
  readonly entra: string;
  /** Base of Graph with its version, for example `https://…/v1.0`. */
  readonly graph: string;
  /** OpenID metadata of the keys that sign what the Bot Connector sends us. */
  readonly openIdMetadata: string;
  /** Issuer of those tokens. */
  readonly tokenIssuer: string;
  /** Where the bot signs in to be let in to the Bot Connector. */
  readonly login: string;
}

/** What the service is told by its environment. Only this differs between a local run and a tenant. */
export interface Config {
  /** The application id of bot and Graph: with `UserAssignedMSI` the client id of that identity. */
  readonly botId: string;
  /** The Entra application the tab signs people in with. A managed identity can't be one: it has no sign-in of people. */
  readonly tabAppId: string;
  /** The Teams app's id, so that links open in Teams. Without it they open the tab's page, which says how to get there. */
  readonly teamsAppId?: string;
  readonly tenantId: string;
  readonly botType: 'SingleTenant' | 'UserAssignedMSI';
  /** Only with `SingleTenant`: a managed identity has none. */
  readonly botPassword?: string;
  /** 0 lets the system choose one; the log says which. */
  readonly port: number;
  /** Public base address of this service, without a slash at the end. */
  readonly endpoint: string;
  readonly siteHost: string;
  readonly sitePath: string;
  /** User principal name or object id of the mailbox that holds the trust's meetings. */
  readonly organiser: string;
  /** Microsoft 365 licences of the tenant, staff's and pupils': SharePoint lets larger tenants be asked for more. */
  readonly licences: number;
  readonly heartbeatSeconds: number;
  readonly journalDir: string;
  /** Exact origins besides Microsoft's that may frame the tab. */
  readonly parentOrigins: readonly string[];
  /** A JSON file with the trust's own policy; without it OWLS's holds. */
  readonly policyFile?: string;
  readonly endpoints?: Endpoints;
  /** The identity that sets up the site; the running service never uses it. */
  readonly setup?: { readonly setupId: string; readonly setupPassword: string };
}

/** What is wrong with the environment, one sentence a variable. Nothing starts on it. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Values left over from a template: `${{BOT_ID}}`, `<your bot id>`, `changeme`, a nil GUID. */
const PLACEHOLDER = /^\$?\{|^<.*>$|^(changeme|change-me|todo|xxx+|your[-_ ].*|placeholder)$|^0{8}-(0{4}-){3}0{12}$/i;
const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const OVERRIDES = [
  'ENTRA_URL',
  'GRAPH_URL',
  'CONNECTOR_OPENID_METADATA',
  'CONNECTOR_TOKEN_ISSUER',
  'CONNECTOR_LOGIN_URL',
] as const;

const given = z
  .string({ error: 'is not set' })
  .trim()
  .min(1, 'is empty')
  .refine((value) => !PLACEHOLDER.test(value), 'still holds a placeholder');
const guid = given.regex(GUID, 'is not an id of the form 01234567-89ab-cdef-0123-456789abcdef');
const address = given
  .refine((value) => URL.canParse(value), 'is not an address')
  .transform((value) => value.replace(/\/+$/, ''));

const Environment = z.object({
  NODE_ENV: z.string().optional(),
  BOT_ID: guid,
  AAD_APP_CLIENT_ID: guid.optional(),
  TEAMS_APP_ID: guid.optional(),
  BOT_TENANT_ID: guid,
  BOT_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI'], { error: 'has to be SingleTenant or UserAssignedMSI' }),
  SECRET_BOT_PASSWORD: given.optional(),
  PORT: z.coerce.number({ error: 'is not a number' }).int().min(0).max(65535).default(3978),
  BOT_ENDPOINT: address,
  SITE_HOST: given.regex(/^[a-z0-9.-]+$/i, 'is a host name alone, without https://'),
  SITE_PATH: given.regex(/^\/[^?#]*$/, 'is the path of the site, for example /sites/improvement'),
  ORGANISER: given,
  TENANT_LICENCES: z.coerce
    .number({ error: 'is not a number' })
    .int('is a whole number')
    .min(0, 'is not below 0')
    .default(0),
  HEARTBEAT_SECONDS: z.coerce.number({ error: 'is not a number' }).min(0.1, 'is at least 0.1').default(30),
  JOURNAL_DIR: given,
  TAB_PARENT_ORIGINS: z
    .string()
    .default('')
    .transform((value) => value.split(/[\s,]+/).filter((origin) => origin !== ''))
    .pipe(z.array(z.string().refine(isOrigin, 'holds something that is not an origin such as https://host:port'))),
  POLICY_FILE: given.optional(),
  ENTRA_URL: address.optional(),
  GRAPH_URL: address.optional(),
  CONNECTOR_OPENID_METADATA: address.optional(),
  CONNECTOR_TOKEN_ISSUER: given.optional(),
  CONNECTOR_LOGIN_URL: address.optional(),
  SETUP_ID: guid.optional(),
  SECRET_SETUP_PASSWORD: given.optional(),
});
type Environment = z.infer<typeof Environment>;

/** Every variable the service knows; others that are set are not read. */
export const SETTING_NAMES: readonly string[] = Object.keys(Environment.shape);

/**
 * Reads the service's configuration. Throws ConfigError naming each variable that is missing, blank, a placeholder or
 * contradictory: an empty application id would switch the bot's authentication off, so nothing starts without one.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // A variable set to nothing is a variable not set, except where one is required: then it says so by name.
  const read = Environment.safeParse(withoutBlankOptionals(env));
  if (!read.success) {
    throw new ConfigError(read.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`));
  }
  const problems = contradictions(read.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return configOf(read.data);
}

function contradictions(env: Environment): string[] {
  const set = OVERRIDES.filter((name) => env[name] !== undefined);
  const problems: string[] = [];
  if (set.length > 0 && set.length < OVERRIDES.length) {
    const missing = OVERRIDES.filter((name) => env[name] === undefined).join(', ');
    problems.push(
      `${set.join(', ')} set without ${missing}: Microsoft's addresses are replaced all together or not at all.`,
    );
  }
  if (set.length > 0 && env.NODE_ENV === 'production') {
    problems.push(
      `${set.join(', ')} must not be set in production: the service would trust another sign-in than Microsoft's.`,
    );
  }
  if (env.BOT_TYPE === 'SingleTenant' && env.SECRET_BOT_PASSWORD === undefined) {
    problems.push('SECRET_BOT_PASSWORD is not set; BOT_TYPE SingleTenant signs in with it.');
  }
  if ((env.SETUP_ID === undefined) !== (env.SECRET_SETUP_PASSWORD === undefined)) {
    problems.push('SETUP_ID and SECRET_SETUP_PASSWORD go together; one of them is not set.');
  }
  return problems;
}

function configOf(env: Environment): Config {
  const { ENTRA_URL, GRAPH_URL, CONNECTOR_OPENID_METADATA, CONNECTOR_TOKEN_ISSUER, CONNECTOR_LOGIN_URL } = env;
  const overridden =
    ENTRA_URL && GRAPH_URL && CONNECTOR_OPENID_METADATA && CONNECTOR_TOKEN_ISSUER && CONNECTOR_LOGIN_URL
      ? {
          endpoints: {
            entra: ENTRA_URL,
            graph: GRAPH_URL,
            openIdMetadata: CONNECTOR_OPENID_METADATA,
            tokenIssuer: CONNECTOR_TOKEN_ISSUER,
            login: CONNECTOR_LOGIN_URL,
          },
        }
      : {};
  return {
    botId: env.BOT_ID.toLowerCase(),
    tabAppId: (env.AAD_APP_CLIENT_ID ?? env.BOT_ID).toLowerCase(),
    ...(env.TEAMS_APP_ID === undefined ? {} : { teamsAppId: env.TEAMS_APP_ID.toLowerCase() }),
    tenantId: env.BOT_TENANT_ID.toLowerCase(),
    botType: env.BOT_TYPE,
    ...(env.SECRET_BOT_PASSWORD === undefined ? {} : { botPassword: env.SECRET_BOT_PASSWORD }),
    port: env.PORT,
    endpoint: env.BOT_ENDPOINT,
    siteHost: env.SITE_HOST,
    sitePath: env.SITE_PATH.replace(/\/+$/, ''),
    organiser: env.ORGANISER,
    licences: env.TENANT_LICENCES,
    heartbeatSeconds: env.HEARTBEAT_SECONDS,
    journalDir: env.JOURNAL_DIR,
    parentOrigins: env.TAB_PARENT_ORIGINS,
    ...(env.POLICY_FILE === undefined ? {} : { policyFile: env.POLICY_FILE }),
    ...overridden,
    ...(env.SETUP_ID === undefined || env.SECRET_SETUP_PASSWORD === undefined
      ? {}
      : { setup: { setupId: env.SETUP_ID, setupPassword: env.SECRET_SETUP_PASSWORD } }),
  };
}

const REQUIRED = new Set([
  'BOT_ID',
  'BOT_TENANT_ID',
  'BOT_TYPE',
  'BOT_ENDPOINT',
  'SITE_HOST',
  'SITE_PATH',
  'ORGANISER',
  'JOURNAL_DIR',
]);

function withoutBlankOptionals(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(env).filter(([name, value]) => REQUIRED.has(name) || (value !== undefined && value.trim() !== '')),
  );
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value.replace(/\/$/, '');
}
