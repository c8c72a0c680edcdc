import { describe, expect, it } from 'vitest';
import { RefreshLedger, refreshFor } from './auto-refresh.ts';
import { teamsHostConfig } from './host-config.ts';
import { outcomeOf } from './invoke-answer.ts';
import { markdownToHtml } from './markdown.ts';
import { keepTyped } from './typed-values.ts';

describe("the cards' look", () => {
  const config = teamsHostConfig();
  it('takes every colour from the theme, so that no theme needs its own', () => {
    const styles = [config.containerStyles.default, config.containerStyles.emphasis].map(
      (style) => style.backgroundColor,
    );
    const texts = [
      config.containerStyles.default.foregroundColors.default.default,
      config.containerStyles.default.foregroundColors.attention.default,
      config.containerStyles.getStyleByName('attention').backgroundColor,
      config.separator.lineColor,
    ];
    for (const colour of [...styles, ...texts]) expect(colour).toMatch(/^var\(--color\w+\)$/);
  });
  it('shows as many buttons as Teams does', () => {
    expect(config.actions.maxActions).toBe(6);
  });
});

describe('Markdown in Teams', () => {
  it('knows emphasis, lists and links', () => {
    expect(markdownToHtml('**bold** and _soft_')).toBe('<p><strong>bold</strong> and <em>soft</em></p>\n');
    expect(markdownToHtml('- one\n- two')).toContain('<li>two</li>');
    expect(markdownToHtml('[there](https://example.org)')).toContain('<a href="https://example.org">there</a>');
  });
  it('lets no HTML, no pictures and no scripts through', () => {
    expect(markdownToHtml('<img src=x onerror=alert(1)>')).not.toContain('<img');
    expect(markdownToHtml('![a](https://example.org/a.png)')).not.toContain('<img');
    expect(markdownToHtml('[x](javascript:alert(1))')).not.toContain('href');
  });
  it('leaves headings as they were typed, as Teams does in cards', () => {
    expect(markdownToHtml('# Title')).toBe('<p># Title</p>\n');
  });
});

describe('an automatic refresh', () => {
  const card = (userIds?: string[]) => ({
    refresh: { action: { type: 'Action.Execute', verb: 'v', data: { a: 1 } }, userIds },
  });
  it('is for those the card names', () => {
    expect(refreshFor(card(['29:me']), ['oid', '29:me'], 'channel')).toEqual({ verb: 'v', data: { a: 1 } });
    expect(refreshFor(card(['29:other']), ['oid', '29:me'], 'chat')).toBeUndefined();
  });
  it('is for everybody in a chat but nobody in a channel where the card names nobody', () => {
    expect(refreshFor(card(), ['oid'], 'chat')).toBeDefined();
    expect(refreshFor(card(), ['oid'], 'channel')).toBeUndefined();
  });
  it('is not wanted by cards without one', () => {
    expect(refreshFor({ type: 'AdaptiveCard' }, ['oid'], 'chat')).toBeUndefined();
  });
  it('happens once for each version of a message', () => {
    const ledger = new RefreshLedger();
    expect(ledger.begin('m', '1', {})).toBe(true);
    expect(ledger.begin('m', '2', {})).toBe(false);
    ledger.end('m');
    expect(ledger.begin('m', '1', {})).toBe(false);
    expect(ledger.begin('m', '2', {})).toBe(true);
  });
  it('does not follow the card that a refresh has brought, or a card would refresh itself for ever', () => {
    const ledger = new RefreshLedger();
    ledger.begin('m', '1', { n: 0 });
    ledger.answered('m', { n: 1 });
    ledger.end('m');
    ledger.answered('m', { n: 2 });
    expect(ledger.begin('m', '2', { n: 1 })).toBe(false);
    expect(ledger.begin('m', '2', { n: 3 })).toBe(true);
  });
  it('waits for what a pressed button leads to, which is not refreshed either', () => {
    const ledger = new RefreshLedger();
    ledger.begin('m', '1', { n: 0 });
    ledger.pressed('m');
    ledger.end('m');
    expect(ledger.begin('m', '2', { form: true })).toBe(false);
    ledger.answered('m', { form: true });
    ledger.end('m');
    expect(ledger.begin('m', '2', { form: true })).toBe(false);
    expect(ledger.begin('m', '3', { n: 3 })).toBe(true);
  });
  it('comes to an end even where every answer differs', () => {
    const ledger = new RefreshLedger();
    const granted = Array.from({ length: 50 }, (_, version) => {
      const begun = ledger.begin('m', String(version), { version });
      ledger.end('m');
      return begun;
    });
    expect(granted.filter(Boolean)).toHaveLength(10);
  });
});

describe("a bot's answer to a button", () => {
  it('is a card, a message, or an error in the words the bot gave it', () => {
    const adaptive = {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard' },
    };
    expect(outcomeOf({ status: 200, body: adaptive })).toEqual({ kind: 'card', card: { type: 'AdaptiveCard' } });
    const message = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done' };
    expect(outcomeOf({ status: 200, body: message })).toEqual({ kind: 'message', text: 'Done' });
    const error = {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'Closed', message: 'Too late' },
    };
    expect(outcomeOf({ status: 200, body: error })).toEqual({ kind: 'error', text: 'Too late' });
  });
  it('is an error where the bot failed or said nothing one can read', () => {
    expect(outcomeOf({ status: 500, body: undefined }).kind).toBe('error');
    expect(outcomeOf({ status: 200, body: 'what' }).kind).toBe('error');
    expect(outcomeOf({ status: 502, failure: 'refused' })).toMatchObject({
      kind: 'error',
      text: expect.stringContaining('refused'),
    });
  });
  it('may be nothing at all', () => {
    expect(outcomeOf({ status: 200, body: {} })).toEqual({ kind: 'nothing' });
  });
});

describe('a card that changes while somebody types in it', () => {
  const written = (value: string) => ({
    body: [
      {
        items: [
          { type: 'Input.Number', id: 'a', value },
          { type: 'Input.Text', id: 'b' },
        ],
      },
    ],
  });
  it('keeps what was typed', () => {
    expect(keepTyped(written('5'), written('5'), { a: '7', b: 'words' })).toEqual({
      body: [
        {
          items: [
            { type: 'Input.Number', id: 'a', value: '7' },
            { type: 'Input.Text', id: 'b', value: 'words' },
          ],
        },
      ],
    });
  });
  it('takes what the bot has changed', () => {
    expect(keepTyped(written('6'), written('5'), { a: '7', b: '' })).toEqual(written('6'));
  });
  it('leaves untouched inputs as they come', () => {
    expect(keepTyped(written('6'), written('5'), { a: '5', b: '' })).toEqual(written('6'));
  });
});
