import { ask, type Case, get, idOf, stage, title } from './stage.ts';

const item = () => idOf(ask('POST', `${stage.list}/items`, { fields: { Key: title() } }));
const column = () => idOf(ask('POST', `${stage.list}/columns`, { name: `C${stage.next()}`, text: {} }));

export const lists: Record<string, Case> = {
  'GET /sites/{site}/lists': get(
    () => `${stage.site}/lists`,
    () => `${stage.site}/lists?$skiptoken=mine`,
    400,
    'invalidRequest',
  ),
  'POST /sites/{site}/lists': [
    () => ask('POST', `${stage.site}/lists`, { displayName: title() }),
    () => ask('POST', `${stage.site}/lists`, { displayName: 'Kept' }),
    409,
    'nameAlreadyExists',
  ],
  'GET /sites/{site}/lists/{list}': get(
    () => stage.list,
    () => `${stage.site}/lists/none`,
    404,
    'itemNotFound',
  ),
  'PATCH /sites/{site}/lists/{list}': [
    () => ask('PATCH', stage.list, { description: 'x' }),
    () => ask('PATCH', `${stage.site}/lists/none`, { description: 'x' }),
    404,
    'itemNotFound',
  ],
  'DELETE /sites/{site}/lists/{list}': [
    async () =>
      ask('DELETE', `${stage.site}/lists/${await idOf(ask('POST', `${stage.site}/lists`, { displayName: title() }))}`),
    () => ask('DELETE', `${stage.site}/lists/none`),
    404,
    'itemNotFound',
  ],
  'GET /sites/{site}/lists/{list}/columns': get(
    () => `${stage.list}/columns`,
    () => `${stage.site}/lists/none/columns`,
    404,
    'itemNotFound',
  ),
  'POST /sites/{site}/lists/{list}/columns': [
    () => ask('POST', `${stage.list}/columns`, { name: `C${stage.next()}`, text: {} }),
    () => ask('POST', `${stage.list}/columns`, { name: 'Key', text: {} }),
    400,
    'invalidRequest',
  ],
  'GET /sites/{site}/lists/{list}/columns/{column}': get(
    async () => `${stage.list}/columns/${await column()}`,
    () => `${stage.list}/columns/none`,
    404,
    'itemNotFound',
  ),
  'PATCH /sites/{site}/lists/{list}/columns/{column}': [
    async () => ask('PATCH', `${stage.list}/columns/${await column()}`, { displayName: title() }),
    async () => ask('PATCH', `${stage.list}/columns/${await column()}`, { name: 'Renamed' }),
    400,
    'invalidRequest',
  ],
  'DELETE /sites/{site}/lists/{list}/columns/{column}': [
    async () => ask('DELETE', `${stage.list}/columns/${await column()}`),
    () => ask('DELETE', `${stage.list}/columns/Title`),
    400,
    'invalidRequest',
  ],
  'GET /sites/{site}/lists/{list}/items': get(
    () => `${stage.list}/items`,
    () => `${stage.list}/items?$filter=fields/None eq 1`,
    400,
    'invalidRequest',
  ),
  'POST /sites/{site}/lists/{list}/items': [
    () => ask('POST', `${stage.list}/items`, { fields: { Key: title() } }),
    () => ask('POST', `${stage.list}/items`, { fields: { Pupils: 'many' } }),
    400,
    'invalidRequest',
  ],
  'GET /sites/{site}/lists/{list}/items/{item}': get(
    async () => `${stage.list}/items/${await item()}`,
    () => `${stage.list}/items/9999`,
    404,
    'itemNotFound',
  ),
  'PATCH /sites/{site}/lists/{list}/items/{item}': [
    async () => ask('PATCH', `${stage.list}/items/${await item()}`, { fields: { Pupils: 1 } }),
    () => ask('PATCH', `${stage.list}/items/9999`, { fields: {} }),
    404,
    'itemNotFound',
  ],
  'DELETE /sites/{site}/lists/{list}/items/{item}': [
    async () => ask('DELETE', `${stage.list}/items/${await item()}`),
    () => ask('DELETE', `${stage.list}/items/9999`),
    404,
    'itemNotFound',
  ],
  'GET /sites/{site}/lists/{list}/items/{item}/fields': get(
    async () => `${stage.list}/items/${await item()}/fields`,
    () => `${stage.list}/items/9999/fields`,
    404,
    'itemNotFound',
  ),
  'PATCH /sites/{site}/lists/{list}/items/{item}/fields': [
    async () => ask('PATCH', `${stage.list}/items/${await item()}/fields`, { Pupils: 1 }),
    async () => ask('PATCH', `${stage.list}/items/${await item()}/fields`, { Pupils: 1 }, { 'if-match': '"old,1"' }),
    412,
    'preconditionFailed',
  ],
  'GET /sites/{site}/lists/{list}/items/delta': get(
    () => `${stage.list}/items/delta`,
    () => `${stage.list}/items/delta?token=old`,
    410,
    'resyncRequired',
  ),
};
