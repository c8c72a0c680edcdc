import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { GraphFailure } from '../m365/graph-failure.ts';
import { NoToken } from '../m365/identity.ts';
import type { World } from '../world.ts';
import { Conflict } from '../writes.ts';
import { analysisRoutes } from './analysis-routes.ts';
import { assessmentRoutes } from './assessment-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { categoryRoutes } from './category-routes.ts';
import { collectionRoutes } from './collection-routes.ts';
import { dashboardRoutes } from './dashboard-routes.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { extraDataRoutes } from './extra-data-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { gatheringRoutes } from './gathering-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { importRoutes } from './import-routes.ts';
import { inspectionRoutes } from './inspection-routes.ts';
import { meRoutes } from './me-routes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { peerReviewRoutes } from './peer-review-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { type AskFreeBusy, planRoutes } from './plan-routes.ts';
import { policyRoutes } from './policy-routes.ts';
import { problemRoutes } from './problem-routes.ts';
import { paced } from './rate.ts';
import { bodyOf, notFound, Refusal } from './refusal.ts';
import { schoolRoutes } from './school-routes.ts';
import { sheetRoutes } from './sheet-routes.ts';
import { type ApiEnv, signedIn } from './signed-in.ts';
import { soapRoutes } from './soap-routes.ts';
import { targetRoutes } from './target-routes.ts';
import type { CheckToken } from './token.ts';

export interface ApiGiven {
  readonly checkToken: CheckToken;
  readonly world: () => World | undefined;
  /** Looks at what is owed now instead of with the next beat. */
  readonly beat: () => void;
  /** Asks people's calendars, through the organiser's mailbox. */
  readonly freeBusy: AskFreeBusy;
  /** Public base address of this service, without a slash at the end. */
  readonly endpoint: string;
  readonly log: Logger;
}

const KB = 1024;
/** A return of a large school with long comments is about 20 KB. */
const BODY_LIMIT = 256 * KB;
/** The register of all schools in England is about 60 MB; a county's files stay under 5. */
const IMPORT_LIMIT = 24 * KB * KB;
/** A return's template is about 15 KB, an export of a system that adds its logo a few hundred. */
const SHEET_LIMIT = 2 * KB * KB;

/** The tab's API. Every route stands behind one middleware that knows the person; none is open. */
export function createApi({ checkToken, world, beat, freeBusy, endpoint, log }: ApiGiven): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>().basePath('/api');
  api.use('*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  api.use('*', signedIn({ checkToken, world, log }), paced());
  api.use('*', (c, next) => limited(limitFor(c.req.path))(c, next));

  api.route('/', meRoutes());
  api.route('/', dashboardRoutes());
  api.route('/', schoolRoutes());
  api.route('/', inspectionRoutes(beat));
  api.route('/', assessmentRoutes(beat));
  api.route('/', analysisRoutes(beat));
  api.route('/', extraDataRoutes(beat));
  api.route('/', soapRoutes());
  api.route('/', sheetRoutes());
  api.route('/', collectionRoutes(beat));
  api.route('/', historyRoutes());
  api.route('/', categoryRoutes());
  api.route('/', targetRoutes());
  api.route('/', meetingRoutes());
  api.route('/', gatheringRoutes());
  api.route('/', planRoutes(freeBusy));
  api.route('/', calendarRoutes(beat));
  api.route('/', feedRoutes(endpoint));
  api.route('/', peerReviewRoutes(beat));
  api.route('/', peopleRoutes());
  api.route('/', policyRoutes());
  api.route('/', importRoutes());
  api.route('/', deliveryRoutes(beat));
  api.route('/', problemRoutes());

  api.all('*', () => {
    throw notFound();
  });
  api.onError((error, c) => {
    const refusal = refusalOf(error, log, `${c.req.method} ${c.req.routePath}`);
    if (refusal.more.retryAfterSeconds !== undefined) c.header('Retry-After', String(refusal.more.retryAfterSeconds));
    c.header('Cache-Control', 'no-store');
    return c.json(bodyOf(refusal), refusal.status);
  });
  return api;
}

function limitFor(path: string): number {
  if (path.startsWith('/api/import/')) return IMPORT_LIMIT;
  return path.startsWith('/api/soap/') && path.endsWith('/sheet') ? SHEET_LIMIT : BODY_LIMIT;
}

function limited(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal(413, 'too-large', `More than ${Math.round(maxSize / KB)} KB cannot be taken in one piece.`);
    },
  });
}

function refusalOf(error: Error, log: Logger, route: string): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Conflict) return new Refusal(409, 'conflict', error.message, { current: error.current });
  if (error instanceof GraphFailure || error instanceof NoToken) {
    log.error({ err: error, route }, 'Microsoft 365 refused');
    return new Refusal(
      503,
      'microsoft-365',
      'Microsoft 365 could not do this just now. Nothing you typed is lost: try again in a minute.',
      { retryAfterSeconds: 30 },
    );
  }
  log.error({ err: error, route }, 'a request failed');
  return new Refusal(500, 'failed', 'The service could not do this. Try again; if it stays so, tell support.');
}
