/** What the texts say of whom a sanction is for: written from the verified texts (`test/texts/`), not from the register. */

export type Channel = 'email' | 'sms' | 'mms' | 'automated-call';
export type Reader = 'consumer' | 'professional' | 'legal-person';
export type Class = 'prospecting' | 'transactional' | 'relational';
export interface Situation {
  readonly channel: Channel;
  readonly reader: Reader;
  readonly class: Class;
}
export const CHANNELS: readonly Channel[] = ['email', 'sms', 'mms', 'automated-call'];
export const READERS: readonly Reader[] = ['consumer', 'professional', 'legal-person'];

const ALL_CLASSES: readonly Class[] = ['prospecting', 'transactional', 'relational'];
const PROSPECTING: readonly Class[] = ['prospecting'];
const PERSONS: readonly Reader[] = ['consumer', 'professional'];
const CALL: readonly Channel[] = ['automated-call'];
const TEXTS: readonly Channel[] = ['sms', 'mms'];

interface Scope {
  readonly channels: readonly Channel[];
  readonly readers: readonly Reader[];
  readonly classes: readonly Class[];
}
const penalOfPersons = { channels: CHANNELS, readers: PERSONS } as const;

/** By the first text of a sanction; the words that say so beside it. */
export const SCOPES: Readonly<Record<string, Scope>> = {
  // Al. 5: « Dans tous les cas, il est interdit d’émettre, à des fins de prospection directe »; al. 8: « les manquements au présent article ».
  'CPCE, art. L. 34-5': { channels: CHANNELS, readers: READERS, classes: PROSPECTING },
  // « données à caractère personnel »: of a natural person, whatever the message.
  'RGPD, art. 83': { ...penalOfPersons, classes: ALL_CLASSES },
  // « concernant une personne physique malgré l’opposition de cette personne, lorsque ce traitement répond à des fins de prospection ».
  'Code pénal, art. 226-18-1': { ...penalOfPersons, classes: PROSPECTING },
  // « collecter des données à caractère personnel ».
  'Code pénal, art. 226-18': { ...penalOfPersons, classes: ALL_CLASSES },
  // « L. 223-1 à L. 223-5 »: « démarcher par téléphone […] un consommateur ».
  'Code de la consommation, art. L. 242-16': { channels: CALL, readers: ['consumer'], classes: PROSPECTING },
  // « Tout contrat conclu avec un consommateur à la suite d’un démarchage téléphonique ».
  'Code de la consommation, art. L. 223-1': { channels: CALL, readers: ['consumer'], classes: PROSPECTING },
  // L. 223-8: « prospection commerciale de consommateurs […] par message sur un service de communications interpersonnelles, par courrier électronique ».
  'Code de la consommation, art. L. 242-16-1': {
    channels: ['email', 'sms', 'mms'],
    readers: ['consumer'],
    classes: PROSPECTING,
  },
  // L. 122-8: « publicités […] adressés par courrier électronique »; L. 122-10: « à destination des professionnels ».
  'Code de la consommation, art. L. 132-26': { channels: ['email'], readers: READERS, classes: PROSPECTING },
  // L. 221-17 and L. 221-16: « contacte un consommateur par téléphone en vue de conclure un contrat ».
  'Code de la consommation, art. L. 242-14': { channels: CALL, readers: ['consumer'], classes: PROSPECTING },
  'Code de la consommation, art. L. 242-12': { channels: CALL, readers: ['consumer'], classes: PROSPECTING },
  // § 2.3.2 f of the plan: « pour des appels ou des messages émis par des systèmes automatisés ».
  'CPCE, art. L. 36-11': { channels: [...CALL, ...TEXTS], readers: READERS, classes: ALL_CLASSES },
  // L. 312-9: « adressée […] par courrier électronique […] le document envoyé au consommateur ».
  'Code pénal, art. 131-13': { channels: ['email'], readers: ['consumer'], classes: PROSPECTING },
  'Code pénal, art. 131-41': { channels: ['email'], readers: ['consumer'], classes: PROSPECTING },
  // « la prospection commerciale des titulaires d’un compte personnel de formation », by phone, message, e-mail or network.
  'Code du travail, art. L. 6323-8-1': { channels: CHANNELS, readers: PERSONS, classes: PROSPECTING },
  // The charter of the operators is about messages; it asks that the sender be named whatever is sent.
  contract: { channels: TEXTS, readers: READERS, classes: ALL_CLASSES },
};

