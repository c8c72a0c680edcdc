import type { Answer } from '../../asking.ts';
import { ask, type Case, get, idOf, nobody, stage, title } from './stage.ts';

async function put(path: string): Promise<Answer> {
  const authorization = await stage.tenant.bearer('https://graph.microsoft.com/.default');
  const headers = { authorization, 'content-type': 'text/plain' };
  return stage.tenant.ask(stage.tenant.doors.graph + encodeURI(path), { method: 'PUT', body: 'words', headers });
}
const file = (at: string) => idOf(put(`${at}/root:/${title()}.txt:/content`));
const folder = () => ({ name: title(), folder: {} });

/** The same under a site's drive and under a drive's own id. */
function under(template: string, none: string, at: () => string): Record<string, Case> {
  const gone = [404, 'itemNotFound'] as const;
  return {
    [`GET ${template}/root`]: get(
      () => `${at()}/root`,
      () => `${none}/root`,
      ...gone,
    ),
    [`GET ${template}/root/children`]: get(
      () => `${at()}/root/children`,
      () => `${at()}/root/children?$skiptoken=mine`,
      400,
      'invalidRequest',
    ),
    [`POST ${template}/root/children`]: [
      () => ask('POST', `${at()}/root/children`, folder()),
      () => ask('POST', `${at()}/root/children`, { name: 'x' }),
      400,
      'invalidRequest',
    ],
    [`GET ${template}/root/at/{path}`]: get(
      async () => `${at()}/root:/${(await put(`${at()}/root:/${title()}.txt:/content`)).body.name}:`,
      () => `${at()}/root:/none.txt:`,
      ...gone,
    ),
    [`GET ${template}/root/at/{path}/children`]: get(
      async () => `${at()}/root:/${(await ask('POST', `${at()}/root/children`, folder())).body.name}:/children`,
      () => `${at()}/root:/none:/children`,
      ...gone,
    ),
    [`PUT ${template}/root/at/{path}/content`]: [
      () => put(`${at()}/root:/${title()}.txt:/content`),
      () => put(`${at()}/root:/a"b.txt:/content`),
      400,
      'invalidRequest',
    ],
    [`GET ${template}/root/at/{path}/content`]: get(
      async () => `${at()}/root:/${(await put(`${at()}/root:/${title()}.txt:/content`)).body.name}:/content`,
      () => `${at()}/root:/none.txt:/content`,
      ...gone,
    ),
    [`GET ${template}/items/{item}`]: get(
      async () => `${at()}/items/${await file(at())}`,
      () => `${at()}/items/none`,
      ...gone,
    ),
    [`GET ${template}/items/{item}/children`]: get(
      () => `${at()}/items/root/children`,
      () => `${at()}/items/none/children`,
      ...gone,
    ),
    [`POST ${template}/items/{item}/children`]: [
      () => ask('POST', `${at()}/items/root/children`, folder()),
      () => ask('POST', `${at()}/items/none/children`, folder()),
      ...gone,
    ],
    [`GET ${template}/items/{item}/content`]: get(
      async () => `${at()}/items/${await file(at())}/content`,
      () => `${at()}/items/none/content`,
      ...gone,
    ),
    [`DELETE ${template}/items/{item}`]: [
      async () => ask('DELETE', `${at()}/items/${await file(at())}`),
      () => ask('DELETE', `${at()}/items/none`),
      ...gone,
    ],
  };
}

export const files: Readonly<Record<string, Case>> = {
  ...under('/sites/{site}/drive', `/sites/${nobody}/drive`, () => `${stage.site}/drive`),
  ...under('/drives/{drive}', '/drives/none', () => stage.drive),
};
