import { describe, expect, test } from 'vitest';
import { ApiProblem, createApi } from './api.ts';

function service(...answers: readonly (Response | Error)[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const left = [...answers];
  const tokens: string[] = [];
  const api = createApi({
    token: async () => {
      tokens.push(`token-${tokens.length + 1}`);
      return tokens.at(-1) ?? '';
    },
    fetch: async (url, init) => {
      asked.push({ url, init });
      const answer = left.shift();
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('asked too often');
      return answer;
    },
  });
  return { api, asked, tokens };
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

async function problemOf(work: Promise<unknown>): Promise<ApiProblem> {
  const problem = await work.catch((thrown: unknown) => thrown);
  if (problem instanceof ApiProblem) return problem;
  throw new Error('There was no problem.');
}

describe('a call to the service', () => {
  test('carries the token, and JSON where something is sent', async () => {
    const { api, asked } = service(json(200, { yes: true }));
    expect(await api.send('PUT', '/api/x', { a: 1 })).toEqual({ yes: true });
    expect(asked[0]?.init).toMatchObject({
      method: 'PUT',
      body: '{"a":1}',
      headers: { Authorization: 'Bearer token-1', 'Content-Type': 'application/json' },
    });
  });

  test('asks for a fresh token once after a 401, and keeps it', async () => {
    const { api, asked, tokens } = service(json(401, {}), json(200, 1), json(200, 2));
    expect(await api.get('/api/a')).toBe(1);
    expect(await api.get('/api/b')).toBe(2);
    expect(tokens).toEqual(['token-1', 'token-2']);
    expect(asked.at(-1)?.init.headers).toMatchObject({ Authorization: 'Bearer token-2' });
  });

  test('does not go round in circles when the fresh token is refused too', async () => {
    const { api, asked } = service(json(401, {}), json(401, { error: { code: 'expired', message: 'Sign in again.' } }));
    const problem = await problemOf(api.get('/api/a'));
    expect(problem).toMatchObject({ status: 401, code: 'expired', message: 'Sign in again.' });
    expect(asked).toHaveLength(2);
  });

  test('asks for the token again after Teams refused it once', async () => {
    let tries = 0;
    const api = createApi({
      token: async () => {
        tries += 1;
        if (tries === 1) throw new Error('cancelled');
        return 'good';
      },
      fetch: async () => json(200, 'here'),
    });
    await expect(api.get('/api/a')).rejects.toThrow('cancelled');
    expect(await api.get('/api/a')).toBe('here');
  });

  test('passes on what would change a refusal, what stands there now, and what to mend', async () => {
    const finding = { level: 'error', rule: 'M15', year: 'Y1', measure: 'reading', says: 'Too high.' };
    const { api } = service(
      json(403, { error: { code: 'forbidden', message: 'No.', wouldChange: 'Ask the CEO.' } }),
      json(409, { error: { code: 'conflict', message: 'Changed.' }, current: { version: '2' } }),
      json(422, { error: { code: 'findings', message: 'Mend.' }, findings: [finding] }),
    );
    expect((await problemOf(api.get('/api/a'))).wouldChange).toBe('Ask the CEO.');
    expect((await problemOf(api.get('/api/a'))).current).toEqual({ version: '2' });
    expect((await problemOf(api.get('/api/a'))).findings).toEqual([finding]);
  });

  test('tells silence and nonsense apart from a refusal', async () => {
    const { api } = service(new TypeError('Failed to fetch'), new Response('<html>', { status: 502 }));
    expect(await problemOf(api.get('/api/a'))).toMatchObject({ status: 0, code: 'no-answer' });
    expect(await problemOf(api.get('/api/a'))).toMatchObject({ status: 502, code: 'not-json' });
  });
});
