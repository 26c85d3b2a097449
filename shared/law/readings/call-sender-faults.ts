import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { isFreeToCall } from '#shared/domain/message/surcharge.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';
import { isOpenToAutomates } from '../articles/arcep/ranges.ts';

type Settings = Pick<AdvertiserSettings, 'senders'>;
type CallSender = NonNullable<Settings['senders']['calls']>[number];

const ofCallerId = ({ callerId }: CallSender, at: string): readonly Missing[] =>
  isOpenToAutomates(callerId)
    ? []
    : [
        missing(
          `${at}/callerId`,
          {
            fr: 'Un appel automatisé ne peut pas afficher ce numéro : chaque appel serait refusé (CALLER_ID_FORBIDDEN).',
            en: 'An automated call may not show this number: every call would be refused (CALLER_ID_FORBIDDEN).',
          },
          {
            fr: 'Prenez un numéro ouvert aux automates : 0162, 0163, 0270, 0271, 0377, 0378, 0424, 0425, 0568, 0569, 0948, 0949, 0937, 0938, 09390 à 09394.',
            en: 'Use a number open to automated systems: 0162, 0163, 0270, 0271, 0377, 0378, 0424, 0425, 0568, 0569, 0948, 0949, 0937, 0938, 09390 to 09394.',
          },
        ),
      ];

/** Where a key stops calls, no call names the number. */
const ofOppositionNumber = ({ acceptsKeyPress, oppositionNumber }: CallSender, at: string): readonly Missing[] =>
  acceptsKeyPress || oppositionNumber === undefined || isFreeToCall(oppositionNumber)
    ? []
    : [
        missing(
          `${at}/oppositionNumber`,
          {
            fr: 'Un appel à ce numéro pour s’opposer serait surtaxé : chaque appel automatisé serait refusé (OPPOSITION_NOT_FREE).',
            en: 'A call to this number to oppose would be surcharged: every automated call would be refused (OPPOSITION_NOT_FREE).',
          },
          {
            fr: 'Prenez un numéro sans surtaxe : un 0800 à 0805, un numéro ordinaire, ou un numéro court en 10, 30 ou 31.',
            en: 'Use a number without surcharge: 0800 to 0805, an ordinary number, or a short number in 10, 30 or 31.',
          },
        ),
      ];

/** Calling numbers of which every automated call would be refused: what they show, and where they are opposed. */
export const ofCallSenders = ({ senders: { calls = [] } }: Settings): readonly Missing[] =>
  calls.flatMap((sender, index) => {
    const at = `/senders/calls/${index}`;
    return [...ofCallerId(sender, at), ...ofOppositionNumber(sender, at)];
  });
