import { group } from '../../entra/directory.ts';
import { GraphError, type GraphRequest } from '../exchange.ts';
import { userOfRequest } from '../people/users.ts';
import { siteOfDrive, siteOfRequest } from '../sharepoint/sites.ts';
import { consentedInTeam, exchangeRolesOver, siteGrants, siteRoles } from './grants.ts';
import { neededFor } from './needed.ts';

/**
 * Refuses what the caller was not granted. Consented roles stand in the token; what was granted on one site, over some
 * mailboxes or in one team does not, and is looked up. Each service refuses in its own words.
 */
export function requireGrant(request: GraphRequest, operation: string): void {
  const needed = neededFor(operation);
  switch (needed.of) {
    case 'nothing':
      return;
    case 'directory':
      if (!request.roles.some((role) => needed.oneOf.includes(role)))
        throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
      return;
    case 'team':
      requireTeam(request, needed.oneOf);
      return;
    case 'mailbox':
      requireMailbox(request, needed.access);
      return;
    case 'people':
      throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
    case 'sites':
      if (!request.roles.includes('Sites.FullControl.All')) throw siteDenied();
      return;
    case 'site':
      requireSite(request, operation, siteRoles.indexOf(needed.role), needed.files);
  }
}

function requireTeam(request: GraphRequest, oneOf: readonly string[]): void {
  const found = group(request.core.store, request.hole('team'));
  const here = found ? consentedInTeam(request.core.store, request.clientId, found.id) : [];
  if ([...request.roles, ...here].some((role) => oneOf.includes(role))) return;
  throw new GraphError(
    403,
    'Forbidden',
    `Missing role permissions on the request. API requires one of '${oneOf.join(', ')}'. Roles on the request '${request.roles.join(', ')}'. Resource specific consent grants on the request '${here.join(', ')}'.`,
  );
}

/** Consent in Entra holds for all mailboxes, a role assigned in Exchange for those in its scope; they add up. */
export function mayReadMailbox(request: GraphRequest, mailbox: string, access: 'Read' | 'ReadWrite' = 'Read'): boolean {
  const enough = access === 'Read' ? ['Calendars.Read', 'Calendars.ReadWrite'] : ['Calendars.ReadWrite'];
  const roles = [...request.roles, ...exchangeRolesOver(request.core.store, request.clientId, mailbox)];
  return roles.some((role) => enough.includes(role));
}

function requireMailbox(request: GraphRequest, access: 'Read' | 'ReadWrite'): void {
  if (mayReadMailbox(request, userOfRequest(request).id, access)) return;
  throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

/** The consented roles for all sites, and how far each goes. */
const everywhere: Readonly<Record<string, number>> = {
  'Sites.Read.All': 0,
  'Sites.ReadWrite.All': 1,
  'Sites.Manage.All': 2,
  'Sites.FullControl.All': 3,
};
const overFiles: Readonly<Record<string, number>> = { 'Files.Read.All': 0, 'Files.ReadWrite.All': 1 };

function requireSite(request: GraphRequest, operation: string, needed: number, files: boolean): void {
  const consented = { ...everywhere, ...(files ? overFiles : {}) };
  if (request.roles.some((role) => (consented[role] ?? -1) >= needed)) return;
  if (!request.roles.includes('Sites.Selected')) throw siteDenied();
  const site = operation.includes('{drive}')
    ? siteOfDrive(request.core, request.hole('drive'))
    : siteOfRequest(request);
  const grant = siteGrants(request.core.store, site.id).find((one) => one.app_id === request.clientId);
  if (!grant || siteRoles.indexOf(grant.role) < needed) throw siteDenied();
}

function siteDenied(): GraphError {
  return new GraphError(403, 'accessDenied', 'Access denied');
}
