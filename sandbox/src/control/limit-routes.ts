import type { Hono } from 'hono';
import type { Core } from '../core/core.ts';
import { SettingsChange } from '../limits/settings.ts';
import { understood } from './control-error.ts';

/** What is enforced of Microsoft's limits, what was refused because of them, and whom they are not held against. */
export function limitRoutes(app: Hono, core: Core): void {
  const { limits } = core;
  const shown = () => ({ ...limits.settings, exempt: limits.exempted(), refused: limits.refused() });
  app.get('/api/limits', (c) => c.json(shown()));
  app.put('/api/limits', async (c) => {
    limits.change(understood(SettingsChange, await c.req.json()));
    return c.json(shown());
  });
  app.on(['PUT', 'DELETE'], '/api/limits/exempt/:app', (c) => {
    limits.exempt(c.req.param('app'), c.req.method === 'PUT');
    return c.json(shown());
  });
}
