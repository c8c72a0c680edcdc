import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const WHOLE: Record<string, string> = {
  BOT_ID: '11111111-aaaa-4bbb-8ccc-222222222222',
  BOT_TENANT_ID: '33333333-aaaa-4bbb-8ccc-444444444444',
  BOT_TYPE: 'SingleTenant',
  SECRET_BOT_PASSWORD: 'not a real one',
  BOT_ENDPOINT: 'https://owls.example/',
  SITE_HOST: 'owls.sharepoint.com',
  SITE_PATH: '/sites/improvement',
  ORGANISER: 'meetings@owls.example',
  JOURNAL_DIR: '/var/owls',
};
const ELSEWHERE: Record<string, string> = {
  ENTRA_URL: 'https://127.0.0.1:1',
  GRAPH_URL: 'https://127.0.0.1:2/v1.0',
  CONNECTOR_OPENID_METADATA: 'https://127.0.0.1:3/.well-known/openidconfiguration',
  CONNECTOR_TOKEN_ISSUER: 'https://api.botframework.com',
  CONNECTOR_LOGIN_URL: 'https://127.0.0.1:1/tenant',
};

function problemsOf(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.join('\n');
    throw error;
  }
  return '';
}

describe('the environment', () => {
  it('is read as it is meant', () => {
    expect(readConfig(WHOLE)).toMatchObject({
      endpoint: 'https://owls.example',
      heartbeatSeconds: 30,
      parentOrigins: [],
    });
    expect(readConfig(WHOLE).endpoints).toBeUndefined();
    expect(readConfig({ ...WHOLE, ...ELSEWHERE }).endpoints?.graph).toBe('https://127.0.0.1:2/v1.0');
    expect(
      readConfig({ ...WHOLE, TAB_PARENT_ORIGINS: 'http://localhost:1, http://localhost:2' }).parentOrigins,
    ).toEqual(['http://localhost:1', 'http://localhost:2']);
  });

  it.each(Object.keys(WHOLE))('is refused by name without %s, or with it blank or a placeholder', (name) => {
    const placeholder = `\${{${name}}}`;
    for (const value of [undefined, '', '   ', placeholder, '<your value>', 'changeme']) {
      expect(problemsOf({ ...WHOLE, [name]: value })).toContain(name);
    }
  });

  it('needs an application id that is one: an empty one would switch the bot’s authentication off', () => {
    expect(problemsOf({ ...WHOLE, BOT_ID: '00000000-0000-0000-0000-000000000000' })).toContain('BOT_ID');
    expect(problemsOf({ ...WHOLE, BOT_ID: 'my-bot' })).toContain('BOT_ID');
  });

  it.each(Object.keys(ELSEWHERE))('takes all of the other addresses or none: not all without %s', (name) => {
    expect(problemsOf({ ...WHOLE, ...ELSEWHERE, [name]: undefined })).toContain(name);
  });

  it('takes no other address than Microsoft’s in production', () => {
    expect(problemsOf({ ...WHOLE, ...ELSEWHERE, NODE_ENV: 'production' })).toContain('ENTRA_URL');
    expect(problemsOf({ ...WHOLE, NODE_ENV: 'production' })).toBe('');
  });

  it('signs people in to the tab with the application named for it, else with the bot’s', () => {
    const tab = '55555555-AAAA-4bbb-8ccc-666666666666';
    expect(readConfig(WHOLE).tabAppId).toBe(WHOLE.BOT_ID);
    expect(readConfig({ ...WHOLE, AAD_APP_CLIENT_ID: ' ' }).tabAppId).toBe(WHOLE.BOT_ID);
    expect(readConfig({ ...WHOLE, AAD_APP_CLIENT_ID: tab })).toMatchObject({
      botId: WHOLE.BOT_ID,
      tabAppId: tab.toLowerCase(),
    });
    const placeholder = `\${{AAD_APP_CLIENT_ID}}`;
    for (const bad of [placeholder, 'my-tab', '00000000-0000-0000-0000-000000000000']) {
      expect(problemsOf({ ...WHOLE, AAD_APP_CLIENT_ID: bad })).toContain('AAD_APP_CLIENT_ID');
    }
  });

  it('needs no password with a managed identity', () => {
    expect(problemsOf({ ...WHOLE, BOT_TYPE: 'UserAssignedMSI', SECRET_BOT_PASSWORD: undefined })).toBe('');
  });
});
