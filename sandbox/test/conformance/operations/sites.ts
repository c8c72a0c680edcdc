import { ids } from '../../local-tenant.ts';
import { ask, type Case, get, idOf, nobody, stage } from './stage.ts';

const application = { id: ids.other, displayName: 'Another' };
const grant = { roles: ['read'], grantedToIdentities: [{ application }] };
const permission = () => idOf(ask('POST', `${stage.site}/permissions`, grant));

export const sites: Record<string, Case> = {
  'GET /sites/{site}': get(
    () => stage.site,
    () => `/sites/${nobody}`,
    404,
    'itemNotFound',
  ),
  'GET /sites/{site}/drive': get(
    () => `${stage.site}/drive`,
    () => `/sites/${nobody}/drive`,
    404,
    'itemNotFound',
  ),
  'GET /sites/{site}/drives': get(
    () => `${stage.site}/drives`,
    () => `/sites/${nobody}/drives`,
    404,
    'itemNotFound',
  ),
  'GET /drives/{drive}': get(
    () => stage.drive,
    () => '/drives/none',
    404,
    'itemNotFound',
  ),
  'GET /sites/{site}/permissions': get(
    () => `${stage.site}/permissions`,
    () => `/sites/${nobody}/permissions`,
    404,
    'itemNotFound',
  ),
  'POST /sites/{site}/permissions': [
    () => ask('POST', `${stage.site}/permissions`, grant),
    () => ask('POST', `${stage.site}/permissions`, { roles: ['read'] }),
    400,
    'invalidRequest',
  ],
  'GET /sites/{site}/permissions/{permission}': get(
    async () => `${stage.site}/permissions/${await permission()}`,
    () => `${stage.site}/permissions/none`,
    404,
    'itemNotFound',
  ),
  'PATCH /sites/{site}/permissions/{permission}': [
    async () => ask('PATCH', `${stage.site}/permissions/${await permission()}`, { roles: ['write'] }),
    () => ask('PATCH', `${stage.site}/permissions/none`, { roles: ['write'] }),
    404,
    'itemNotFound',
  ],
  'DELETE /sites/{site}/permissions/{permission}': [
    async () => ask('DELETE', `${stage.site}/permissions/${await permission()}`),
    () => ask('DELETE', `${stage.site}/permissions/none`),
    404,
    'itemNotFound',
  ],
};
