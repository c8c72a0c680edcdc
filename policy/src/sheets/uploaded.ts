import type { TemplateReading } from './read-template.ts';
import type { Sheet } from './sheet.ts';

/** What an uploaded workbook turned out to be: a template filled in, or an export whose columns have to be mapped. */
export type UploadedWorkbook =
  | { readonly is: 'template'; readonly reading: TemplateReading }
  | { readonly is: 'export'; readonly sheets: readonly Sheet[] };
