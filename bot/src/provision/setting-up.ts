import { z } from 'zod';

/** What setting up is told by its environment. It signs in as an identity of its own, with rights the service has not. */
const Environment = z
  .object({
    NODE_ENV: z.string().optional(),
    BOT_TENANT_ID: z.string({ error: 'is not set' }).min(1, 'is empty'),
    SETUP_ID: z.string({ error: 'is not set' }).min(1, 'is empty'),
    SECRET_SETUP_PASSWORD: z.string({ error: 'is not set' }).min(1, 'is empty'),
    SITE_HOST: z.string({ error: 'is not set' }).regex(/^[a-z0-9.-]+$/i, 'is a host name alone, without https://'),
    SITE_PATH: z
      .string({ error: 'is not set' })
      .regex(/^\/[^?#]*$/, 'is the path of the site, for example /sites/improvement'),
    POLICY_FILE: z.string().optional(),
    ENTRA_URL: z.url('is not an address').optional(),
    GRAPH_URL: z.url('is not an address').optional(),
  })
  .superRefine((env, context) => {
    if ((env.ENTRA_URL === undefined) !== (env.GRAPH_URL === undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['ENTRA_URL'],
        message: 'and GRAPH_URL are replaced together or not at all',
      });
    }
    if (env.ENTRA_URL !== undefined && env.NODE_ENV === 'production') {
      context.addIssue({ code: 'custom', path: ['ENTRA_URL'], message: 'must not be set in production' });
    }
  });

export interface SettingUp {
  readonly tenantId: string;
  readonly setupId: string;
  readonly setupPassword: string;
  readonly siteHost: string;
  readonly sitePath: string;
  readonly policyFile?: string;
  readonly endpoints?: { readonly entra: string; readonly graph: string };
}

/** Thrown with a sentence for each variable that is wrong. */
export class SettingUpError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingUpError';
  }
}

export function readSettingUp(env: Readonly<Record<string, string | undefined>>): SettingUp {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = Environment.safeParse(set);
  if (!read.success) {
    throw new SettingUpError(read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`));
  }
  const { data } = read;
  return {
    tenantId: data.BOT_TENANT_ID,
    setupId: data.SETUP_ID,
    setupPassword: data.SECRET_SETUP_PASSWORD,
    siteHost: data.SITE_HOST,
    sitePath: data.SITE_PATH.replace(/\/+$/, ''),
    ...(data.POLICY_FILE === undefined ? {} : { policyFile: data.POLICY_FILE }),
    ...(data.ENTRA_URL === undefined || data.GRAPH_URL === undefined
      ? {}
      : { endpoints: { entra: data.ENTRA_URL.replace(/\/+$/, ''), graph: data.GRAPH_URL.replace(/\/+$/, '') } }),
  };
}
