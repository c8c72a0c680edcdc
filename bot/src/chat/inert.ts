/** What people typed, made safe to show: it links to nothing, mentions nobody, formats nothing, evaluates nothing. */
import type { Element } from './card.ts';

/** Control and format characters (bidirectional overrides, zero-width marks) but tab and line ends. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;
const ZERO_WIDTH = '\u200b';
/** Halves of a pair, and what Unicode says is no character: no XML holds them. */
const NO_CHARACTER = /[\p{Cs}\ufffe\uffff]/gu;

/** Text without what nobody sees and what no document can hold; it stays as it reads. */
export function visible(text: string): string {
  return text.replace(UNSEEN, '').replace(NO_CHARACTER, '\ufffd');
}

/**
 * For use inside a TextBlock, whose text is Markdown. Escapes what Markdown, `<at>` mentions, `{{DATE()}}` functions
 * and template expressions start with.
 */
export function inert(text: string): string {
  return unexpanded(visible(text))
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>~#|]/g, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : `\\${mark}`))
    .replace(/^(\s*)([-+]|\d+\.)(?=\s)/, '$1\\$2');
}

/** Paragraphs a person wrote, as text runs, which know no Markdown. Longer than `most` characters is cut, and says so. */
export function paragraphs(text: string, most = 1200): Element[] {
  const clean = unexpanded(visible(text));
  const shown = clean.length > most ? `${clean.slice(0, most).trimEnd()} … (the rest is in the tab)` : clean;
  return shown
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', text: line }] }));
}

/** Breaks the openings of expressions, visibly the same. */
function unexpanded(text: string): string {
  return text.replace(/\$\{/g, `$${ZERO_WIDTH}{`).replace(/\{\{/g, `{${ZERO_WIDTH}{`);
}
