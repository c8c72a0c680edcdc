import { z } from 'zod';
import { Refusal } from './refusal.ts';
import type { ApiContext } from './signed-in.ts';

/** The request's JSON body as the schema reads it. Throws a Refusal that names the place which is wrong. */
export async function bodyAs<T extends z.ZodType>(c: ApiContext, schema: T): Promise<z.output<T>> {
  if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) {
    throw new Refusal(415, 'not-json', 'Send JSON with the content type application/json.');
  }
  const read = schema.safeParse(await json(c));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? 'The request' : issue.path.join('.');
  throw new Refusal(400, 'bad-request', `${place}: ${issue?.message ?? 'not understood'}.`);
}

async function json(c: ApiContext): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(400, 'bad-request', 'The request is not JSON.');
    throw error;
  }
}

/** Row versions are opaque; SharePoint's look like `"guid,3"`. */
export const Version = z.string().min(1).max(200);
/** Free text: as long as a long page, no longer. */
export const LongText = z.string().max(8000);
