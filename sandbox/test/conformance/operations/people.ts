import { ids } from '../../local-tenant.ts';
import { ask, type Case, get, nobody } from './stage.ts';

export const people: Record<string, Case> = {
  'GET /users': get(
    () => '/users',
    () => '/users?$top=1000',
    400,
    'Request_UnsupportedQuery',
  ),
  'GET /users/{user}': get(
    () => `/users/${ids.ann}`,
    () => `/users/${nobody}`,
    404,
    'Request_ResourceNotFound',
  ),
  'GET /users/{user}/photo/$value': [null, () => ask('GET', `/users/${ids.ann}/photo/$value`), 404, 'itemNotFound'],
  'GET /me': [null, () => ask('GET', '/me'), 400, 'BadRequest'],
  'GET /me/events': [null, () => ask('GET', '/me/events'), 400, 'BadRequest'],
  'GET /groups': get(
    () => '/groups',
    () => '/groups?$top=1000',
    400,
    'Request_UnsupportedQuery',
  ),
  'GET /groups/{group}': get(
    () => `/groups/${ids.group}`,
    () => `/groups/${nobody}`,
    404,
    'Request_ResourceNotFound',
  ),
  'GET /groups/{group}/members': get(
    () => `/groups/${ids.group}/members`,
    () => `/groups/${nobody}/members`,
    404,
    'Request_ResourceNotFound',
  ),
  'GET /teams/{team}': get(
    () => `/teams/${ids.team}`,
    () => `/teams/${nobody}`,
    404,
    'NotFound',
  ),
  'GET /teams/{team}/channels': get(
    () => `/teams/${ids.team}/channels`,
    () => `/teams/${nobody}/channels`,
    404,
    'NotFound',
  ),
  'GET /teams/{team}/channels/{channel}': get(
    async () => `/teams/${ids.team}/channels/${(await ask('GET', `/teams/${ids.team}`)).body.internalId}`,
    () => `/teams/${ids.team}/channels/19:none`,
    404,
    'NotFound',
  ),
};
