import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { type Channel, isSent } from '#shared/domain/message/channel.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';
import { isFunctionalCode } from '../articles/af2m/sender.ts';
import { senderFacts } from '../facts/sender.ts';
import { feignsReply } from '../facts/subject.ts';

/**
 * What in a message alone, or in its template, refuses it whoever it goes to and whenever: it is refused when it is put or
 * asked for, by the same rules as the verdict.
 */

/** What is asked of a message, as far as its own faults go. */
interface Message {
  readonly channel: Channel;
  /** Absent: the advertiser's first of this channel. */
  readonly sender?: string | undefined;
  /** False for what is made from a template that is no prospecting. */
  readonly isProspecting: boolean;
}

const NOT_SENT = /* @__PURE__ */ missing(
  '/channel',
  {
    fr: 'Aval n’envoie rien sur ce canal (CHANNEL_UNSUPPORTED).',
    en: 'Aval sends nothing on this channel (CHANNEL_UNSUPPORTED).',
  },
  {
    fr: 'Envoyez-le par vos moyens, après avoir demandé un verdict s’il s’agit d’un MMS ou d’un appel automatisé.',
    en: 'Send it by your own means, and ask for a verdict before if it is an MMS or an automated call.',
  },
  'POST /v1/verdicts',
);

const UNKNOWN_SENDER = /* @__PURE__ */ missing(
  '/sender',
  {
    fr: 'Cet expéditeur n’est pas enregistré dans les paramètres : le message serait refusé (ADVERTISER_HIDDEN).',
    en: 'This sender is not registered in the settings: the message would be refused (ADVERTISER_HIDDEN).',
  },
  {
    fr: 'Nommez un expéditeur enregistré pour ce canal, ou enregistrez celui-ci par PATCH /v1/advertisers/{advertiserId}.',
    en: 'Name a sender that is registered for this channel, or register this one by PATCH /v1/advertisers/{advertiserId}.',
  },
);

const NO_SENDER = /* @__PURE__ */ missing(
  '/channel',
  {
    fr: 'Aucun expéditeur n’est enregistré pour ce canal : le message serait refusé (ADVERTISER_HIDDEN).',
    en: 'No sender is registered for this channel: the message would be refused (ADVERTISER_HIDDEN).',
  },
  { fr: 'Enregistrez-en un.', en: 'Register one.' },
  'PATCH /v1/advertisers/{advertiserId}',
);

const FUNCTIONAL_SENDER = /* @__PURE__ */ missing(
  '/sender',
  {
    fr: 'Un numéro court 38xxx ne porte pas de prospection : le message serait refusé (SENDER_ID_INVALID).',
    en: 'A short code 38xxx carries no prospecting: the message would be refused (SENDER_ID_INVALID).',
  },
  {
    fr: 'Nommez un émetteur qui vous désigne, ou un numéro court 36xxx.',
    en: 'Name a sender that names you, or a short code 36xxx.',
  },
);

const NO_MEANS_IN_CALLS = /* @__PURE__ */ missing(
  '/sender',
  {
    fr: 'Personne ne pourrait s’opposer à un appel de ce numéro : chaque appel serait refusé (OPPOSITION_MENTION_MISSING).',
    en: 'Nobody could oppose a call from this number: every call would be refused (OPPOSITION_MENTION_MISSING).',
  },
  {
    fr: 'Donnez à ce numéro un oppositionNumber, ou acceptsKeyPress si la route des appels rapporte les touches.',
    en: 'Give this number an oppositionNumber, or acceptsKeyPress if the route of calls reports keys.',
  },
  'PATCH /v1/advertisers/{advertiserId}',
);

const isWithoutMeans = ({ channel, sender }: Message, { senders: { calls = [] } }: Advertiser): boolean => {
  if (channel !== 'automated-call') return false;
  const number = sender === undefined ? calls[0] : calls.find(({ callerId }) => callerId === sender);
  return number !== undefined && !number.acceptsKeyPress && number.oppositionNumber === undefined;
};

/** What refuses every message like this one under these settings. Pointers are into the message. Empty: nothing. Pure. */
export const messageFaults = (message: Message, advertiser: Advertiser): readonly Missing[] => {
  if (!isSent(message.channel)) return [NOT_SENT];
  const { senderIsRegistered, senderId = '' } = senderFacts({ message, advertiser });
  if (!senderIsRegistered) return [message.sender === undefined ? NO_SENDER : UNKNOWN_SENDER];
  if (!message.isProspecting) return [];
  if (isWithoutMeans(message, advertiser)) return [NO_MEANS_IN_CALLS];
  return isFunctionalCode(senderId) ? [FUNCTIONAL_SENDER] : [];
};

/** What in a subject refuses every prospecting message that has it; `at` points at it. Empty: nothing. Pure. */
export const subjectFaults = (subject: string | undefined, at: string): readonly Missing[] => {
  if (subject === undefined) return [];
  if (subject.trim() === '')
    return [
      missing(
        at,
        { fr: 'Cet objet est vide (SUBJECT_UNRELATED).', en: 'This subject is empty (SUBJECT_UNRELATED).' },
        { fr: 'Donnez un objet qui dit ce qui est proposé.', en: 'Give a subject that says what is offered.' },
      ),
    ];
  if (!feignsReply(subject)) return [];
  return [
    missing(
      at,
      {
        fr: 'Cet objet imite une réponse ou un transfert : chaque message serait refusé (SUBJECT_FAKE_REPLY).',
        en: 'This subject imitates a reply or a forwarded message: every message would be refused (SUBJECT_FAKE_REPLY).',
      },
      {
        fr: 'Ôtez-en « RE : », « TR : » ou « Réponse à votre message ».',
        en: 'Take out "RE:", "TR:" or "Reply to your message".',
      },
    ),
  ];
};

/** A human found that the subject has nothing to do with the offer: on record, and no message can be made from it. */
export const JUDGED_UNRELATED: Missing = /* @__PURE__ */ missing(
  '/subjectJudgement',
  {
    fr: 'Une personne a jugé l’objet sans rapport avec l’offre : chaque message serait refusé (SUBJECT_UNRELATED).',
    en: 'A human found the subject unrelated to the offer: every message would be refused (SUBJECT_UNRELATED).',
  },
  {
    fr: 'Enregistrez une nouvelle version dont l’objet dit ce qui est proposé.',
    en: 'Store a new version whose subject says what is offered.',
  },
  'PUT /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
);
