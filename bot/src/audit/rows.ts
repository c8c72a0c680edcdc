/**
 * The list of the audit: who changed what, when, from what to what, why and through which door. Rows are only added; a
 * school's are read when somebody asks for its history.
 */

import type { AuditedChange } from '@owls/policy';
import type { AuditEntry } from '../service-stores.ts';
import { oneLine } from '../store/field-values.ts';
import { choice, type Fields, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

const SURFACES = ['card', 'tab', 'import', 'system'] as const satisfies readonly AuditEntry['surface'][];

export const AUDIT = list('Audit', 'Who changed what, when, and why. Rows are only added.', [
  moment('At', 'When', { indexed: true }),
  text('Person', 'Person', { indexed: true }),
  text('Action', 'Action', { indexed: true }),
  text('School', 'School (URN)', { indexed: true }),
  text('HalfTerm', 'Half term', { indexed: true }),
  text('Field', 'What'),
  lines('From', 'From'),
  lines('To', 'To'),
  lines('Why', 'Why'),
  choice('Surface', 'Through', SURFACES),
]);

export const auditFields = (key: string, entry: AuditEntry): Fields => ({
  Key: key,
  Title: oneLine(entry.action),
  At: entry.at,
  Person: entry.person,
  Action: oneLine(entry.action),
  School: entry.school ?? '',
  HalfTerm: entry.halfTerm ?? '',
  Field: oneLine(entry.field ?? ''),
  From: entry.from ?? '',
  To: entry.to ?? '',
  Why: entry.why ?? '',
  Surface: entry.surface,
});

export const readEntry = (row: Row): AuditedChange => ({
  at: row.neededMoment('At'),
  person: row.text('Person'),
  action: row.neededText('Action'),
  through: row.oneOf('Surface', SURFACES),
  field: row.text('Field'),
  from: row.text('From'),
  to: row.text('To'),
  why: row.text('Why'),
});
