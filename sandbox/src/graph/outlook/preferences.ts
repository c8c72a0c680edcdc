import type { GraphRequest } from '../exchange.ts';
import { maxPageSize } from '../query-options.ts';
import { preview } from './event.ts';
import { ianaZone } from './time-zones.ts';

/** What a request prefers of Outlook's answers, and the header that says what of it was done. */
interface Preferences {
  /** The zone of all times, under the name it was asked by; UTC if none was. */
  readonly zone: string;
  readonly isText: boolean;
  readonly pageSize: number | undefined;
  readonly applied: Readonly<Record<string, string>>;
}

/** Reads the `Prefer` header ("list events": outlook.timezone, outlook.body-content-type, odata.maxpagesize); 400 for a zone that is none. */
export function preferences(request: GraphRequest): Preferences {
  const header = request.header('prefer') ?? '';
  const zone = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(header)?.[1];
  const contentType = /outlook\.body-content-type\s*=\s*"?(text|html)"?/i.exec(header)?.[1]?.toLowerCase();
  const pageSize = maxPageSize(request);
  if (zone !== undefined) ianaZone(zone);
  const done = [
    ...(zone === undefined ? [] : [`outlook.timezone="${zone}"`]),
    ...(contentType === undefined ? [] : [`outlook.body-content-type="${contentType}"`]),
    ...(pageSize === undefined ? [] : [`odata.maxpagesize=${pageSize}`]),
  ];
  return {
    ...{ zone: zone ?? 'UTC', isText: contentType === 'text', pageSize },
    applied: done.length === 0 ? {} : { 'Preference-Applied': done.join(', ') },
  };
}

/** An event with its body as plain text. */
export function inText(entity: Record<string, unknown>): Record<string, unknown> {
  const body = entity.body as Parameters<typeof preview>[0];
  return { ...entity, body: { contentType: 'text', content: preview(body, Number.POSITIVE_INFINITY) } };
}
