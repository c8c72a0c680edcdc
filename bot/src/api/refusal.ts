import type { Decision, Finding } from '@owls/policy';

/** Anything the API answers instead of what was asked for; thrown by a route, put into words on the wire by `answer`. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503,
    readonly code: string,
    message: string,
    readonly more: {
      readonly wouldChange?: string;
      readonly current?: unknown;
      readonly findings?: readonly Finding[];
      readonly retryAfterSeconds?: number;
    } = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** Unknown and forbidden look alike: who may not read a school does not learn whether it is there. */
export function notFound(): Refusal {
  return new Refusal(404, 'not-found', 'This was not found, or it is not open to you.');
}

export function forbidden(decision: Extract<Decision, { allowed: false }>): Refusal {
  return new Refusal(403, 'forbidden', decision.because, { wouldChange: decision.wouldChange });
}

/** Throws unless the decision is a yes. For what everybody may know exists, such as the dashboard. */
export function insist(decision: Decision): void {
  if (!decision.allowed) throw forbidden(decision);
}

/** Throws the same for no and for nothing there. For whatever is named by an id. */
export function insistHidden(decision: Decision): void {
  if (!decision.allowed) throw notFound();
}

/** What has to be mended before it can be kept (422). */
export function unmended(findings: readonly Finding[]): Refusal {
  const first = findings[0]?.says ?? 'Something has to be mended first.';
  return new Refusal(422, 'findings', first, { findings });
}

/** The JSON that goes out for it. */
export function bodyOf(refusal: Refusal): object {
  const { current, findings, wouldChange } = refusal.more;
  return {
    error: {
      code: refusal.code,
      message: refusal.message,
      ...(wouldChange === undefined ? {} : { wouldChange }),
    },
    ...(current === undefined ? {} : { current }),
    ...(findings === undefined ? {} : { findings }),
  };
}
