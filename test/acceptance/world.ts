import type { Advertising, Identity } from './identity.ts';
import type { CaseFacts } from './scenario.ts';

/** Fields of a request body, as the API takes them. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a named human decides of a cause, when the API asks for it. */
export interface DecisionToTake {
  /** `template:notice@1`, `sale-type:free-account`… */
  readonly cause: string;
  readonly decision: 'allowed' | 'refused';
  readonly reason: string;
}

/**
 * The recorded facts of one scenario: bodies of requests of the public API, and no conclusion among them. `undefined`:
 * nothing of that kind is recorded.
 */
export interface World {
  readonly identity: Identity;
  readonly facts: CaseFacts;
  /** The moment of asking, ms since the epoch: ages count from it. */
  readonly now: number;
  readonly settings: Fields;
  /** The form version that consent and sale cite. */
  readonly form: Fields | undefined;
  readonly template: Fields | undefined;
  readonly declared: Fields;
  readonly opposition: Fields | undefined;
  readonly sale: Fields | undefined;
  readonly consent: Fields | undefined;
  readonly activity: Fields | undefined;
  readonly decisions: readonly DecisionToTake[];
  /** What a human found or wrote down, which the file supplies: nothing here decides it. */
  readonly supplied: readonly string[];
  readonly message: Fields;
  /** What the message says, where it is not the usual offer. */
  readonly says: { readonly says?: string; readonly subject?: string };
  /** Final bytes of a message that leaves elsewhere; absent: the verdict is asked before any bytes exist. */
  readonly bytes: Fields | undefined;
}

export const NAME = 'Maison Ablette';
export const LEGAL_NAME = 'Maison Ablette SAS';
export const SISTER = 'Ablette Voyages SAS';
export const COLLECTOR = 'Gazette du Marais SARL';
export const SENDER_EMAIL = 'lettre@maison-ablette.example';
export const SENDER_ID = 'ABLETTE';
/** The mailbox and the number on which the advertiser hears oppositions. */
export const OPPOSITION_INBOX = 'stop@maison-ablette.example';
export const OPPOSITION_NUMBER = '+33162000180';
/** The code on which STOP is heard. */
export const REPLY_CODE = '36180';
/** A number that a calling machine may show (open range 0162). */
export const CALLER_ID = '+33162000123';
/** What was sold, and what the message offers. */
export const SOLD = 'garden-tools';
export const OFFERED = 'seeds';
/** Where the address of a professional stands who did not give it. */
export const PROSPECT_FILE = 'Fichier des prospects';
/** What the recipient does for a living. */
export const FUNCTION = 'head-gardener';
export const FORM = { formId: 'collecte', version: '1' } as const;
export const TEMPLATE = { templateId: 'notice', version: '1' } as const;
export const NOTICE_URL = 'https://maison-ablette.example/donnees-personnelles';

const DAY = 86_400_000;
/** So many days before the moment of asking. */
export const daysAgo = (world: Pick<World, 'now'>, days: number): string =>
  new Date(world.now - days * DAY).toISOString();

/** SHA-256 values that stand for files on the advertiser's shelves. */
export const SHOWN = { sha256: '3c'.repeat(32), mediaType: 'image/png' } as const;
export const PROOF = { sha256: '7e'.repeat(32), mediaType: 'application/pdf' } as const;
export const APPROVER = { name: 'Hélène Marchand, déléguée à la protection des données' } as const;

const STATED_BASES = {
  consent: 'consent',
  'existing-customer': 'existing-customer',
  'legitimate-interest-b2b': 'professional-interest',
} as const;

const statedBasisOf = ({ legalBasisClaimed, recipientKind }: CaseFacts): Fields => {
  if (legalBasisClaimed === 'none') return {};
  const isInterest = legalBasisClaimed === 'legitimate-interest-b2b';
  return { basis: isInterest && recipientKind === 'legal-person' ? 'legal-person' : STATED_BASES[legalBasisClaimed] };
};

/** From where the advertiser writes, by channel. */
export const SENDERS: Readonly<Record<string, string>> = {
  email: SENDER_EMAIL,
  sms: SENDER_ID,
  mms: SENDER_ID,
  'automated-call': CALLER_ID,
};

/** Other senders of the advertiser, which look as like the first as a forged one does. */
export const SECOND_SENDERS: Readonly<Record<string, string>> = {
  email: 'lettres@maison-ablette.example',
  sms: 'ABLETTE2',
  mms: 'ABLETTE2',
  'automated-call': '+33162000132',
};

/** An advertiser with one sender a channel, and no map of goods or functions yet. */
export const settingsOf = ({ siren }: Pick<Advertising, 'siren'>): Fields => ({
  siren,
  legalName: LEGAL_NAME,
  tradeNames: [NAME],
  postalAddress: '3 quai des Saules, 79510 Coulon',
  contact: { email: 'bonjour@maison-ablette.example' },
  privacyNoticeUrl: NOTICE_URL,
  senders: {
    email: [{ address: SENDER_EMAIL, name: NAME }],
    sms: [{ senderId: SENDER_ID, replyCode: REPLY_CODE }],
    calls: [{ callerId: CALLER_ID, oppositionNumber: OPPOSITION_NUMBER }],
  },
});

/** The same with its other senders, and where it hears oppositions to what other systems send. */
const settingsWithAllSenders = (identity: Identity): Fields => ({
  ...settingsOf(identity),
  oppositionInbox: OPPOSITION_INBOX,
  senders: {
    email: [SENDER_EMAIL, SECOND_SENDERS.email].map((address) => ({ address, name: NAME })),
    sms: [SENDER_ID, SECOND_SENDERS.sms].map((senderId) => ({ senderId, replyCode: REPLY_CODE })),
    calls: [CALLER_ID, SECOND_SENDERS['automated-call']].map((callerId) => ({
      callerId,
      oppositionNumber: OPPOSITION_NUMBER,
    })),
  },
});

const SOURCES = { person: 'data-subject', 'third-party': 'third-party', 'public-source': 'public-source' } as const;
export const sourceOf = ({ collectedFrom }: CaseFacts): string => SOURCES[collectedFrom];

/** A telephone number shows nothing of who holds it: the registry does. */
const numberOfRegistry = ({ otherSiren }: Identity, { channel, recipientKind }: CaseFacts): Fields =>
  channel === 'email' || recipientKind === 'consumer' ? {} : { organisation: { siren: otherSiren } };

/** The world before any conclusion: an advertiser, a contact of that kind, the message, and nothing to found it. */
export const bareWorld = (identity: Identity, facts: CaseFacts, now: number): World => ({
  identity,
  facts,
  now,
  settings: settingsWithAllSenders(identity),
  form: undefined,
  template: undefined,
  declared: { kind: facts.recipientKind, source: sourceOf(facts), ...numberOfRegistry(identity, facts) },
  opposition: undefined,
  sale: undefined,
  consent: undefined,
  activity: undefined,
  decisions: [],
  supplied: [],
  says: {},
  message: {
    contact: identity.contact,
    channel: facts.channel,
    purpose: 'own-offers',
    offerCategory: OFFERED,
    ...statedBasisOf(facts),
    ...(SENDERS[facts.channel] === undefined ? {} : { sender: SENDERS[facts.channel] }),
    ...(facts.channel === 'email' ? { subject: 'Nos semences de printemps' } : {}),
  },
  bytes: undefined,
});