const L34_5 = 'CPCE, art. L. 34-5',
  GDPR = 'RGPD, art. 83',
  OPPOSED = 'Code pénal, art. 226-18-1',
  COLLECTED = 'Code pénal, art. 226-18',
  CALLS = 'Code de la consommation, art. L. 242-16',
  VOID = 'Code de la consommation, art. L. 223-1',
  ENERGY = 'Code de la consommation, art. L. 242-16-1',
  BY_MAIL = 'Code de la consommation, art. L. 132-26',
  NATURE = 'Code de la consommation, art. L. 242-12',
  NUMBER = 'Code de la consommation, art. L. 242-14',
  PLAN = 'CPCE, art. L. 36-11',
  CREDIT = ['Code pénal, art. 131-13', 'Code pénal, art. 131-41'],
  CPF = 'Code du travail, art. L. 6323-8-1';

type Told = readonly string[] | ((situation: Situation) => readonly string[]);
const toPersons =
  (...told: readonly string[]) =>
  ({ reader }: Situation) =>
    reader === 'legal-person' ? [] : told;
const toConsumers =
  (...told: readonly string[]) =>
  ({ reader }: Situation) =>
    reader === 'consumer' ? told : [];
const withoutBasis = [L34_5, GDPR] as const;
const opposed = toPersons(OPPOSED, GDPR, L34_5);
const meansToOppose = ({ channel }: Situation) => (channel === 'email' ? [L34_5, BY_MAIL] : [L34_5]);
/** Without a consent that lasts: of consumers who are called L. 223-1, al. 1 asks for it as well. */
const withoutAgreedCalls = (situation: Situation) => [
  ...toPersons(...withoutBasis)(situation),
  ...(situation.channel === 'automated-call' ? toConsumers(CALLS, VOID)(situation) : []),
];
const homeEnergy = (situation: Situation) =>
  toConsumers(...(situation.channel === 'automated-call' ? [CALLS, VOID] : [ENERGY]))(situation);

/** One relies on a consent, a purchase or a function that is not what L. 34-5 asks: nobody does of a general address. */
const WITHOUT_A_BASIS = [
  ...['CONSENT_PENDING_CONFIRMATION', 'CONSENT_WITHDRAWN', 'CONSENT_WRONG_CHANNEL', 'CONSENT_CHANNEL_UNCERTAIN'],
  ...['CONSENT_WRONG_PURPOSE', 'CONSENT_WRONG_CONTROLLER', 'CONSENT_MECHANISM_INVALID'],
  ...['PARTNER_NOT_NAMED_AT_COLLECTION', 'PARTNER_CHAIN_BROKEN'],
  ...['SOFT_OPT_IN_INDIRECT_COLLECTION', 'SOFT_OPT_IN_NOTICE_MISSING'],
  ...['SOFT_OPT_IN_NO_SALE', 'SOFT_OPT_IN_DIFFERENT_PERSON', 'SOFT_OPT_IN_NOT_ANALOGOUS'],
  ...['SOFT_OPT_IN_NO_REFUSAL_OFFERED', 'SOFT_OPT_IN_FREEMIUM_REVIEW'],
  ...['RECIPIENT_KIND_UNKNOWN', 'LEGAL_PERSON_UNCERTAIN', 'B2B_PROFESSION_LINK_NOT_SHOWN', 'B2B_NOTICE_MISSING'],
  ...['EVIDENCE_MISSING', 'EVIDENCE_INCOMPLETE', 'EVIDENCE_TAMPERED', 'EVIDENCE_NOT_HELD_BY_US'],
  // LIL, art. 45, al. 2: « le traitement n’est licite que si le consentement est donné conjointement ».
  'MINOR_CONSENT_INVALID',
] as const;
/** Art. 5, 8, 12 to 22: what is asked of data whatever they serve. */
const OF_DATA = [
  ...['RETENTION_EXPIRED', 'RETENTION_EXPIRED_CUSTOMER', 'RENEWAL_AFTER_OPPOSITION', 'RENEWAL_ALREADY_ASKED'],
  'SOURCE_MENTION_MISSING',
] as const;
const each = (codes: readonly string[], told: Told) => Object.fromEntries(codes.map((code) => [code, told]));

