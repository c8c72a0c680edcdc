import { test } from 'vitest';

/** Reaches none of the policy: what can be changed is listed, and nothing is tried. */
test('lists the changes', () => undefined);
