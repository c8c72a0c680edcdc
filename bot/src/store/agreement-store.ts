/** Keeps what heads answered to their school's category: rows are only added. */
import type { AgreementAnswer } from '@owls/policy';
import { agreementFields } from '../categorisation/agreement-rows.ts';
import type { AgreementStore } from '../stores.ts';
import type { By } from '../writes.ts';
import { ulid } from './ulid.ts';
import { settled, type Writer } from './writer.ts';

export class AgreementRows implements AgreementStore {
  readonly #writer: Writer;
  readonly #now: () => string;

  constructor(writer: Writer, now: () => string) {
    this.#writer = writer;
    this.#now = now;
  }

  async answer(given: Omit<AgreementAnswer, 'id' | 'by' | 'at'>, { person, surface }: By): Promise<void> {
    const at = this.#now();
    const made: AgreementAnswer = { ...given, id: ulid(Date.parse(at)), by: person, at };
    const { urn: school, halfTerm, answer, category, because } = made;
    const outcomes = await this.#writer.apply(
      [{ list: 'agreements' as const, create: agreementFields(made) }],
      [
        {
          ...{ at, person, surface, school, halfTerm, action: 'category.agreement', to: `${answer} ${category}` },
          ...(because === '' ? {} : { why: because }),
        },
      ],
    );
    for (const outcome of outcomes) settled(outcome);
  }
}
