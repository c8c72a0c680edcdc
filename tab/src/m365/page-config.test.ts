import { expect, test } from 'vitest';
import { themeNamed } from './host.ts';
import { placeInTeams, readPageConfig } from './page-config.ts';
import { signInAdvice } from './sign-in-advice.ts';

test('only named origins are trusted besides Microsoft’s', () => {
  expect(readPageConfig('{"parentOrigins":["http://localhost:4000",7]}').parentOrigins).toEqual([
    'http://localhost:4000',
  ]);
});

test.each([undefined, '', 'not json', 'null', '{"parentOrigins":"http://evil.example"}'])(
  'a page with %s for a configuration trusts nobody else',
  (text) => {
    expect(readPageConfig(text).parentOrigins).toEqual([]);
  },
);

test('a theme that Teams invents later is light, its glass look is dark', () => {
  expect(themeNamed('sepia')).toBe('default');
  expect(themeNamed('glass')).toBe('dark');
  expect(themeNamed(null)).toBe('default');
});

test('the commonest refusals to sign in say what to do', () => {
  expect(signInAdvice('resourceDisabled')).toContain('switched off');
  expect(signInAdvice('App resource defined in manifest and iframe origin do not match')).toContain('app package');
  expect(signInAdvice('CancelledByUser')).toContain('consent');
  expect(signInAdvice('something new')).toContain('code below');
});

test('a page opened outside Teams knows where in Teams it is, if the service said so of Teams itself', () => {
  const teamsTab = 'https://teams.microsoft.com/l/entity/an-app/owls';
  expect(readPageConfig(JSON.stringify({ teamsTab })).teamsTab).toBe(teamsTab);
  expect(readPageConfig('{"teamsTab":"https://evil.example/l/entity/an-app/owls"}').teamsTab).toBeUndefined();
  const link = new URL(placeInTeams(teamsTab, '#/meeting/advisory/2026-27/3'));
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'meeting/advisory/2026-27/3' });
  expect(placeInTeams(teamsTab, '')).toBe(teamsTab);
});
