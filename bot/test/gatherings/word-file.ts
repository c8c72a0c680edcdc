/** A Word file read back: its parts, whether each is sound XML, and the text as a reader meets it. */
import { inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The files in a zip archive as text, by name. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from(uint32(END)));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Error('The archive’s directory is broken.');
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) !== LOCAL) throw new Error('The archive’s directory points nowhere.');
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    const title = zip.toString('utf8', at + 46, at + 46 + (name ?? 0));
    files.set(title, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
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
