import type { Local } from './launch.ts';

/** The tab's API as one person uses it. */
export class TabApi {
  private token: string | undefined;
  constructor(
    private readonly local: Pick<Local, 'bot' | 'control'> & { readonly installation: { readonly botId: string } },
    readonly userId: string,
  ) {}

  /** Any answer at all, refusals included. */
  async ask(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: unknown }> {
    const send = async () => {
      this.token ??= await this.local.control.tabToken(this.userId, this.local.installation.botId);
      return unlessCutOff(`${this.local.bot}/api${path}`, {
        method,
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    };
    let answer = await send();
    if (answer?.status === 401) {
      // A token lasts an hour; as in the tab, another is asked for once.
      this.token = undefined;
      answer = await send();
    }
    if (answer === undefined) return { status: 503, body: { error: { code: 'cut-off' } } };
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** The answer's body; throws on a refusal. */
  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    let answer = await this.ask(method, path, body);
    // Told that it could not be done just now, a person tries again.
    for (let tries = 1; answer.status >= 500 && tries < 5; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      answer = await this.ask(method, path, body);
    }
    if (answer.status >= 400) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 400)}`);
    }
    return answer.body as T;
  }
}

/** A connection may be closed just as a request goes out on it; the browser of a person says so, and they try again. */
async function unlessCutOff(url: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
