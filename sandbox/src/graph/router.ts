import { GraphError, type Handler, notImplemented, type Routes } from './exchange.ts';

interface Route {
  readonly method: string;
  readonly template: string;
  readonly segments: readonly string[];
  readonly handler: Handler;
}
interface Match {
  readonly operation: string;
  readonly handler: Handler;
  readonly hole: (name: string) => string;
  /** What fills the template's first hole: a site, a user, a team; empty where it has none. */
  readonly first: string;
}

/** Finds the handler for a path; literal segments win over holes. */
export class Router {
  readonly #routes: Route[] = [];

  constructor(...tables: readonly Routes[]) {
    for (const table of tables) {
      for (const [key, handler] of Object.entries(table)) {
        const [method = '', template = ''] = key.split(' ');
        this.#routes.push({ method, template, segments: template.split('/').slice(1), handler });
      }
    }
    const holes = (route: Route) => route.segments.filter((segment) => segment.startsWith('{')).length;
    this.#routes.sort((a, b) => holes(a) - holes(b));
  }

  /** Throws Graph's 501 for what the sandbox does not have, and 405 where only the method is wrong. */
  match(method: string, path: string): Match {
    const segments = segmentsOf(path);
    const fitting = this.#routes.filter((route) => fits(route.segments, segments));
    const route = fitting.find((one) => one.method === method);
    if (route) {
      const holes = new Map(route.segments.map((name, at) => [name, segments[at] ?? '']));
      const hole = (name: string) => {
        const value = holes.get(`{${name}}`);
        if (value === undefined) throw new Error(`${route.template} has no {${name}}.`);
        return value;
      };
      const first = segments[route.segments.findIndex((name) => name.startsWith('{'))] ?? '';
      return { operation: `${method} ${route.template}`, handler: route.handler, hole, first };
    }
    throw notImplemented(`the operation ${method} ${path}`);
  }
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, at) => part.startsWith('{') || part.toLowerCase() === segments[at]?.toLowerCase())
  );
}

/** `/sites/{host}:/{path}:/lists` has one segment for the site; `/root:/{path}:/content` has `root`, `at` and the path. */
function segmentsOf(path: string): string[] {
  const site = /^\/sites\/([^/:]+):\/([^:]+?)(?::?$|:(\/.*)$)/.exec(path);
  if (site) return ['sites', decoded(`${site[1]}:/${site[2]}`), ...segmentsOf(site[3] ?? '')];
  const file = /^(.*\/(?:root|items\/[^/:]+)):\/([^:]+?)(?::?$|:(\/.*)$)/.exec(path);
  if (file) return [...segmentsOf(file[1] ?? ''), 'at', decoded(file[2] ?? ''), ...segmentsOf(file[3] ?? '')];
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decoded)
    .map((segment) => segment.replace(/^microsoft\.graph\./, '').replace(/\(\)$/, ''));
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new GraphError(400, 'BadRequest', `The path segment '${segment}' is not a valid escape sequence.`);
  }
}
