import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OWLS } from '@owls/policy';
import { describe, expect, it } from 'vitest';
import { scratch } from '../scratch.ts';

const PROGRAM = fileURLToPath(new URL('../dist/policy.mjs', import.meta.url));
const dir = scratch('policy');

function policy(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function file(name: string, content: unknown): string {
  const path = join(dir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('npm run policy', () => {
  it('accepts a whole policy', () => {
    const { status, stdout } = policy('check', file('whole.json', OWLS));
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('can be used') });
  });

  it('names the place where a policy is wrong', () => {
    const { status, stderr } = policy('check', file('wrong.json', { change: { soap: { plausibleJump: 'ten' } } }));
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('soap.plausibleJump') });
  });

  it.each([
    ['a file that is not there', ['check', join(dir, 'none.json')], 1, 'There is no file'],
    ['a file that is no JSON', ['check', file('no.json', '{')], 1, 'is no JSON'],
    ['a year without dates', ['year', '1999-00'], 2, 'no dates for 1999-00'],
    ['a date that is none', ['whatif', 'owls', 'owls', '--date', 'soon'], 2, 'takes a date'],
    ['an unknown command', ['frobnicate'], 2, 'npm run policy -- check'],
    ['an unknown option', ['year', '2026-27', '--pretty'], 2, 'pretty'],
  ])('says what is wrong with %s', (_, args, status, says) => {
    expect(policy(...args)).toMatchObject({ status, stderr: expect.stringContaining(says) });
  });

  it('shows the year as rows, and as JSON for machines', () => {
    const rows = policy('year', '2026-27').stdout.trim().split('\n');
    const meetings = JSON.parse(policy('year', '2026-27', '--json').stdout);
    expect(meetings).toHaveLength(rows.length);
    expect(rows[0]).toContain(meetings[0].title);
  });

  it('says what a change would do', () => {
    const change = file('six.json', { change: { meetings: [{ kind: 'strategic', everyWeeks: 6 }] } });
    const { status, stdout } = policy('whatif', 'owls', change, '--year', '2026-27');
    expect(status).toBe(0);
    expect(stdout).toContain('meetings[strategic].everyWeeks: 4 becomes 6');
    expect(stdout).toMatch(/^- .*Strategic heads meeting/m);
    expect(stdout).toContain('Duties on 2026-08-25, by when: no difference.');
  });

  it('says what a change would mean for duties, categories and money on a date', () => {
    const change = file('more.json', {
      change: { support: { ringFence: 7000 }, soap: { bands: { strong: 60, secure: 50 } } },
    });
    const asked = ['whatif', 'owls', change, '--year', '2026-27', '--date', '2026-09-15'];
    expect(policy(...asked).stdout).toContain('Pounds left for support:\n');
    const { outcomes } = JSON.parse(policy(...asked, '--json').stdout);
    const kinds = new Set(outcomes.map(({ kind }: { kind: string }) => kind));
    expect(kinds).toContain('money');
    expect(kinds).toContain('category');
  });

  it('writes the year as a calendar file', () => {
    const { status, stdout } = policy('year', '2026-27', '--ics');
    const meetings = JSON.parse(policy('year', '2026-27', '--json').stdout);
    expect(status).toBe(0);
    expect(stdout.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(meetings.length);
    expect(stdout.trimEnd().endsWith('END:VCALENDAR')).toBe(true);
  });
});

describe('the rules of the strategy', () => {
  const rules: readonly { id: string; functions: readonly string[]; tests: readonly string[] }[] = JSON.parse(
    policy('rules', '--json').stdout,
  );

  it('are M1 to M49', () => {
    expect(rules.map(({ id }) => id)).toEqual(Array.from({ length: 49 }, (_, at) => `M${at + 1}`));
  });

  it.each(rules)('$id is carried by a function and by a test', ({ functions, tests }) => {
    expect(functions).not.toEqual([]);
    expect(tests).not.toEqual([]);
  });

  it('stand in docs/rules.md as the sources have them now', () => {
    const kept = readFileSync(fileURLToPath(new URL('../../docs/rules.md', import.meta.url)), 'utf8');
    expect(kept).toBe(policy('rules', '--markdown').stdout);
  });
});
