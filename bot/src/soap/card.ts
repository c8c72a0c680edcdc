import type { Element } from '../chat/card.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { type SoapGiven, standing } from './card-given.ts';
import { type Occasion, overviewCard, shutCard } from './card-overview.ts';
import { receiptCard } from './card-receipt.ts';

/** The card as the facts have it now: not open yet, to be done, sent, or closed. */
export function soapCard(given: SoapGiven, occasion?: Occasion, notices: readonly Element[] = []): CardMessage {
  const { open, submitted } = standing(given);
  if (submitted) return receiptCard(given, notices);
  return open ? overviewCard(given, occasion, notices) : shutCard(given);
}
