import type { ExportMapping, SoapDraft, TimesAhead } from '@owls/policy';

/** An answer of the example service. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What the tab sends; each route reads its own part. */
export type Body = Partial<Pick<SoapDraft, 'cohorts' | 'groups' | 'school' | 'comment' | 'nextSteps'>> & {
  readonly category?: string;
  readonly because?: string;
  readonly why?: string;
  readonly key?: string;
  readonly start?: string;
  readonly host?: string;
  readonly id?: string;
  readonly revision?: number;
  readonly note?: string;
  readonly part?: string;
  readonly answer?: string;
  readonly times?: TimesAhead;
  readonly people?: readonly string[];
  readonly from?: string;
  /** A file that was sent as it is, as text. */
  readonly file?: string;
  readonly measures?: ExportMapping['measures'];
};

/** Method and path, and what answers: with what the path names, the body, and the query. */
export type Route = readonly [RegExp, (found: readonly string[], body: Body, asked: URLSearchParams) => Answer];

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function found(view: unknown): Answer {
  return view === undefined ? refuse(404, 'not-found', 'This was not found, or it is not open to you.') : ok(view);
}

export function refuse(status: number, code: string, message: string, wouldChange?: string): Answer {
  return { status, body: { error: { code, message, ...(wouldChange ? { wouldChange } : {}) } } };
}
