import { describe, expect, it } from 'vitest';
import { readSettingUp, SettingUpError } from '../../src/provision/setting-up.ts';

const complete = {
  ...{ BOT_TENANT_ID: 't', SETUP_ID: 'i', SECRET_SETUP_PASSWORD: 's' },
  ...{ SITE_HOST: 'owls.sharepoint.com', SITE_PATH: '/sites/improvement/' },
};

describe('what setting up is told', () => {
  it('names every variable that is missing or blank', () => {
    const reading = () => readSettingUp({ ...complete, SETUP_ID: ' ', SITE_HOST: undefined });
    expect(reading).toThrow(SettingUpError);
    expect(reading).toThrow(/SETUP_ID is not set.*\n.*SITE_HOST is not set/);
  });

  it('reads a complete environment, and the site without a slash at the end', () => {
    expect(readSettingUp(complete)).toMatchObject({ setupId: 'i', sitePath: '/sites/improvement' });
  });

  it('replaces both of Microsoft’s addresses or none, and none in production', () => {
    const local = { ENTRA_URL: 'https://127.0.0.1:1/', GRAPH_URL: 'https://127.0.0.1:2/v1.0' };
    expect(readSettingUp({ ...complete, ...local }).endpoints).toEqual({
      entra: 'https://127.0.0.1:1',
      graph: 'https://127.0.0.1:2/v1.0',
    });
    expect(() => readSettingUp({ ...complete, ENTRA_URL: local.ENTRA_URL })).toThrow(/together or not at all/);
    expect(() => readSettingUp({ ...complete, ...local, NODE_ENV: 'production' })).toThrow(/in production/);
  });

  it('says that a host is not an address', () => {
    expect(() => readSettingUp({ ...complete, SITE_HOST: 'https://owls.sharepoint.com' })).toThrow(/without https/);
  });
});
