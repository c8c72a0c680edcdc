import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';

/** Where Teams, Outlook and Microsoft 365 frame a tab from. */
const MICROSOFT_HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://*.microsoft365.com',
  'https://*.skype.com',
];

/** Headers on every answer: framed by Teams alone, nothing run or loaded from strangers, no guessing of types. */
export function securityHeaders({
  parentOrigins,
  endpoint,
}: Pick<Config, 'parentOrigins' | 'endpoint'>): MiddlewareHandler {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    // Fluent writes its styles into the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' https://res.cdn.office.net https://static2.sharepointonline.com",
    // teams-js reads the list of Microsoft's own hosts from there.
    "connect-src 'self' https://res.cdn.office.net",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${[...MICROSOFT_HOSTS, ...parentOrigins].join(' ')}`,
  ].join('; ');
  const isHttps = endpoint.startsWith('https://');
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    if (isHttps) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  };
}
