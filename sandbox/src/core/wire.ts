import type { Context } from 'hono';
import { z } from 'zod';
import { withoutSecrets } from './recording.ts';

/** One part of a `$batch`, with its own answer; `status` is 0 where it got none. */
interface Part {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What a call carried, for somebody to look at: text as it was, secrets removed, long texts cut. */
export interface Wire {
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string;
  readonly responseBody: string;
  readonly parts?: readonly Part[];
}

/** Characters kept of a body: enough for any card or page of rows, little enough for hundreds of calls in memory. */
const longest = 60_000;
const Asked = z.object({ requests: z.array(z.looseObject({ id: z.string(), method: z.string(), url: z.string() })) });
const Answered = z.object({ responses: z.array(z.looseObject({ id: z.string(), status: z.number() })) });

/** Reads what was on the wire once a call is answered; bodies that are not JSON are left out. */
export async function wireOf(c: Context): Promise<Wire> {
  const isJson = (type: string | null | undefined) => /json/.test(type ?? '');
  const asked = isJson(c.req.header('content-type')) ? await c.req.text() : '';
  const answered = isJson(c.res.headers.get('content-type')) ? await c.res.clone().text() : '';
  const isBatch = c.req.method === 'POST' && /\/(\$|%24)batch\/?$/i.test(c.req.path);
  const parts = isBatch ? partsOf(asked, answered) : undefined;
  return {
    requestHeaders: withoutSecrets(c.req.raw.headers),
    requestBody: shown(asked),
    responseBody: shown(answered),
    ...(parts === undefined ? {} : { parts }),
  };
}

function partsOf(asked: string, answered: string): Part[] | undefined {
  const requests = Asked.safeParse(json(asked));
  if (!requests.success) return undefined;
  const responses = Answered.safeParse(json(answered));
  const answers = new Map(responses.success ? responses.data.responses.map(({ id, status }) => [id, status]) : []);
  return requests.data.requests.map(({ id, method, url }) => ({
    method: method.toUpperCase(),
    path: url,
    status: answers.get(id) ?? 0,
  }));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // no JSON in spite of its header: then there are no parts to tell
  }
}

/** Values that let whoever reads them act as somebody, wherever they stand in a body. */
const secret =
  /("(?:access_token|refresh_token|id_token|client_secret|clientState|secretText|password)"\s*:\s*")[^"]*/gi;

function shown(text: string): string {
  const safe = text.replace(secret, '$1redacted');
  return safe.length <= longest ? safe : `${safe.slice(0, longest)}…`;
}
