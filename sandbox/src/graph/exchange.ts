import type { Core } from '../core/core.ts';

/** One Graph request, alone or as a part of a `$batch`. */
export interface GraphRequest {
  readonly core: Core;
  readonly method: string;
  /** The template's holes, filled. */
  readonly hole: (name: string) => string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
  /** The raw body, where it is a file. */
  readonly bytes: Uint8Array | undefined;
  readonly clientId: string;
  /** The application permissions that stand in the caller's token. */
  readonly roles: readonly string[];
  /** Who the caller acts for, and with which delegated permissions; undefined where it acts for itself. */
  readonly person: { readonly id: string; readonly scopes: readonly string[] } | undefined;
  readonly requestId: string;
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A file instead of JSON. */
  readonly bytes?: Uint8Array;
  /** What it cost of its service's limit. */
  readonly units?: number;
}

export type Handler = (request: GraphRequest) => GraphAnswer;
/** `GET /users/{user}` and so on, to the handler. */
export type Routes = Readonly<Record<string, Handler>>;

/** A refusal in Graph's error shape. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, says: string, headers: Readonly<Record<string, string>> = {}) {
    super(says);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function badRequest(says: string): GraphError {
  return new GraphError(400, 'invalidRequest', says);
}
export function notFound(says = 'The resource could not be found.'): GraphError {
  return new GraphError(404, 'itemNotFound', says);
}
/** For what Graph has and the sandbox has not. */
export function notImplemented(what: string): GraphError {
  return new GraphError(501, 'notImplemented', `The sandbox does not implement ${what}.`);
}

/** The error body, dated by the tenant's clock. */
export function errorBody(core: Core, requestId: string, code: string, message: string): Record<string, unknown> {
  const innerError = { date: core.clock.iso().slice(0, 19), 'request-id': requestId, 'client-request-id': requestId };
  return { error: { code, message, innerError } };
}

export function ok(body: unknown, headers?: Readonly<Record<string, string>>): GraphAnswer {
  return headers ? { status: 200, body, headers } : { status: 200, body };
}

/** `body` with the `@odata.context` that says what it is. */
export function described(request: GraphRequest, what: string, body: Record<string, unknown>): Record<string, unknown> {
  return { '@odata.context': `${request.core.endpoints.graph}/$metadata#${what}`, ...body };
}

/** The request's body as a JSON object, or a 400. */
export function objectBody(request: GraphRequest): Record<string, unknown> {
  if (isObject(request.body)) return request.body;
  throw badRequest('The request body must be a JSON object.');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
