import { appendFile, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readEntries, WaveJournal } from '../src/delivery/journal.ts';
import { Slots } from '../src/delivery/slots.ts';
import { scratch } from './scratch.ts';

let directory: string;
beforeEach(async () => {
  directory = scratch('journal');
});

describe('the journal of a wave', () => {
  it('knows after a restart what was noted before it', async () => {
    const before = await WaveJournal.open(directory, '000001');
    await before.note({ key: 'a', is: 'sending' });
    await before.note({ key: 'a', is: 'sent', activityId: '17' });
    await before.note({ key: 'b b/é', is: 'sending' });
    await before.close();
    const after = await WaveJournal.open(directory, '000001');
    expect(after.of('a')).toEqual({ key: 'a', is: 'sent', activityId: '17' });
    expect(after.of('b b/é')).toEqual({ key: 'b b/é', is: 'sending' });
    expect(after.of('c')).toBeUndefined();
    await after.close();
  });

  it('cuts off a torn tail wherever the crash tore it, and goes on cleanly after it', async () => {
    const whole = '{"key":"a","is":"sending"}\n{"key":"a","is":"sent","activityId":"1"}\n{"key":"b","is":"sending"}\n';
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        const here = scratch('torn');
        await appendFile(join(here, 'w.jsonl'), whole);
        await truncate(join(here, 'w.jsonl'), length);
        const journal = await WaveJournal.open(here, 'w');
        await journal.note({ key: 'z', is: 'sending' });
        await journal.close();
        const { entries } = readEntries(await readFile(join(here, 'w.jsonl')));
        const wholeLines = whole.slice(0, length).split('\n').length - 1;
        expect(entries).toHaveLength(wholeLines + 1);
        expect(entries.at(-1)).toEqual({ key: 'z', is: 'sending' });
      }),
      { numRuns: 40 },
    );
  });

  it('refuses to go on after the disk refused a line, so that no line is glued to half a one', async () => {
    const journal = await WaveJournal.open(directory, 'w');
    await journal.close();
    await expect(journal.note({ key: 'a', is: 'sending' })).rejects.toThrow();
    await expect(journal.note({ key: 'b', is: 'sending' })).rejects.toThrow();
    expect(journal.of('a')).toBeUndefined();
  });

  it('is gone once its wave is done', async () => {
    const journal = await WaveJournal.open(directory, 'w');
    await journal.note({ key: 'a', is: 'sending' });
    await journal.remove();
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('the slots of a journal directory', () => {
  it('gives a restarted instance the slot it had', async () => {
    const first = new Slots(directory);
    await first.take();
    // The same process id stands for a process that is gone: nobody but ourselves has it.
    const again = new Slots(directory);
    await again.take();
    expect(again.own).toBe(first.own);
  });

  it('gives a second living instance a slot of its own', async () => {
    const first = new Slots(directory);
    await first.take();
    const lock = join(first.directory(first.own), 'lock');
    const held = JSON.parse(await readFile(lock, 'utf8'));
    const { writeFile } = await import('node:fs/promises');
    await writeFile(lock, JSON.stringify({ ...held, pid: process.ppid }));
    const second = new Slots(directory);
    await second.take();
    expect(second.own).not.toBe(first.own);
    expect(second.holds(first.own)).toBe(false);
  });

  it('lets only one of two take over a slot whose holder is gone', async () => {
    const gone = new Slots(directory);
    await gone.take();
    const heirs = [new Slots(directory), new Slots(directory)];
    await Promise.all(heirs.map((heir) => heir.take()));
    expect(heirs.filter((heir) => heir.holds(gone.own))).toHaveLength(1);
    expect(new Set(heirs.map((heir) => heir.own)).size).toBe(2);
  });
});
