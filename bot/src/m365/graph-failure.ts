import { z } from 'zod';

/** Thrown when Graph refused, or when its answer never came (`status` 0: it may or may not have been done). */
export class GraphFailure extends Error {
  constructor(
    readonly status: number,
    /** Graph's own error code, for example `itemNotFound`; empty when there was none. */
    readonly code: string,
    readonly operation: string,
    detail: string,
    readonly body?: unknown,
    options?: ErrorOptions,
  ) {
    super(
      `Graph answered ${status === 0 ? 'nothing' : status}${code === '' ? '' : ` ${code}`} to ${operation}: ${detail}`,
      options,
    );
    this.name = 'GraphFailure';
  }
}

const ErrorBody = z.object({
  error: z.object({
    code: z.string().default(''),
    message: z.string().default(''),
    innerError: z.object({ code: z.string().optional() }).loose().optional().catch(undefined),
  }),
});

/** The failure that an answer with a status of 400 and above stands for. */
export function failureOf(operation: string, status: number, body: unknown): GraphFailure {
  const read = ErrorBody.safeParse(body);
  if (!read.success) return new GraphFailure(status, '', operation, 'without saying why', body);
  return new GraphFailure(status, read.data.error.code, operation, read.data.error.message, body);
}
