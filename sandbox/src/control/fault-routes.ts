import type { Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { rollSigningKey } from '../core/signing-keys.ts';
import { user } from '../entra/directory.ts';
import { removeUser } from '../entra/removal.ts';
import { expireTokens } from '../entra/tokens.ts';
import { Fault } from '../faults/faults.ts';
import { setMailbox } from '../faults/mailboxes.ts';
import { Storm, StormOrder } from '../faults/storm.ts';
import { columnsOf, forgetColumns } from '../graph/sharepoint/column-store.ts';
import { ControlError, existing, understood } from './control-error.ts';

const Roll = z.strictObject({ key: z.enum(['entra', 'channel']) });

/** What can go wrong: with calls, by order or by chance, and with what stands in the tenant. */
export function faultRoutes(app: Hono, core: Core): void {
  const { store, faults } = core;
  app.get('/api/faults', (c) => c.json(faults.left()));
  app.put('/api/faults', async (c) => {
    const ordered = understood(z.array(Fault), await c.req.json());
    for (const { path } of ordered)
      if (path !== undefined && !isPattern(path))
        throw new ControlError(400, 'BadRequest', `'${path}' is not a regular expression.`);
    faults.order(ordered);
    return c.json(faults.left());
  });
  app.delete('/api/faults', (c) => {
    faults.order([]);
    return c.body(null, 204);
  });

  const storm = () =>
    faults.storm ? { ...faults.storm.order, calls: faults.storm.calls, hits: faults.storm.hits } : null;
  app.get('/api/faults/storm', (c) => c.json(storm()));
  app.put('/api/faults/storm', async (c) => {
    faults.storm = new Storm(understood(StormOrder, await c.req.json()));
    return c.json(storm());
  });
  app.delete('/api/faults/storm', (c) => {
    const ended = storm();
    faults.storm = undefined;
    return c.json(ended);
  });

  app.post('/api/tokens/expire', (c) => {
    expireTokens(core);
    return c.body(null, 204);
  });
  app.post('/api/keys/roll', async (c) => {
    const { key } = understood(Roll, await c.req.json());
    core.keys[key] = await rollSigningKey(store, key);
    return c.json({ kid: core.keys[key].kid });
  });
  app.delete('/api/users/:user', (c) => {
    const person = existing(user(store, c.req.param('user')), `user '${c.req.param('user')}'`);
    store.write(() => removeUser(store, person.id));
    core.happenings.tell({ type: 'tenant' });
    return c.body(null, 204);
  });
  app.on(['PUT', 'DELETE'], '/api/mailboxes/:user', (c) => {
    const person = existing(user(store, c.req.param('user')), `user '${c.req.param('user')}'`);
    setMailbox(core, person.id, c.req.method === 'PUT');
    return c.body(null, 204);
  });
  app.delete('/api/lists/:list/columns/:column', (c) => {
    const title = c.req.param('list');
    const list = existing(
      store.get<{ id: string }>('SELECT id FROM lists WHERE display_name = ?', title),
      `list '${title}'`,
    );
    const named = c.req.param('column');
    const column = columnsOf(store, list.id).find((one) => one.displayName === named || one.name === named);
    store.write(() => dropColumn(core, list.id, existing(column, `column '${named}'`)));
    return c.body(null, 204);
  });
}

/** What happens when a person deletes a column on the list's own page. */
function dropColumn({ store }: Core, listId: string, column: { readonly id: string; readonly name: string }): void {
  forgetColumns(store, listId);
  store.run('DELETE FROM columns WHERE list_id = ? AND id = ?', listId, column.id);
  store.run('DELETE FROM field_values WHERE list_id = ? AND name = ?', listId, column.name);
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}
