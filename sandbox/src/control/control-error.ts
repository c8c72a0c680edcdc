import { z } from 'zod';

/** A refusal of the control API: `{error: {code, message}}`. */
export class ControlError extends Error {
  readonly status: 400 | 404 | 409;
  readonly code: string;

  constructor(status: 400 | 404 | 409, code: string, says: string) {
    super(says);
    this.name = 'ControlError';
    this.status = status;
    this.code = code;
  }
}

/** `given` as `schema` has it, or a 400 that names what is wrong. */
export function understood<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ControlError(400, 'BadRequest', z.prettifyError(parsed.error));
}

/** `found`, or a 404 that says what there is none of. */
export function existing<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new ControlError(404, 'NotFound', `There is no ${what}.`);
  return found;
}
