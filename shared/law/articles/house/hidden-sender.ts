import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { goesOutsideProspecting } from '../../readings/class-of.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/**
 * House rule: L. 34-5, al. 5 forbids hiding the advertiser “à des fins de prospection directe” alone; here every message says
 * from whom it comes. For SMS the charter of af2m asks the same (§ B.1.1). No text asks that a mailbox be registered here:
 * that, too, is ours, since anybody can write a name before an address of their own.
 */
const NAMED_SENDER = article({
  id: 'house-named-sender/2026-11-24',
  code: 'Règle interne',
  number: 'expéditeur nommé',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});

const isUnknownMailbox = ({ channel, senderIsRegistered }: Facts) => channel === 'email' && !senderIsRegistered;
const isUnknownNumber = ({ channel, senderIsRegistered }: Facts) => channel === 'automated-call' && !senderIsRegistered;

/** Neither the message nor the name that a mail shows is the advertiser's. */
export const dissimulates = (facts: Facts): boolean =>
  !facts.namesAdvertiser || (facts.channel === 'email' && facts.senderIsRegistered && !facts.senderShowsTheAdvertiser);

/** A consumer is called from a number that was never registered, by a message that names the advertiser. */
export const showsAnUnknownNumber = (facts: Facts): boolean =>
  isUnknownNumber(facts) && facts.isConsumer && !dissimulates(facts);

/** What no text forbids: all of it where the message is no prospecting, else where it comes from. */
const comesFromNobodyKnown = (facts: Facts): boolean => {
  const isUnknown = isUnknownMailbox(facts) || isUnknownNumber(facts);
  if (goesOutsideProspecting(facts)) return isUnknown || dissimulates(facts);
  return isUnknown && !dissimulates(facts) && !showsAnUnknownNumber(facts);
};

/** In which way it dissimulates: what a text speaks of, which asks for no registration. */
export const howItHides = ({ namesAdvertiser }: Facts): string =>
  namesAdvertiser ? 'name-not-registered' : 'not-in-bytes';
/** Where it comes from a mailbox or number that nobody registered. */
export const NOT_REGISTERED = 'sender-not-registered';

export const hiddenSender = NAMED_SENDER.forbids('ADVERTISER_HIDDEN', {
  rule: 'Tout message, même s’il n’est pas de la prospection, indique de qui il vient, et vient d’une adresse ou d’un numéro que l’annonceur a enregistré.',
  concerns: { everyClass: true },
  when: comesFromNobodyKnown,
  detail: (facts) => (isUnknownMailbox(facts) || isUnknownNumber(facts) ? NOT_REGISTERED : howItHides(facts)),
});
export const hiddenSenderExamples: readonly Example[] = [
  ['an offer from a mailbox never registered', { senderIsRegistered: false }, 'forbidden'],
  [
    'a call to a hotelier, from a number never registered',
    { channel: 'automated-call', senderIsRegistered: false, isConsumer: false },
    'forbidden',
  ],
  [
    'a call to a consumer, which the law forbids',
    { channel: 'automated-call', senderIsRegistered: false },
    'not forbidden',
  ],
  [
    'a call from a number never registered, which is no prospecting',
    { declaredClass: 'transactional', channel: 'automated-call', senderIsRegistered: false },
    'forbidden',
  ],
  [
    'an order confirmation from a mailbox never registered',
    { declaredClass: 'transactional', senderIsRegistered: false },
    'forbidden',
  ],
  ['an order confirmation that names nobody', { declaredClass: 'transactional', namesAdvertiser: false }, 'forbidden'],
  ['an order confirmation from a registered name', { declaredClass: 'transactional' }, 'not forbidden'],
  ['an offer that names nobody, which the law forbids', { namesAdvertiser: false }, 'not forbidden'],
  [
    'an SMS from a sender never registered, which has a sentence of its own',
    { channel: 'sms', senderIsRegistered: false },
    'not forbidden',
  ],
];