/** Of each code in force, what a verdict may tell of it on 30 November 2026: by channel and by reader, of prospecting. */
export const TOLD: Readonly<Record<string, Told>> = {
  CONSENT_MISSING: toPersons(...withoutBasis),
  ...each(WITHOUT_A_BASIS, toPersons(...withoutBasis)),
  ...each(OF_DATA, toPersons(GDPR)),
  // L. 34-5, al. 1, “une personne physique”, of a call to a professional; of houses and of countries, rules of ours.
  BASIS_NOT_AVAILABLE_FOR_CHANNEL: ({ channel, reader }) =>
    channel === 'automated-call' && reader === 'professional' ? withoutBasis : [],
  // Of calls to a consumer whose consent is missing, L. 223-1 too.
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: toPersons(...withoutBasis),
  SOFT_OPT_IN_REFUSED_AT_COLLECTION: opposed,
  RELATIONAL_REFUSED: toPersons(GDPR),
  RELATIONAL_REFUSAL_MISSING: toPersons(GDPR),
  OPPOSED_GLOBAL: opposed,
  OPPOSED_CHANNEL: opposed,
  OPPOSED_PURPOSE: opposed,
  OPPOSED_AFTER_DECISION: opposed,
  USE_RESTRICTED: toPersons(GDPR),
  PROCESSING_NOTICE_MISSING: toPersons(GDPR),
  OPPOSITION_MENTION_MISSING: meansToOppose,
  OPPOSITION_ROAD_NOT_WORKING: meansToOppose,
  OPPOSITION_NOT_FREE: [L34_5],
  SUBJECT_FAKE_REPLY: ({ channel }) => (channel === 'email' ? [L34_5] : []),
  SUBJECT_UNRELATED: ({ channel }) => (channel === 'email' ? [L34_5] : []),
  // L. 221-16, al. 1, of calls to a consumer.
  AD_NOT_RECOGNISABLE: ({ channel, reader }) => {
    if (channel === 'email') return [BY_MAIL];
    return channel === 'automated-call' && reader === 'consumer' ? [NATURE] : [];
  },
  ADVERTISER_HIDDEN: ({ channel, reader }) =>
    channel === 'automated-call' && reader === 'consumer' ? [L34_5, NUMBER] : [L34_5],
  CALLER_ID_FORBIDDEN: ({ channel, reader }) =>
    channel === 'automated-call' ? (reader === 'consumer' ? [PLAN, NUMBER] : [PLAN]) : [],
  SENDER_ID_INVALID: ({ channel }) => (TEXTS.includes(channel) ? [PLAN, 'contract'] : []),
  QUIET_HOURS_VOICE: (situation) => (situation.channel === 'automated-call' ? toConsumers(CALLS)(situation) : []),
  PUBLIC_HOLIDAY_VOICE: (situation) => (situation.channel === 'automated-call' ? toConsumers(CALLS)(situation) : []),
  ATTEMPT_QUOTA: (situation) => (situation.channel === 'automated-call' ? toConsumers(CALLS)(situation) : []),
  CONSENT_EXPIRED: withoutAgreedCalls,
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: withoutAgreedCalls,
  TIMEZONE_AMBIGUOUS: ({ channel }) => (TEXTS.includes(channel) ? ['contract'] : []),
  QUIET_HOURS_SMS: ({ channel }) => (TEXTS.includes(channel) ? ['contract'] : []),
  SECTOR_BAN_HOME_ENERGY: homeEnergy,
  SECTOR_BAN_UNCERTAIN: homeEnergy,
  SECTOR_BAN_CPF: [CPF],
  SECTOR_BAN_CPF_UNCERTAIN: [CPF],
  CREDIT_REMINDER_UNCERTAIN: (situation) => (situation.channel === 'email' ? toConsumers(...CREDIT)(situation) : []),
  B2B_ADDRESS_GUESSED: toPersons(COLLECTED, GDPR),
  COLLECTION_UNFAIR: toPersons(COLLECTED, GDPR),
  SENSITIVE_TARGETING: toPersons(GDPR),
};
