/** The infrastructure as text: no compiler of Bicep is at hand, but its names have to be the ones that others use. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import permissions from '../../infra/permissions.json' with { type: 'json' };
import { readConfig, SETTING_NAMES } from '../src/config.ts';

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const all = (from: string, pattern: RegExp) => [...from.matchAll(pattern)].map((found) => found[1] ?? '');

const bicep = text('infra/azure.bicep');
const registration = text('infra/botRegistration/azurebot.bicep');
const parameters = text('infra/azure.parameters.json');
const toolkit = text('teamsapp.yml');
const env = text('env/.env.dev');

const PARAMETER = /^param (\w+) /gm;
const REQUIRED_PARAMETER = /^param (\w+) \w+$/gm;
const PLACEHOLDER = /\$\{\{(\w+)\}\}/g;

const settings = all(bicep, /\{ name: '(\w+)', value: /g);
const outputs = all(bicep, /^output (\w+) /gm);
const inEnv = all(env, /^(\w+)=/gm);
const byHand = all(env.split('# Filled in by provision.')[0] ?? '', /^(\w+)=/gm);
const writtenByToolkit = all(toolkit, /^ +\w+: ([A-Z][A-Z0-9_]+)$/gm);
/** The toolkit's aadApp/update gives the scope an id and writes it down by itself. */
const WRITTEN_UNASKED = 'AAD_APP_ACCESS_AS_USER_PERMISSION_ID';

describe('the infrastructure', () => {
  it('sets only what the service reads', () => {
    expect(settings.length).toBeGreaterThan(5);
    expect(settings.filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
    expect(new Set(settings).size).toBe(settings.length);
  });

  it('sets all that the service needs to start in production', () => {
    const value = (name: string): string => {
      const literal = new RegExp(`name: '${name}', value: '([^'$]+)'`).exec(bicep)?.[1];
      return literal ?? SAMPLES[name] ?? 'something';
    };
    const config = readConfig(Object.fromEntries(settings.map((name) => [name, value(name)])));
    expect(config).toMatchObject({ botType: 'UserAssignedMSI', tabAppId: SAMPLES.AAD_APP_CLIENT_ID });
    expect(config.endpoints).toBeUndefined();
    expect(bicep).toContain("{ name: 'NODE_ENV', value: 'production' }");
  });

  it('keeps no secret: nothing takes one, sets one or hands one out', () => {
    const names = [...settings, ...outputs, ...all(bicep, PARAMETER), ...all(registration, PARAMETER), ...inEnv];
    expect(names.filter((name) => /secret|password|key$|token/i.test(name))).toEqual([]);
    for (const file of [bicep, registration]) expect(file).not.toMatch(/@secure|listKeys|listSecrets|getSecret/);
    expect(toolkit).toContain('generateClientSecret: false');
    expect(text('infra/entra-app.json')).not.toContain('passwordCredentials');
  });

  it.each(['appPackage/manifest.json', 'teamsapp.yml', 'infra/entra-app.json', 'infra/azure.parameters.json'])(
    'is asked by %s only for values that somebody fills in',
    (file) => {
      const asked = all(text(file), PLACEHOLDER).filter((name) => name !== 'TEAMSFX_ENV');
      const filled = [...byHand, ...writtenByToolkit, ...outputs, WRITTEN_UNASKED];
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((name) => !filled.includes(name))).toEqual([]);
      expect(asked.filter((name) => !inEnv.includes(name))).toEqual([]);
    },
  );

  it('has a place in the environment for everything that it hands back', () => {
    expect(outputs.filter((name) => !inEnv.includes(name))).toEqual([]);
  });

  it('is given the parameters that it takes', () => {
    const given = all(parameters, /"(\w+)": \{ "value"/g);
    expect(given.filter((name) => !all(bicep, PARAMETER).includes(name))).toEqual([]);
    expect(all(bicep, REQUIRED_PARAMETER).filter((name) => !given.includes(name))).toEqual([]);

    const passed = all(/^module bot [\s\S]*?^\}/m.exec(bicep)?.[0] ?? '', /^ {4}(\w+): /gm);
    expect(passed.filter((name) => !all(registration, PARAMETER).includes(name))).toEqual([]);
    expect(all(registration, REQUIRED_PARAMETER).filter((name) => !passed.includes(name))).toEqual([]);
  });

  it('deploys the folder that the build leaves for it', () => {
    expect(toolkit).toContain('artifactFolder: ./bot/dist/host');
    expect(bicep).toContain("appCommandLine: 'node main.mjs'");
    expect(text('bot/build.mjs')).toContain("folder = 'dist/host'");
  });
});

describe('the rights asked of the IT person', () => {
  const guide = text('docs/tenant.md');
  const step = (number: number) => guide.split(/^## /m).find((part) => part.startsWith(`${number}. `)) ?? '';

  it('are the ones that the local Microsoft 365 grants to the running service', () => {
    const { roles, site, exchange } = permissions.service;
    expect(all(step(5), /^\| \w[\w ]+ \| Graph `([\w.]+)`/gm)).toEqual(roles);
    expect(step(5)).toContain(`**${site}** on the data's site alone`);
    expect(step(5)).toContain(`with role \`${site}\``);
    expect(all(step(5), /Exchange role `([\w. ]+)`/g)).toEqual([exchange]);
  });

  it('are the ones that it grants to who sets up', () => {
    const { roles, site } = permissions.setUp;
    expect(all(step(6), /`(\w+\.\w+(?:\.\w+)?)` and/g)).toEqual(roles);
    expect(step(6)).toContain(`\`${site}\` on the site`);
  });

  it('are nowhere asked for beside: not in Entra, not in a team', () => {
    expect(JSON.parse(text('infra/entra-app.json'))).toMatchObject({ requiredResourceAccess: [] });
    expect(JSON.parse(text('appPackage/manifest.json'))).not.toHaveProperty('authorization');
  });
});

const SAMPLES: Readonly<Record<string, string>> = {
  BOT_ID: '11111111-aaaa-4bbb-8ccc-222222222222',
  BOT_TENANT_ID: '33333333-aaaa-4bbb-8ccc-444444444444',
  AAD_APP_CLIENT_ID: '55555555-aaaa-4bbb-8ccc-666666666666',
  TEAMS_APP_ID: '77777777-aaaa-4bbb-8ccc-888888888888',
  BOT_ENDPOINT: 'https://owls.azurewebsites.net',
  SITE_HOST: 'owls.sharepoint.com',
  SITE_PATH: '/sites/improvement',
  TENANT_LICENCES: '1000',
};
