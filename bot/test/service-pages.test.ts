import { describe, expect, it } from 'vitest';
import { webOf } from './api-door.ts';
import { Tenant } from './delivery-tenant.ts';

const web = webOf(new Tenant(1).world());
const get = async (path: string) => web.request(path);

describe('every answer', () => {
  it.each(['/healthz', '/privacy', '/tab/', '/api/me', '/nowhere'])(
    '%s is framed by Teams alone and guessed by nobody',
    async (path) => {
      const { headers } = await get(path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toMatch(/frame-ancestors https:\/\/teams\.microsoft\.com .*http:\/\/localhost:4000$/);
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Strict-Transport-Security')).toContain('max-age=31536000');
      expect(headers.get('X-Frame-Options')).toBeNull();
    },
  );

  it('of the API is kept by no cache, refusals included', async () => {
    expect((await get('/api/me')).headers.get('Cache-Control')).toBe('no-store');
    expect((await get('/healthz')).headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('the tab', () => {
  it('is told by whom it may be framed, in a block of data', async () => {
    const text = await (await get('/tab/')).text();
    expect(text).toContain(
      '<script id="owls-config" type="application/json">{"parentOrigins":["http://localhost:4000"]}</script></head>',
    );
  });

  it('is the same page on every path of its own, and never kept without asking again', async () => {
    const answer = await get('/tab/schools/100000');
    expect(await answer.text()).toContain('<title>Tab</title>');
    expect(answer.headers.get('Cache-Control')).toBe('no-cache');
  });

  it('may be kept for good where the name holds the content’s hash', async () => {
    const answer = await get('/tab/assets/index-abcd1234.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toContain('javascript');
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/tab/assets/missing-abcd1234.js', '/tab/assets/..%2f..%2f..%2fetc%2fpasswd'])(
    'has nothing at %s',
    async (path) => {
      const answer = await get(path);
      expect([400, 404]).toContain(answer.status);
    },
  );
});

describe('the pages that the manifest names', () => {
  it.each([
    ['/privacy', ['What is kept', 'How long', 'fewer than 6 pupils']],
    ['/terms', ['work account']],
    ['/support', ['Who to ask']],
  ])('%s says what it has to, to anybody', async (path, says) => {
    const answer = await get(path);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(text).toContain('<html lang="en-GB">');
    for (const part of says) expect(text).toContain(part);
    expect(text).not.toContain('<script');
  });
});
