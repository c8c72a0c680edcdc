import type { Finding } from '@owls/policy';

/** Why the service would not do something, in a form a view can act on. */
export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 where no answer came at all. */
    readonly status: number,
    /** The service's own short word, to be quoted when asking for help. */
    readonly code: string,
    message: string,
    /** What would have to change for it to be allowed (403). */
    readonly wouldChange?: string,
    /** What stands there now (409). */
    readonly current?: unknown,
    /** What has to be mended (422). */
    readonly findings: readonly Finding[] = [],
  ) {
    super(message);
    this.name = 'ApiProblem';
  }
}

export interface Api {
  /** @throws ApiProblem */
  get<T>(path: string): Promise<T>;
  /** @throws ApiProblem */
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>;
  /** A file to be saved. @throws ApiProblem */
  file(path: string): Promise<Blob>;
  /** Sends a file as it is. @throws ApiProblem */
  upload<T>(path: string, file: Blob): Promise<T>;
}

export interface ApiGiven {
  /** A token of the signed-in person; asked again once when the service answers 401. */
  readonly token: () => Promise<string>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** The tab's way to its own service: bearer token on each call, and every refusal as an `ApiProblem`. */
export function createApi({ token, fetch }: ApiGiven): Api {
  let held: Promise<string> | undefined;

  async function call<T>(method: string, path: string, body: unknown): Promise<T> {
    const answer = await ask(method, path, body, true);
    const content: unknown = await readJson(answer);
    if (!answer.ok) throw problemOf(answer.status, content);
    return content as T;
  }

  async function ask(method: string, path: string, body: unknown, again: boolean): Promise<Response> {
    held ??= token();
    const bearer = await held.catch((refused: unknown) => {
      held = undefined;
      throw refused;
    });
    const answer = await reach(fetch, path, {
      method,
      headers: {
        Authorization: `Bearer ${bearer}`,
        Accept: 'application/json',
        ...(body === undefined
          ? {}
          : { 'Content-Type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
    if (answer.status === 401 && again) {
      held = undefined;
      return ask(method, path, body, false);
    }
    return answer;
  }

  return {
    get: (path) => call('GET', path, undefined),
    send: (method, path, body) => call(method, path, body),
    upload: (path, file) => call('POST', path, file),
    file: async (path) => {
      const answer = await ask('GET', path, undefined, true);
      if (!answer.ok) throw problemOf(answer.status, await readJson(answer));
      return answer.blob();
    },
  };
}

async function reach(fetch: ApiGiven['fetch'], path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (silent) {
    if (silent instanceof DOMException && silent.name === 'AbortError') throw silent;
    throw new ApiProblem(0, 'no-answer', 'The service could not be reached. Check your connection; nothing was lost.');
  }
}

async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiProblem(answer.status, 'not-json', 'The service gave an answer that this page does not understand.');
  }
}

/** Words for refusals that came without their own. */
const PLAIN: Readonly<Record<number, string>> = {
  401: 'Your sign-in has run out. Close the tab and open it again.',
  403: 'This is not open to you.',
  404: 'This was not found, or it is not open to you.',
  409: 'This was changed since you opened it.',
  422: 'Something has to be mended first.',
  429: 'The service is busy. Wait a moment and try again.',
};

function problemOf(status: number, content: unknown): ApiProblem {
  const body = record(content);
  const error = record(body.error);
  const message =
    text(error.message) ?? PLAIN[status] ?? 'The service could not do this just now. Try again in a moment.';
  const findings = Array.isArray(body.findings) ? (body.findings as readonly Finding[]) : [];
  return new ApiProblem(
    status,
    text(error.code) ?? `http-${status}`,
    message,
    text(error.wouldChange),
    body.current,
    findings,
  );
}

function record(given: unknown): Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null ? { ...given } : {};
}

function text(given: unknown): string | undefined {
  return typeof given === 'string' && given !== '' ? given : undefined;
}
