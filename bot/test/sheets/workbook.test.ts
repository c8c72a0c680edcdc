/** What the service writes into a workbook and reads out of one, without asking anybody. */
import { OWLS, readTemplate, type School, type SoapContent, soapTemplate } from '@owls/policy';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readWorkbook } from '../../src/sheets/read-workbook.ts';
import { UnfitFile } from '../../src/sheets/unfit-file.ts';
import { writeWorkbook } from '../../src/sheets/write-workbook.ts';
import { unzipped } from '../../src/sheets/zip.ts';
import { SCHOOLS } from '../tenant.ts';

const HALF_TERM = '2026-27/autumn-2';
const [barn] = SCHOOLS;
const school: School = { ...(barn as School), name: "=cmd|' /C calc'!A0" };
const content = (comment: string): SoapContent => ({
  cohorts: [
    { year: 'R', pupils: 0, figures: {} },
    { year: 'Y3', pupils: 30, figures: { reading: 70.5, writing: 0.5, maths: 100, rwm: 0 } },
  ],
  school: { attendance: 95.27, suspensions: 0 },
  comment,
  nextSteps: '@SUM(1+1)*cmd',
});
const written = (comment: string) => writeWorkbook(soapTemplate(OWLS, school, HALF_TERM, content(comment)), 'Title');
const readBack = async (file: Buffer) => readTemplate(OWLS, school, HALF_TERM, await readWorkbook(file));

it.each([
  'Plain.',
  '=1+1',
  '+44 116 496 0000',
  '-5',
  '@everyone',
  "'quoted'",
  '<b>&amp;</b> ]]> "x"',
  'Zwölf Kinder – “gut” 🦉',
  'One\nTwo\n\tThree',
  '12/11/2026',
  '0062',
  'TRUE',
  '#N/A',
])('a comment %j comes back as it was, and no cell is a formula', async (comment) => {
  const file = await written(comment);
  expect(await readBack(file)).toEqual({ ok: true, content: content(comment), silent: [] });
  const parts = unzipped(file, (name) => name.startsWith('xl/worksheets/sheet'));
  for (const xml of parts.values()) expect(xml.toString('utf8')).not.toMatch(/<f[\s>]/);
});

it('what a file says of its own size is not believed', async () => {
  const file = Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('x'.repeat(50_000_000)) }));
  const directory = file.readUInt32LE(file.length - 6);
  // Both of the places that tell the size unpacked.
  file.writeUInt32LE(100, 22);
  file.writeUInt32LE(100, directory + 24);
  expect(() => unzipped(file, () => true)).toThrow('far larger');
});

it('a damaged file is refused in words or read as something else: never a crash, never a figure that can’t be', async () => {
  const file = await written('Plain.');
  const damage = fc.array(fc.record({ at: fc.nat(file.length - 1), byte: fc.nat(255) }), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(damage, async (places) => {
      const damaged = Buffer.from(file);
      for (const { at, byte } of places) damaged[at] = byte;
      try {
        const read = await readBack(damaged);
        if (!read.ok) return;
        for (const { figures } of read.content.cohorts)
          for (const figure of Object.values(figures)) expect(figure >= 0 && figure <= 100).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(UnfitFile);
      }
    }),
    { numRuns: 60 },
  );
});
