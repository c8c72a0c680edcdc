import type { Answer } from '../../asking.ts';
import { LocalTenant } from '../../local-tenant.ts';

/** The tenant that the operations are tried on: a site with a list, its drive, and new things to do something with. */
class Stage {
  #tenant: LocalTenant | undefined;
  #number = 0;
  list = '';
  site = '';
  drive = '';

  async begin(): Promise<void> {
    this.#tenant = await LocalTenant.start({ clock: '2026-09-01T08:00:00Z' });
    this.list = await this.#tenant.list('Kept');
    this.site = this.list.split('/lists/')[0] ?? '';
    this.drive = `/drives/${(await ask('GET', `${this.site}/drive`)).body.id}`;
  }
  get tenant(): LocalTenant {
    if (!this.#tenant) throw new Error('The stage has not begun.');
    return this.#tenant;
  }
  next(): number {
    return ++this.#number;
  }
}
export const stage = new Stage();

export const ask = (method: string, path: string, body?: unknown, headers = {}) =>
  stage.tenant.graph(method, path, body, headers);
export const nobody = '00000000-0000-4000-8000-00000000dead';
export const title = () => `Thing ${stage.next()}`;
export const idOf = async (answer: Promise<Answer>) => String((await answer).body.id);
type Asked = () => Promise<Answer>;
/** What succeeds, and what is refused with which status and code; `null` where there is nothing but refusals. */
export type Case = readonly [Asked | null, Asked, number, string];
export const get = (
  done: () => string | Promise<string>,
  refused: () => string,
  status: number,
  code: string,
): Case => [async () => ask('GET', await done()), () => ask('GET', refused()), status, code];
