/** A head takes the return out as a workbook and brings it back, from the real page to the real service. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { populateSample } from '../local/sample.ts';
import { person, sampleStage, seenBy } from './stage.ts';

const stage = sampleStage((local) => populateSample(local, () => undefined), 180);

it('what the downloaded workbook says is shown beside the form before it is taken, and then kept as a draft', async () => {
  const ruth = await stage.at(person('Ruth Pemberton').id);
  const tab = await ruth.openTab();
  await tab.getByRole('link', { name: /^(Fill in|Continue)$/ }).click();
  const literacy = tab.getByLabel('Reception, Literacy, per cent on track');
  const before = await literacy.inputValue();
  const [download] = await Promise.all([
    ruth.page.waitForEvent('download'),
    tab.getByRole('button', { name: 'Download for Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^soap-\d{6}-2026-27-autumn-2\.xlsx$/);
  const file = await download.path();

  await literacy.fill('11');
  await tab.getByRole('button', { name: 'Upload a spreadsheet' }).click();
  const dialog = tab.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'soap.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await readFile(file),
  });
  await dialog.getByRole('row', { name: `Reception, Literacy 11 ${before}` }).waitFor();
  await seenBy(ruth, 'return-in-excel');
  await dialog.getByRole('button', { name: 'Take into the form' }).click();
  await tab.getByRole('heading', { name: 'Review and send' }).waitFor();
  await tab.getByText(/^Draft saved/).waitFor();
  await tab.getByRole('button', { name: 'Early years' }).click();
  expect(await literacy.inputValue()).toBe(before);
  await ruth.close();
}, 60_000);
