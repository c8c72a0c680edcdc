import type { Column } from '../store/list-definition.ts';

/** A column as Graph wants it: exactly one facet says its type. */
export function columnBody(column: Column): Record<string, unknown> {
  return {
    name: column.name,
    displayName: column.displayName,
    ...facetOf(column),
    ...(column.indexed === true || column.unique === true ? { indexed: true } : {}),
    ...(column.unique === true ? { enforceUniqueValues: true } : {}),
    ...(column.required === true ? { required: true } : {}),
  };
}

function facetOf({ holds }: Column): Record<string, unknown> {
  switch (holds.as) {
    case 'text':
      return { text: { allowMultipleLines: false, maxLength: 255 } };
    case 'lines':
      return { text: { allowMultipleLines: true, linesForEditing: 6, textType: 'plain' } };
    case 'number':
      return {
        number: {
          decimalPlaces: holds.whole === true ? 'none' : 'automatic',
          displayAs: 'number',
          ...(holds.least === undefined ? {} : { minimum: holds.least }),
          ...(holds.most === undefined ? {} : { maximum: holds.most }),
        },
      };
    case 'date':
      return { dateTime: { displayAs: 'standard', format: 'dateOnly' } };
    case 'moment':
      return { dateTime: { displayAs: 'standard', format: 'dateTime' } };
    case 'choice':
      return { choice: { allowTextEntry: false, choices: holds.of, displayAs: 'dropDownMenu' } };
    case 'yes or no':
      return { boolean: {} };
  }
}
