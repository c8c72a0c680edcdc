import MarkdownIt from 'markdown-it';

/** What Teams renders of Markdown in bots' messages and cards: emphasis, lists, links and line breaks; never HTML. */
const teams = new MarkdownIt('zero', { html: false, breaks: true, linkify: false }).enable([
  'emphasis',
  'strikethrough',
  'link',
  'autolink',
  'list',
  'escape',
  'newline',
  'backticks',
  'entity',
]);

/** HTML of a text written in the Markdown that Teams knows. HTML in the text comes out as text. */
export function markdownToHtml(text: string): string {
  return teams.render(text);
}
