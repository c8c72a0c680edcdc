/** A card's inputs as the bot wrote them, by their ids. */
type Written = Map<string, string>;

/**
 * A card as it should be drawn when it is replaced by somebody else's doing while a person is typing in it: what they
 * changed stays, as long as the bot did not change the same input.
 */
export function keepTyped(next: unknown, before: unknown, typed: Readonly<Record<string, string>>): unknown {
  const wasWritten = writtenValues(before);
  return eachInput(next, (input, id, value) => {
    const had = wasWritten.get(id);
    const has = typed[id];
    const touched = had !== undefined && has !== undefined && has !== had && had === value;
    return touched ? { ...input, value: has } : input;
  });
}

function writtenValues(card: unknown): Written {
  const written: Written = new Map();
  eachInput(card, (input, id, value) => {
    written.set(id, value);
    return input;
  });
  return written;
}

function eachInput(part: unknown, change: (input: object, id: string, value: string) => object): unknown {
  if (Array.isArray(part)) return part.map((each: unknown) => eachInput(each, change));
  if (typeof part !== 'object' || part === null) return part;
  if ('type' in part && typeof part.type === 'string' && part.type.startsWith('Input.')) {
    const id = 'id' in part && typeof part.id === 'string' ? part.id : undefined;
    return id === undefined ? part : change(part, id, writtenValue(part, part.type));
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, eachInput(value, change)]));
}

/** An input's value before anybody touches it; a toggle without one is off. */
function writtenValue(input: object, type: string): string {
  if ('value' in input && input.value !== null && input.value !== undefined) return String(input.value);
  if (type !== 'Input.Toggle') return '';
  return 'valueOff' in input ? String(input.valueOff) : 'false';
}
