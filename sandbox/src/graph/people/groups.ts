import { channelsOf, type Group, group, groups, membersOf, tenant } from '../../entra/directory.ts';
import { meets } from '../evaluation.ts';
import { described, GraphError, type GraphRequest, ok, type Routes } from '../exchange.ts';
import { parseCondition } from '../filter.ts';
import { directoryPage } from '../paging.ts';
import { queryOptions, selected } from '../query-options.ts';
import { peoplePage } from './users.ts';

function entity(group: Group): Record<string, unknown> {
  return {
    id: group.id,
    description: null,
    displayName: group.displayName,
    groupTypes: ['Unified'],
    mailEnabled: true,
    mailNickname: group.displayName.toLowerCase().replace(/[^a-z0-9]/g, ''),
    resourceProvisioningOptions: group.isTeam ? ['Team'] : [],
    securityEnabled: false,
    visibility: 'Private',
  };
}

function groupOfRequest(request: GraphRequest, hole: 'group' | 'team'): Group {
  const found = group(request.core.store, request.hole(hole));
  if (found && (hole === 'group' || found.isTeam)) return found;
  throw new GraphError(
    404,
    hole === 'team' ? 'NotFound' : 'Request_ResourceNotFound',
    `No ${hole} found with id '${request.hole(hole)}'.`,
  );
}

function channels(request: GraphRequest) {
  const team = groupOfRequest(request, 'team');
  return channelsOf(request.core.store, team.id).map((channel) => ({
    id: channel.id,
    displayName: channel.displayName,
    description: null,
    email: '',
    membershipType: 'standard',
    tenantId: tenant(request.core.store)?.id,
    webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/${encodeURIComponent(channel.displayName)}?groupId=${team.id}`,
  }));
}

export const groupRoutes: Routes = {
  'GET /groups': (request) => {
    const options = queryOptions(request, ['$select', '$filter', '$top', '$skiptoken']);
    const { select, filter } = options;
    const condition = filter === undefined ? undefined : parseCondition(filter);
    const found = groups(request.core.store)
      .map(entity)
      .filter((one) => condition === undefined || meets(condition, (path) => one[path]));
    const { link, part } = directoryPage(request, found, options);
    const value = part.map((one) => selected(one, select));
    return ok(described(request, 'groups', { ...link, value }));
  },
  'GET /groups/{group}': (request) => {
    const { select } = queryOptions(request, ['$select']);
    return ok(described(request, 'groups/$entity', selected(entity(groupOfRequest(request, 'group')), select)));
  },
  'GET /groups/{group}/members': (request) => {
    const { id } = groupOfRequest(request, 'group');
    const page = peoplePage(request, membersOf(request.core.store, id));
    const value = (page.value as Record<string, unknown>[]).map((one) => ({
      '@odata.type': '#microsoft.graph.user',
      ...one,
    }));
    return ok(described(request, 'directoryObjects', { ...page, value }));
  },
  'GET /teams/{team}': (request) => {
    const team = groupOfRequest(request, 'team');
    const { select } = queryOptions(request, ['$select']);
    const all = {
      id: team.id,
      displayName: team.displayName,
      description: null,
      internalId: channelsOf(request.core.store, team.id)[0]?.id,
      isArchived: false,
      tenantId: tenant(request.core.store)?.id,
      visibility: 'private',
    };
    return ok(described(request, 'teams/$entity', selected(all, select)));
  },
  'GET /teams/{team}/channels': (request) => {
    const { select } = queryOptions(request, ['$select']);
    const value = channels(request).map((channel) => selected(channel, select));
    return ok(described(request, 'channels', { value }));
  },
  'GET /teams/{team}/channels/{channel}': (request) => {
    const { select } = queryOptions(request, ['$select']);
    const channel = channels(request).find((one) => one.id === request.hole('channel'));
    if (!channel) throw new GraphError(404, 'NotFound', `No channel found with id '${request.hole('channel')}'.`);
    return ok(described(request, 'channels/$entity', selected(channel, select)));
  },
};
