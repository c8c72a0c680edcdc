import type { Routes } from './exchange.ts';
import { eventRoutes } from './outlook/event-routes.ts';
import { groupRoutes } from './people/groups.ts';
import { userRoutes } from './people/users.ts';
import { columnRoutes } from './sharepoint/columns.ts';
import { deltaRoutes } from './sharepoint/delta.ts';
import { driveRoutes } from './sharepoint/drive.ts';
import { itemRoutes } from './sharepoint/items.ts';
import { listRoutes } from './sharepoint/lists.ts';
import { sitePermissionRoutes } from './sharepoint/site-permissions.ts';
import { siteRoutes } from './sharepoint/sites.ts';

/** All that the sandbox's Graph answers; what is not here is 501. */
export const graphRoutes: readonly Routes[] = [
  userRoutes,
  groupRoutes,
  siteRoutes,
  sitePermissionRoutes,
  listRoutes,
  columnRoutes,
  itemRoutes,
  deltaRoutes,
  driveRoutes,
  eventRoutes,
];
