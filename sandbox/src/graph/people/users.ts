import { type User, user, users } from '../../entra/directory.ts';
import { meets } from '../evaluation.ts';
import { described, GraphError, type GraphRequest, notFound, ok, type Routes } from '../exchange.ts';
import { parseCondition } from '../filter.ts';
import { directoryPage } from '../paging.ts';
import { queryOptions, selected } from '../query-options.ts';

const shownUnasked = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone', 'officeLocation'],
  ...['preferredLanguage', 'surname', 'userPrincipalName', 'id'],
];

/** A user with the properties the sandbox knows; without `select`, those Graph shows unasked. */
function userEntity(person: User, select: readonly string[] | undefined): Record<string, unknown> {
  const [givenName = '', ...rest] = person.displayName.split(' ');
  const all = {
    businessPhones: [],
    displayName: person.displayName,
    givenName,
    jobTitle: person.jobTitle,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'en-GB',
    surname: rest.join(' '),
    userPrincipalName: person.userPrincipalName,
    id: person.id,
    accountEnabled: true,
    userType: 'Member',
    mailNickname: person.userPrincipalName.split('@')[0],
  };
  return selected(all, select ?? shownUnasked);
}

/** The user of a request's `{user}`, by object id or principal name. */
export function userOfRequest(request: GraphRequest): User {
  const key = request.hole('user');
  const found = user(request.core.store, key);
  if (!found) {
    throw new GraphError(
      404,
      'Request_ResourceNotFound',
      `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  return found;
}

/** A page of people, filtered and cut as asked. */
export function peoplePage(request: GraphRequest, people: readonly User[]): Record<string, unknown> {
  const options = queryOptions(request, ['$select', '$filter', '$top', '$skiptoken']);
  const condition = options.filter === undefined ? undefined : parseCondition(options.filter);
  const fitting = people.filter((person) => {
    const all = userEntity(person, ['*']);
    return condition === undefined || meets(condition, (name) => readKnown(all, name));
  });
  const { link, part } = directoryPage(request, fitting, options);
  return { ...link, value: part.map((person) => userEntity(person, options.select)) };
}

function readKnown(all: Record<string, unknown>, name: string): unknown {
  if (name in all) return all[name];
  throw new GraphError(
    400,
    'Request_UnsupportedQuery',
    `Unsupported or invalid query filter clause specified for property '${name}' of resource 'User'.`,
  );
}

const delegatedOnly = () => {
  throw new GraphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
};

export const userRoutes: Routes = {
  'GET /users': (request) => ok(described(request, 'users', peoplePage(request, users(request.core.store)))),
  'GET /users/{user}': (request) => {
    const { select } = queryOptions(request, ['$select']);
    return ok(described(request, 'users/$entity', userEntity(userOfRequest(request), select)));
  },
  'GET /users/{user}/photo/$value': () => {
    throw notFound('The photo was not found.');
  },
  'GET /me': delegatedOnly,
  'GET /me/events': delegatedOnly,
};
