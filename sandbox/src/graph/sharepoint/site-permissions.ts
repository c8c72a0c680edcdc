import { z } from 'zod';
import type { Core } from '../../core/core.ts';
import { app } from '../../entra/directory.ts';
import { grantSite, revokeSite, type SiteGrant, siteGrants } from '../access/grants.ts';
import { badRequest, described, type GraphRequest, notFound, objectBody, ok, type Routes } from '../exchange.ts';
import { queryOptions, selected, whole } from '../query-options.ts';
import { siteOfRequest } from './sites.ts';

const Roles = z.array(z.enum(['read', 'write', 'manage', 'fullcontrol'])).length(1);
const Identity = z.looseObject({ application: z.looseObject({ id: z.guid(), displayName: z.string().nullish() }) });
const Body = z.looseObject({
  roles: Roles,
  grantedTo: Identity.nullish(),
  grantedToIdentities: z.array(Identity).min(1).nullish(),
  grantedToV2: Identity.nullish(),
});

function entity(core: Core, grant: SiteGrant, withRoles: boolean): Record<string, unknown> {
  const application = { id: grant.app_id, displayName: app(core.store, grant.app_id)?.displayName ?? '' };
  const to = { grantedToIdentities: [{ application }], grantedToIdentitiesV2: [{ application }] };
  return { id: grant.id, ...(withRoles ? { roles: [grant.role] } : {}), ...to };
}

function grantOfRequest(request: GraphRequest): SiteGrant {
  const found = siteGrants(request.core.store, siteOfRequest(request).id).find(
    (one) => one.id === request.hole('permission'),
  );
  if (!found) throw notFound('The permission could not be found.');
  return found;
}

function roleIn(body: Record<string, unknown>): SiteGrant['role'] {
  const parsed = Roles.safeParse(body.roles);
  if (!parsed.success) throw badRequest("'roles' must be one of read, write, manage, fullcontrol.");
  return parsed.data[0] ?? 'read';
}

/** Grants on one site to apps that have `Sites.Selected` ("site: create permission" and the pages beside it). */
export const sitePermissionRoutes: Routes = {
  'GET /sites/{site}/permissions': (request) => {
    const options = queryOptions(request, ['$select', '$top']);
    const all = whole(request, siteGrants(request.core.store, siteOfRequest(request).id), options);
    const value = all.map((one) => selected(entity(request.core, one, false), options.select));
    return ok(described(request, 'permissions', { value }));
  },
  'POST /sites/{site}/permissions': (request) => {
    const body = objectBody(request);
    const role = roleIn(body);
    const parsed = Body.safeParse(body);
    const identity = parsed.data?.grantedToIdentities?.[0] ?? parsed.data?.grantedTo ?? parsed.data?.grantedToV2;
    if (!identity) throw badRequest('A permission on a site is granted to an application: its id is missing.');
    const known = app(request.core.store, identity.application.id);
    if (!known) throw badRequest(`There is no application '${identity.application.id}' in this tenant.`);
    const made = grantSite(request.core.store, siteOfRequest(request).id, known.id, role);
    return { status: 201, body: described(request, 'permissions/$entity', entity(request.core, made, true)) };
  },
  'GET /sites/{site}/permissions/{permission}': (request) =>
    ok(described(request, 'permissions/$entity', entity(request.core, grantOfRequest(request), true))),
  'PATCH /sites/{site}/permissions/{permission}': (request) => {
    const { app_id } = grantOfRequest(request);
    const role = roleIn(objectBody(request));
    const changed = grantSite(request.core.store, siteOfRequest(request).id, app_id, role);
    return ok(described(request, 'permissions/$entity', entity(request.core, changed, true)));
  },
  'DELETE /sites/{site}/permissions/{permission}': (request) => {
    revokeSite(request.core.store, siteOfRequest(request).id, grantOfRequest(request).id);
    return { status: 204 };
  },
};
