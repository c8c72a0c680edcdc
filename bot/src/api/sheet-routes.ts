import {
  type ExportMapping,
  groupsAsked,
  halfTermLabel,
  isTemplate,
  measuresFor,
  policyOf,
  readTemplate,
  soapTemplate,
  type UploadedWorkbook,
} from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { readWorkbook } from '../sheets/read-workbook.ts';
import { UnfitFile } from '../sheets/unfit-file.ts';
import { writeWorkbook } from '../sheets/write-workbook.ts';
import { bodyAs } from './body.ts';
import { forbidden, Refusal } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';
import { formOf, SOAP_PLACE, writable } from './soap-routes.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const Heading = z.string().trim().min(1).max(200);
const Key = z.string().max(60);
const Mapping = z.object({
  year: Heading,
  group: z
    .object({ column: Heading, is: z.string().trim().max(200), groups: z.record(Key, Heading).default({}) })
    .optional(),
  pupils: Heading.optional(),
  measures: z.record(Key, Heading),
  fractions: z.boolean(),
});

/**
 * A return as a spreadsheet (M14): the template to fill in, and a filled-in one or a school's own export read. Nothing is
 * kept by reading: what was read goes into the form, and from there through the draft like everything typed.
 */
export function sheetRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(`${SOAP_PLACE}/template`, async (c) => {
      const form = formOf(c);
      if (!form.may.allowed) throw forbidden(form.may);
      const { school, halfTerm, start } = form;
      const title = `School On A Page, ${halfTermLabel(halfTerm.id)}`;
      const sheets = soapTemplate(policyOf(c.get('world').policy, halfTerm.id), school, halfTerm.id, start);
      const file = await writeWorkbook(sheets, title);
      c.header('Content-Type', XLSX);
      c.header(
        'Content-Disposition',
        `attachment; filename="soap-${school.urn}-${halfTerm.id.replace('/', '-')}.xlsx"`,
      );
      return c.body(new Uint8Array(file));
    })
    .post(`${SOAP_PLACE}/sheet`, async (c) => {
      const { school, halfTerm } = writable(formOf(c));
      const world = c.get('world');
      const sheets = await fit(Buffer.from(await c.req.arrayBuffer()));
      if (!isTemplate(sheets)) return c.json({ is: 'export', sheets } satisfies UploadedWorkbook);
      const reading = readTemplate(policyOf(world.policy, halfTerm.id), school, halfTerm.id, sheets);
      return c.json({ is: 'template', reading } satisfies UploadedWorkbook);
    })
    .get(`${SOAP_PLACE}/mapping`, (c) => {
      const { school, may } = formOf(c);
      if (!may.allowed) throw forbidden(may);
      const mapping = c.get('world').mappings.of(school.urn);
      return c.json(mapping === undefined ? {} : { mapping });
    })
    .put(`${SOAP_PLACE}/mapping`, async (c) => {
      const { school } = writable(formOf(c));
      const { group, pupils, measures, ...rest } = await bodyAs(c, Mapping);
      const world = c.get('world');
      const mapping: ExportMapping = {
        ...rest,
        ...(group === undefined
          ? {}
          : { group: { ...group, groups: only(group.groups, groupsAsked(world.policy, school)) } }),
        ...(pupils === undefined ? {} : { pupils }),
        measures: only(measures, measuresFor(world.policy, school)),
      };
      await world.mappings.keep(school.urn, mapping, c.get('by'));
      return c.json({ mapping });
    });
}

/** What is said of those that a return asks for, by their keys. */
function only(said: Readonly<Record<string, string>>, asked: readonly { readonly key: string }[]) {
  return Object.fromEntries(Object.entries(said).filter(([key]) => asked.some((one) => one.key === key)));
}

async function fit(file: Buffer) {
  try {
    return await readWorkbook(file);
  } catch (error) {
    if (error instanceof UnfitFile) throw new Refusal(422, 'unfit-file', error.message);
    throw error;
  }
}
