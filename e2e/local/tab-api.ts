import type { MeetingsView } from '@owls/policy';
import type { Trust } from '../trusts/trust.ts';
import type { Local } from './launch.ts';
import { until } from './processes.ts';

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
    this.token ??= await this.local.control.tabToken(this.userId, this.local.installation.botId);
    const answer = await fetch(`${this.local.bot}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
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

/** The person who holds a role of the whole trust. */
function holderOf(trust: Trust, role: string): Trust['people'][number] {
  const holder = trust.people.find(({ roles }) => roles.some((held) => held.role === role));
  if (holder === undefined) throw new Error(`Nobody in ${trust.tenant.name} is ${role}.`);
  return holder;
}

/** The CEO puts the academic year's meetings into calendars; resolves with the number ahead once all of them stand there. */
export async function planMeetings(local: Local, trust: Trust, year = '2026-27'): Promise<number> {
  const ceo = new TabApi(local, holderOf(trust, 'ceo').id);
  await until('the service knows the CEO', 30, async () => {
    const { status } = await ceo.ask('GET', '/me');
    return status === 200 ? true : undefined;
  });
  await ceo.call('POST', `/meetings/${year}/put-into-calendars`);
  return until('the meetings stand in calendars', 120, async () => {
    const { recorded, asOf } = await ceo.call<MeetingsView>('GET', `/meetings/${year}`);
    const ahead = recorded.filter(({ start }) => start > asOf.slice(0, 16));
    return recorded.length > 0 && ahead.every(({ state }) => state === 'in calendars') ? ahead.length : undefined;
  });
}
