import type { Core } from '../../core/core.ts';
import { notImplemented } from '../exchange.ts';
import { type Expansion, selected } from '../query-options.ts';
import type { Fields } from './field-values.ts';
import { eTag, type Item } from './item-store.ts';
import type { List } from './list-store.ts';
import { guidOf, type Site, webUrl } from './sites.ts';

/** The field values of an item with SharePoint's own beside them. */
export function fieldsOf(item: Item): Record<string, unknown> {
  return {
    '@odata.etag': eTag(item),
    ...(JSON.parse(item.fields) as Fields),
    id: String(item.id),
    ContentType: 'Item',
    Modified: item.modified,
    Created: item.created,
    AuthorLookupId: '1',
    EditorLookupId: '1',
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
  };
}

export function itemEntity(
  core: Core,
  site: Site,
  list: List,
  item: Item,
  select: readonly string[] | undefined,
  expand: readonly Expansion[],
): Record<string, unknown> {
  const by = (name: string) => ({ application: { id: name, displayName: 'Application' } });
  const shown = selected(
    {
      '@odata.etag': eTag(item),
      createdDateTime: item.created,
      eTag: eTag(item),
      id: String(item.id),
      lastModifiedDateTime: item.modified,
      webUrl: `${webUrl(core, site)}/Lists/${encodeURIComponent(list.name)}/${item.id}_.000`,
      createdBy: by(item.created_by),
      lastModifiedBy: by(item.modified_by),
      parentReference: { id: guidOf(list.id, 'folder'), siteId: site.id },
      contentType: { id: '0x0100', name: 'Item' },
    },
    select,
  );
  for (const expansion of expand) {
    if (expansion.name !== 'fields') throw notImplemented(`$expand=${expansion.name} on list items`);
    shown.fields = selected(fieldsOf(item), expansion.select);
  }
  return shown;
}
