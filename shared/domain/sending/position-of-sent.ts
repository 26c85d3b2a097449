import type { Claim } from '../message/message.ts';

/** The position of a hand-off among those of its contact: later ones are greater. */
export const positionOfSent = ({ claimedAt, messageId }: Pick<Claim, 'claimedAt' | 'messageId'>): string =>
  `${claimedAt}#${messageId}`;
