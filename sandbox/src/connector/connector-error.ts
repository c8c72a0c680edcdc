/** A refusal of the Bot Connector: `{error: {code, message}}`. */
export class ConnectorError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 413 | 429 | 501;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: 400 | 401 | 403 | 404 | 413 | 429 | 501,
    code: string,
    says: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(says);
    this.name = 'ConnectorError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
