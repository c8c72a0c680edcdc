/** Agendas and minutes as Word documents: what is in them, and that nothing anybody types breaks one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/chat/inert.ts';
import { docxOf } from '../../src/gatherings/docx.ts';
import { HOSTILE, paperExamples } from '../../src/gatherings/paper.examples.ts';
import type { Paper } from '../../src/gatherings/paper.ts';
import { insistXml, paragraphsOf, unzipped } from './word-file.ts';

const examples = paperExamples();
const example = (name: string): Paper => {
  const paper = examples.get(name);
  if (paper === undefined) throw new Error(`There is no example "${name}".`);
  return paper;
};
const documentOf = async (paper: Paper): Promise<string> => {
  const files = unzipped(await docxOf(paper));
  for (const xml of files.values()) insistXml(xml);
  return files.get('word/document.xml') ?? '';
};

describe('a meeting’s paper', () => {
  it.each([...examples.keys()])('is a sound Word file: %s', async (name) => {
    const document = await documentOf(example(name));
    const { title, subtitle } = example(name);
    expect(paragraphsOf(document).slice(0, 2)).toEqual([
      { style: 'Title', text: visible(title) },
      { style: 'Subtitle', text: visible(subtitle) },
    ]);
    expect(example(name).fileName).toMatch(/^[ -~]{1,100}$/);
    expect(example(name).fileName).not.toMatch(/["\\/:*?<>|]/);
  });

  it('has a heading for each item, numbered, with what is under it', async () => {
    const read = paragraphsOf(await documentOf(example('an agenda')));
    const headings = read.filter(({ style }) => style === 'Heading1').map(({ text }) => text);
    expect(headings[0]).toBe('1. Trust policy and practice');
    expect(headings.at(-1)).toBe(`${headings.length}. Added`);
    expect(read.at(-1)?.text).toBe('Moderate writing together 1 (Marian Adeyemi)');
    expect(read[1]?.text).toBe('Tuesday 8 December 2026, 14:00 to 16:00');
  });

  it('M4: lists the actions of minutes in a table whose head is repeated on each page', async () => {
    const document = await documentOf(example('minutes'));
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const cells = paragraphsOf(document).map(({ text }) => text);
    const from = cells.indexOf('What');
    expect(cells.slice(from, from + 8)).toEqual([
      ...['What', 'Who', 'By', 'Done'],
      ...['Moderate writing together 0', 'Helen Marsh', 'Fri 11 Dec', ''],
    ]);
  });

  it('keeps the agenda on the first page however many are invited: they are named at the end', async () => {
    const read = paragraphsOf(await documentOf(example('a long agenda')));
    const at = read.findIndex(({ text }) => text === 'Who');
    expect(read[at + 1]?.text).toMatch(/^\d+, named at the end$/);
    expect(read.findLast(({ style }) => style === 'Heading1')?.text).toMatch(/^\d+\. Who$/);
  });

  it('shows what people typed as text: no link, no field, nothing unseen', async () => {
    const files = unzipped(await docxOf(example('a hostile agenda')));
    const document = files.get('word/document.xml') ?? '';
    expect(document).not.toMatch(/<w:hyperlink|<w:fldSimple|<w:instrText|\u202e/);
    const texts = paragraphsOf(document).map(({ text }) => text);
    expect(texts).toContain(`${visible(HOSTILE)} 0 (Marian Adeyemi)`.replaceAll(/\s+/g, ' '));
    for (const [name, xml] of files) if (name.endsWith('.rels')) expect(xml).not.toContain('evil.example');
  });

  it('says so where there is nothing', async () => {
    const nothing = paragraphsOf(await documentOf(example('an agenda with nothing on it')));
    expect(nothing.at(-1)?.text).toBe('Nothing is on the agenda yet.');
    const minutes = paragraphsOf(await documentOf(example('minutes with nothing in them')));
    expect(minutes.at(-1)?.text).toBe('Nothing was written down.');
    expect(minutes[1]?.text).toContain('Being written');
  });

  it('is sound whatever is typed', async () => {
    const typed = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(typed, typed, async (title, point) => {
        const paper = { ...example('an agenda'), title, footer: point, sections: [{ title, points: [point] }] };
        const read = paragraphsOf(await documentOf(paper));
        expect(read.at(-1)?.text).toBe(visible(point));
      }),
      { numRuns: 60 },
    );
  });
});
