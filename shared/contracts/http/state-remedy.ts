import type * as z from 'zod/mini';
import type { Message, MessageStatus } from '#shared/domain/message/message.ts';
import type { ReasonRemedy } from './verdict/reason.ts';

type Remedy = z.infer<typeof ReasonRemedy>;

const NEVER_AGAIN: Remedy = {
  sentence: {
    fr: 'Ne renvoyez pas ce message : on ne sait pas s’il est parti, et il a pu arriver.',
    en: 'Do not send this message again: nobody knows whether it left, and it may have arrived.',
  },
  pointer: '/status',
};

/** What to do where a message did not leave, or may not have, and its verdict does not say it. */
const REMEDIES: { readonly [Status in MessageStatus]?: Remedy } = {
  parked: {
    sentence: {
      fr: 'L’exploitant corrige la cause que nomme parkedBecause, puis remet le message dans la file d’envoi.',
      en: 'The operator mends the cause that parkedBecause names, and puts the message back on the send queue.',
    },
    pointer: '/parkedBecause',
  },
  unknown: NEVER_AGAIN,
  'unknown-final': NEVER_AGAIN,
  undelivered: {
    sentence: {
      fr: 'Lisez undeliveredBecause, puis demandez un verdict avant d’écrire de nouveau : il dit si l’adresse reçoit encore.',
      en: 'Read undeliveredBecause, and ask for a verdict before you write again: it says whether the address still receives.',
    },
    pointer: '/undeliveredBecause',
  },
};

const ERASED: Remedy = {
  sentence: {
    fr: 'N’envoyez plus rien à cette personne : elle a été effacée à sa demande.',
    en: 'Send nothing more to this person: they were erased at their request.',
  },
  pointer: '/refusedBecause',
};

const TRIED_AGAIN: Remedy = {
  sentence: {
    fr: 'N’envoyez pas ce message une seconde fois : il repart seul à nextAt, puis jusqu’à validUntil. Si la cause dure, l’exploitant la corrige.',
    en: 'Do not ask for this message again: it is tried at nextAt, and then until validUntil. Where the cause lasts, the operator mends it.',
  },
  pointer: '/putBack/reason',
};

/** What to do about a message in its state; `undefined`: nothing, or its verdict says it. */
export const remedyOfState = ({
  status,
  putBack,
  refusedBecause,
}: Pick<Message, 'status' | 'putBack' | 'refusedBecause'>): Remedy | undefined => {
  if (refusedBecause !== undefined) return ERASED;
  return status === 'accepted' && putBack !== undefined ? TRIED_AGAIN : REMEDIES[status];
};
