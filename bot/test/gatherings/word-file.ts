/** A Word file read back: its parts, whether each is sound XML, and the text as a reader meets it. */
import { strFromU8, unzipSync } from 'fflate';

/** The files in a zip archive as text, by name. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

const TOKEN = /<\?[^>]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

/** Throws where a part is no well-formed XML: tags that do not match, characters that XML forbids, a bare ampersand. */
export function insistXml(xml: string): void {
  if (!LEGAL.test(xml)) throw new Error('It holds a character that XML forbids.');
  if (ENTITY.test(xml)) throw new Error('It holds a bare ampersand.');
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(xml);
    if (found === null) throw new Error(`No XML from here: ${xml.slice(at, at + 60)}`);
    const [, closing, opening, , closes] = found;
    if (opening !== undefined && closes !== '/') open.push(opening);
    if (closing !== undefined && open.pop() !== closing) throw new Error(`</${closing}> closes another.`);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} is never closed.`);
}

interface Read {
  /** `Title`, `Heading1`; empty for plain text. */
  readonly style: string;
  readonly text: string;
}

/** The paragraphs of a document in their order, those in tables too. */
export function paragraphsOf(document: string): readonly Read[] {
  return [...document.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside = '']) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(inside)?.[1] ?? '',
    text: [...inside.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => plain(text)).join(''),
  }));
}

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
