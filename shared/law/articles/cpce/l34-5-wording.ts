/** L. 34-5, al. 1: where the words of a form do not settle what is agreed to by a channel. */

import { formCause } from '#shared/domain/consent/form-version.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { L34_5 } from './l34-5.ts';

/* @__NO_SIDE_EFFECTS__ */
const noChannel = (reading: string) =>
  L34_5.forbidsRelyingOn(['consent'], 'CONSENT_CHANNEL_UNCERTAIN', {
    quote: 'son consentement à recevoir des prospections directes par ce moyen',
    sanctions: SANCTIONS.consent,
    paragraph: 'al. 1',
    when: (consent) => consent.channel === 'no-channel-named',
    cause: ({ form }) => formCause(form),
    reading,
  });
/** Of editions before 2026-11-30 alone: only a form that quoted no words at all was read by a human. */
export const wordingNamesNoChannelBefore = noChannel(
  'CNIL’s own model sentence names no channel; cautious reading (D9), checked 2026-11-24.',
);
/** Of editions from 2026-11-30 to 2026-12-01: one act for offers and for something else was no question. */
export const wordingNamesNoMeans = noChannel(
  'CNIL’s own model sentence names no channel; cautious reading (D9). So are quoted words that name no means, “par voie électronique” for another than e-mail, and a language that is not read. Checked 2026-11-30.',
);
/** Of edition 2026-12-01.2 alone: what a wording leaves out was no question. */
export const wordingOfOneAct = noChannel(
  'CNIL’s own model sentence names no channel; cautious reading (D9). So are quoted words that name no means, “par voie électronique” for another than e-mail, and a language that is not read; and one act by which the person agrees to offers and to something else, such as terms, an order, an account or a game (al. 2, “libre, spécifique”; GDPR, art. 7, § 2 and § 4): CJEU, C-673/17, § 59 and Conseil d’État, 11 March 2015, no. 368624 are cited for it, and neither was read. Checked 2026-12-01.',
);
/** al. 1, "par ce moyen": where the words quoted for a channel name none, a human reads the version once (D9). */
export const wordingNamesNoChannel = noChannel(
  'CNIL’s own model sentence names no channel; cautious reading (D9). So are quoted words that name no means, “par voie électronique” for another than e-mail, and a language that is not read; and one act by which the person agrees to offers and to something else, such as terms, an order, an account or a game (al. 2, “libre, spécifique”; GDPR, art. 7, § 2 and § 4): CJEU, C-673/17, § 59 and Conseil d’État, 11 March 2015, no. 368624 are cited for it, and neither was read. So are offers that the wording leaves out, one thing alone that is asked for, the agreement of somebody else, and calls of an adviser (al. 1, “par ce moyen”; al. 2, “spécifique”). Checked 2026-12-01.',
);
const NO_CHANNEL_EXAMPLES: readonly Example[] = [
  ['“j’accepte de recevoir vos offres”', { basis: { channel: 'no-channel-named' } }, 'forbidden'],
  ['“j’accepte de recevoir vos offres par e-mail”', { basis: { channel: 'named' } }, 'not forbidden'],
];
export const wordingNamesNoChannelExamples = NO_CHANNEL_EXAMPLES;
export const wordingOfOneActExamples = NO_CHANNEL_EXAMPLES;
export const wordingNamesNoMeansExamples = NO_CHANNEL_EXAMPLES;
export const wordingNamesNoChannelBeforeExamples = NO_CHANNEL_EXAMPLES;
