import { article } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { EVERY_DAY } from '../../texts/text.ts';

/**
 * House rule: L. 34-5, al. 5 forbids hiding the advertiser “à des fins de prospection directe” alone; here every message says
 * from whom it comes. For SMS the charter of af2m asks the same (§ B.1.1).
 */
const NAMED_SENDER = article({
  id: 'house-named-sender/2026-11-24',
  code: 'Règle interne',
  number: 'expéditeur nommé',
  inForce: EVERY_DAY,
  takenOn: '2026-11-24',
  kind: 'house',
});

const fromUnknownMailbox = (facts: Facts) =>
  facts.channel === 'email' && !(facts.senderIsRegistered && facts.senderShowsTheAdvertiser);
const fromUnknownNumber = (facts: Facts) => facts.channel === 'automated-call' && !facts.senderIsRegistered;

/** The message does not name the advertiser, or comes from a mailbox or number that it never registered. */
export const hidesTheAdvertiser = (facts: Facts): boolean =>
  !facts.namesAdvertiser || fromUnknownMailbox(facts) || fromUnknownNumber(facts);

/** In which way. */
export const howItHides = (facts: Facts): string => {
  if (!facts.senderIsRegistered) return 'sender-not-registered';
  return facts.namesAdvertiser ? 'name-not-registered' : 'not-in-bytes';
};

export const hiddenSender = NAMED_SENDER.forbids('ADVERTISER_HIDDEN', {
  rule: 'Tout message, même s’il n’est pas de la prospection, indique de qui il vient.',
  concerns: { outsideProspecting: true },
  when: hidesTheAdvertiser,
  detail: howItHides,
});
export const hiddenSenderExamples: readonly Example[] = [
  [
    'an order confirmation from a mailbox never registered',
    { declaredClass: 'transactional', senderIsRegistered: false },
    'forbidden',
  ],
  ['an order confirmation that names nobody', { declaredClass: 'transactional', namesAdvertiser: false }, 'forbidden'],
  ['an order confirmation from a registered name', { declaredClass: 'transactional' }, 'not forbidden'],
  ['an offer that names nobody, which the law forbids', { namesAdvertiser: false }, 'not forbidden'],
];
