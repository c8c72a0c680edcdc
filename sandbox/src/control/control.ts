import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Core } from '../core/core.ts';
import { appRoutes } from './app-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { chatRoutes } from './chat-routes.ts';
import { ControlError } from './control-error.ts';
import { faultRoutes } from './fault-routes.ts';
import { guestRoutes } from './guest-routes.ts';
import { limitRoutes } from './limit-routes.ts';
import { machineRoutes } from './machine-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { trafficRoutes } from './traffic-routes.ts';

/** The sandbox's own door: the control API under `/api`, and the page where it has been built. */
export function control(core: Core, pageDir: string | undefined): Hono {
  const app = new Hono();
  app.use('*', async (c, next) => {
    await next();
    c.header('Date', core.clock.httpDate());
  });
  app.onError((error, c) => {
    if (error instanceof ControlError)
      return c.json({ error: { code: error.code, message: error.message } }, error.status);
    if (error instanceof SyntaxError)
      return c.json({ error: { code: 'BadRequest', message: `The body is not JSON: ${error.message}` } }, 400);
    console.error(error);
    return c.json({ error: { code: 'InternalError', message: error.message } }, 500);
  });
  machineRoutes(app, core);
  faultRoutes(app, core);
  limitRoutes(app, core);
  appRoutes(app, core);
  subscriptionRoutes(app, core);
  chatRoutes(app, core);
  calendarRoutes(app, core);
  trafficRoutes(app, core);
  guestRoutes(app, core);
  app.all('/api/*', (c) =>
    c.json({ error: { code: 'NotFound', message: `The control API has no ${c.req.method} ${c.req.path}.` } }, 404),
  );
  if (pageDir !== undefined && existsSync(pageDir)) {
    const root = relative(process.cwd(), pageDir) || '.';
    app.use('*', serveStatic({ root }));
    app.get('*', serveStatic({ root, path: 'index.html' }));
  }
  app.notFound((c) => c.text('The page has not been built. The control API is under /api/.', 404));
  return app;
}
