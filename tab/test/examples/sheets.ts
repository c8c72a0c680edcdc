import type { ExportMapping, Facts, Person, Sheet, SheetCell } from '@owls/policy';
import { isTemplate, OWLS, readTemplate, soapFormView, soapTemplate } from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { found, ok, type Route, refuse } from './routing.ts';

/**
 * Spreadsheets in the gallery: a workbook is its sheets as JSON, since making and reading real ones is the service's
 * part. What is read out of them is policy's.
 */
export function sheetRoutes({
  facts,
  person,
  now,
}: {
  facts: () => Facts;
  person: Person;
  now: Temporal.Instant;
}): readonly Route[] {
  let kept: ExportMapping | undefined;
  const form = (half = '', urn = '') => soapFormView(OWLS, facts(), person, urn, half, now);
  return [
    [
      /^GET \/api\/soap\/(.+\/.+)\/([^/]+)\/template$/,
      ([half = '', urn = '']) => {
        const view = form(half, urn);
        return found(view && JSON.stringify(asSheets(soapTemplate(OWLS, view.school, half, view.start))));
      },
    ],
    [
      /^POST \/api\/soap\/(.+\/.+)\/([^/]+)\/sheet$/,
      ([half = '', urn = ''], { file = '' }) => {
        const view = form(half, urn);
        if (!view) return found(undefined);
        if (!file.startsWith('[')) return refuse(422, 'unfit-file', 'This is no Excel file. Save it as .xlsx.');
        const sheets: readonly Sheet[] = JSON.parse(file);
        if (!isTemplate(sheets)) return ok({ is: 'export', sheets });
        return ok({ is: 'template', reading: readTemplate(OWLS, view.school, half, sheets) });
      },
    ],
    [/^GET \/api\/soap\/.+\/mapping$/, () => ok(kept ? { mapping: kept } : {})],
    [
      /^PUT \/api\/soap\/.+\/mapping$/,
      (_, body) => {
        kept = body as unknown as ExportMapping;
        return ok({ mapping: kept });
      },
    ],
  ];
}

function asSheets(made: ReturnType<typeof soapTemplate>): Sheet[] {
  return made.map(({ name, rows }) => ({
    name,
    rows: rows.map((cells) =>
      cells.map(({ value }): SheetCell => {
        if (value === undefined) return { is: 'empty' };
        return typeof value === 'number' ? { is: 'number', number: value } : { is: 'text', text: value };
      }),
    ),
  }));
}
