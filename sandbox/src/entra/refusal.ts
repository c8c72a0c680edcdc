import { randomUUID } from 'node:crypto';
import type { Core } from '../core/core.ts';

/** A refusal of the token endpoint: the OAuth error with Entra's own number. */
export class TokenRefused extends Error {
  readonly status: 400 | 401;
  readonly error: string;
  readonly code: number;

  constructor(status: 400 | 401, error: string, code: number, says: string) {
    super(says);
    this.name = 'TokenRefused';
    this.status = status;
    this.error = error;
    this.code = code;
  }
}

/** The body Entra ID answers a refusal with. */
export function refusal(core: Core, { error, code, message }: TokenRefused, traceId: string): Record<string, unknown> {
  const correlation = randomUUID();
  const timestamp = core.clock.iso().replace('T', ' ').replace(/\.\d+/, '');
  return {
    error,
    error_description: `AADSTS${code}: ${message} Trace ID: ${traceId} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlation,
    error_uri: `${core.endpoints.entra}/error?code=${code}`,
  };
}
