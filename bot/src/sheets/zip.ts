/**
 * The files within a ZIP, opened with care: what it says of itself is not believed, and nothing grows beyond the limits
 * however small it came. The unpacking libraries at hand take a file's size from the ZIP and go on unpacking past it;
 * Node's own stops.
 */
import { inflateRawSync } from 'node:zlib';
import { UnfitFile } from './unfit-file.ts';

const MB = 1024 * 1024;
/** What a school's workbook stays far below, unpacked. */
const MOST_ENTRIES = 300;
const LARGEST_ENTRY = 5 * MB;
const LARGEST_WHOLE = 16 * MB;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

const BROKEN = 'This file is damaged. Open it in Excel, save it again as .xlsx and upload that.';

/** Unpacks the entries that `wanted` names; the others are only counted. Throws UnfitFile. */
export function unzipped(zip: Buffer, wanted: (name: string) => boolean): ReadonlyMap<string, Buffer> {
  try {
    return opened(zip, wanted);
  } catch (error) {
    if (error instanceof UnfitFile) throw error;
    // Reading past the end, or no deflated data where it should be.
    throw new UnfitFile(BROKEN);
  }
}

/** The names of all entries. Throws UnfitFile. */
export function zippedNames(zip: Buffer): readonly string[] {
  return [...unzipped(zip, () => false).keys()];
}

function opened(zip: Buffer, wanted: (name: string) => boolean): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new UnfitFile(BROKEN);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) throw new UnfitFile('This file holds far more than a school’s figures. Upload only those.');
  if (at + zip.readUInt32LE(end + 12) !== end) throw new UnfitFile(BROKEN);
  const entries = new Map<string, Buffer>();
  let whole = 0;
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new UnfitFile(BROKEN);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (entries.has(name)) throw new UnfitFile(BROKEN);
    if ((zip.readUInt16LE(at + 8) & ENCRYPTED) !== 0) {
      throw new UnfitFile('This file is protected by a password. Save it without one and upload that.');
    }
    const data = wanted(name) ? unpacked(zip, at) : Buffer.alloc(0);
    whole += data.length;
    if (whole > LARGEST_WHOLE) throw tooLarge();
    entries.set(name, data);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function unpacked(zip: Buffer, central: number): Buffer {
  const method = zip.readUInt16LE(central + 10);
  const size = zip.readUInt32LE(central + 20);
  const local = zip.readUInt32LE(central + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw new UnfitFile(BROKEN);
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (from + size > zip.length) throw new UnfitFile(BROKEN);
  const packed = zip.subarray(from, from + size);
  if (method === STORED) {
    if (size > LARGEST_ENTRY) throw tooLarge();
    return packed;
  }
  if (method !== DEFLATED) throw new UnfitFile(BROKEN);
  try {
    return inflateRawSync(packed, { maxOutputLength: LARGEST_ENTRY });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw error;
  }
}

function tooLarge(): UnfitFile {
  return new UnfitFile('Unpacked, this file is far larger than a school’s figures. Upload only those.');
}
