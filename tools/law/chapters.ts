import type { ReasonCode } from '#shared/law/reasons/reasons.ts';

/** A chapter of the law page: what a reader looks for together, and what its rows do not say by themselves. */
export interface ChapterPlan {
  readonly id: string;
  readonly title: string;
  /** Sentences before the tables; `CODE` between backticks. */
  readonly notes: readonly string[];
  readonly codes: readonly ReasonCode[];
}

const SCOPE: ChapterPlan = {
  id: 'scope',
  title: 'Scope and class',
  notes: [
    'Every message is prospecting, unless it is made from a stored template that a named human approved as something else. An order confirmation of such a template (transactional) is not prospecting: it goes also to those who objected, and only rows marked “also what is no prospecting” concern it.',
    'An offer in it changes that. A price, a discount, a named product or a call to buy sends the template to a human; its messages do not wait for that human: they are judged as prospecting, with the note `MIXED_CONTENT_REQUALIFIED`, until one says that it is no offer. Parts of it that are marked as advertising are another matter: they are left out where prospecting is refused, and the rest is sent (`PROSPECTING_BLOCKS_LEFT_OUT`). A survey or other relational message always waits for a human first.',
    'Channels: e-mail, SMS, MMS and automated calls. Abroad: in the European Economic Area (Belgium, for instance), the United Kingdom and Switzerland, consent is the only basis, so a customer there who never consented gets nothing; anywhere else nothing leaves. `BASIS_NOT_AVAILABLE_FOR_CHANNEL` says that abroad, and in France says it of automated calls to professionals, and of anything but e-mail to legal persons; of customers in France it says nothing: for calls to them see `SOFT_OPT_IN_CHANNEL_NOT_COVERED`.',
  ],
  codes: ['CHANNEL_UNSUPPORTED', 'RULE_PACK_MISSING', 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', 'CLASS_UNCERTAIN'],
};

const OPPOSITION: ChapterPlan = {
  id: 'opposition',
  title: 'Opposition',
  notes: [
    'An opposition wins over every basis, and is asked again at the moment of hand-off. A STOP closes SMS and MMS; a link in a mail closes e-mail; “no more advertising” closes everything. A purchase, a new account or an import never reopens: only a later, personal and proven consent does, in its own scope.',
    'Withdrawing a consent, or refusing when the address is given, is an opposition too.',
  ],
  codes: ['OPPOSED_GLOBAL', 'OPPOSED_CHANNEL', 'OPPOSED_PURPOSE', 'OPPOSED_AFTER_DECISION', 'REOPT_IN_NOT_VALID'],
};

const CONSENT: ChapterPlan = {
  id: 'consent',
  title: 'Consent',
  notes: [
    'A consent is for one channel, one purpose (own offers, partners’ offers, tracking) and one legal person. Consent to e-mail and SMS has no fixed term but ends with retention; consent to calls ends after a year.',
    'Nobody may be written to in order to ask for a consent that is missing.',
  ],
  codes: [
    ...([
      'CONSENT_MISSING',
      'CONSENT_MECHANISM_INVALID',
      'CONSENT_WRONG_CHANNEL',
      'CONSENT_CHANNEL_UNCERTAIN',
    ] as const),
    ...(['CONSENT_WRONG_PURPOSE', 'CONSENT_WRONG_CONTROLLER', 'CONSENT_PENDING_CONFIRMATION'] as const),
    ...(['CONSENT_WITHDRAWN', 'CONSENT_EXPIRED', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'] as const),
    ...(['PARTNER_NOT_NAMED_AT_COLLECTION', 'PARTNER_CHAIN_BROKEN'] as const),
  ],
};

const EXISTING_CUSTOMER: ChapterPlan = {
  id: 'existing-customer',
  title: 'Existing-customer exception',
  notes: [
    'A customer may get e-mails, SMS and MMS without consent when every condition below is met. For the advertiser’s own offers only.',
    'What is analogous to what was sold is for the advertiser to say, beforehand: a map in its settings says for each category sold which categories may be offered, with a justification. The same category is analogous to itself; another one (glassware to a buyer of wine) only if the map says so, else `SOFT_OPT_IN_NOT_ANALOGOUS`.',
  ],
  codes: [
    ...(['SOFT_OPT_IN_CHANNEL_NOT_COVERED', 'SOFT_OPT_IN_NO_SALE', 'SOFT_OPT_IN_FREEMIUM_REVIEW'] as const),
    ...(['SOFT_OPT_IN_DIFFERENT_PERSON', 'SOFT_OPT_IN_INDIRECT_COLLECTION', 'SOFT_OPT_IN_NOTICE_MISSING'] as const),
    ...(['SOFT_OPT_IN_NO_REFUSAL_OFFERED', 'SOFT_OPT_IN_REFUSED_AT_COLLECTION', 'SOFT_OPT_IN_NOT_ANALOGOUS'] as const),
  ],
};

const PROFESSIONALS: ChapterPlan = {
  id: 'professionals',
  title: 'Professionals and legal persons',
  notes: [
    'A professional may be written to without consent about what concerns the function, once told and free to refuse. Which offers concern which function is a map in the advertiser’s settings, with a justification; what it does not list is `B2B_PROFESSION_LINK_NOT_SHOWN`. The role address of a company (contact@, info@) needs no consent either: `OK_LEGAL_PERSON`. An opposition is honoured in both cases. An address that names a person is a professional’s, not a role address.',
    'Where the address comes from counts twice. One that somebody typed from a public page or a directory, or that another firm passed on, may be used: its owner is told, and the first message names the source (`SOURCE_MENTION_MISSING`, chapter 7). One that a machine collected in bulk (`COLLECTION_UNFAIR`), or that was guessed from a name (`B2B_ADDRESS_GUESSED`), may never be used. Automated calls ask for consent all the same, unless the advertiser recorded the other reading (chapter 1).',
  ],
  codes: [
    ...(['RECIPIENT_KIND_UNKNOWN', 'LEGAL_PERSON_UNCERTAIN', 'B2B_PROFESSION_LINK_NOT_SHOWN'] as const),
    ...(['B2B_NOTICE_MISSING', 'B2B_ADDRESS_GUESSED', 'COLLECTION_UNFAIR'] as const),
  ],
};

const EVIDENCE: ChapterPlan = {
  id: 'evidence',
  title: 'Evidence',
  notes: [
    'A basis counts for what can be proved of it: the wording shown, the act, what was shown before the act, when and to whom. Evidence is observed by Aval, declared by the advertiser, or reconstructed from an archive; each verdict says which.',
  ],
  codes: ['EVIDENCE_MISSING', 'EVIDENCE_INCOMPLETE', 'EVIDENCE_TAMPERED', 'EVIDENCE_NOT_HELD_BY_US'],
};

const FORM: ChapterPlan = {
  id: 'form',
  title: 'Information and form',
  notes: ['Whatever the basis. Read in the final bytes of the message, after Aval has put in what is missing.'],
  codes: [
    ...(['ADVERTISER_HIDDEN', 'AD_NOT_RECOGNISABLE', 'OPPOSITION_MENTION_MISSING'] as const),
    ...(['OPPOSITION_ROAD_NOT_WORKING', 'OPPOSITION_NOT_FREE', 'PROCESSING_NOTICE_MISSING'] as const),
    ...(['SOURCE_MENTION_MISSING', 'SUBJECT_FAKE_REPLY', 'SUBJECT_UNRELATED'] as const),
    ...(['SENDER_ID_INVALID', 'CALLER_ID_FORBIDDEN'] as const),
  ],
};

const RETENTION: ChapterPlan = {
  id: 'retention',
  title: 'Retention',
  notes: [
    'The last contact is an act of the person: an order, a login, a reply, a call, a visit, a click by a human. Opening a message is none, nor is a message that the advertiser sends. Without any, the term runs from the collection. A customer’s term runs from the last order or the end of the contract.',
    'In the last thirty days of the term one message may ask whether the person wants to stay: a template of the class renewal-request, which offers nothing and needs a basis, lawful hours and means to oppose, as prospecting does. Without an answer the data expire.',
  ],
  codes: [
    ...(['RETENTION_EXPIRED', 'RETENTION_EXPIRED_CUSTOMER'] as const),
    ...(['RENEWAL_AFTER_OPPOSITION', 'RENEWAL_ALREADY_ASKED', 'RENEWAL_TOO_EARLY'] as const),
  ],
};

const LIMITS: ChapterPlan = {
  id: 'limits',
  title: 'Limits: sector, minors, sensitive data',
  notes: [
    'Consent does not lift the ban on a sector. An unknown age counts as adult, unless the offer is for children.',
  ],
  codes: [
    ...(['SECTOR_BAN_HOME_ENERGY', 'SECTOR_BAN_UNCERTAIN'] as const),
    ...(['MINOR_CONSENT_INVALID', 'MINOR_CONSENT_UNCERTAIN', 'SENSITIVE_TARGETING'] as const),
  ],
};

const FREQUENCY: ChapterPlan = {
  id: 'frequency',
  title: 'Frequency',
  notes: ['The message waits for the day on which it may leave, or is refused if its own validity ends before.'],
  codes: ['FREQUENCY_CAP', 'ATTEMPT_QUOTA'],
};

const HOURS: ChapterPlan = {
  id: 'hours',
  title: 'Hours and days',
  notes: [
    'Where the recipient lives; where that is not known, in every place where the number may ring. E-mail has no hours.',
    'A promotional SMS or MMS may leave from Monday to Saturday, from 8:00 to 21:30, not on a public holiday: one that is due on a Sunday leaves on Monday at 8:00, if it is still valid then (on Tuesday, if Monday is a holiday). Of this the charter of March 2026 itself asks for the hours alone: Sundays and holidays are a courtesy since then, told by the same rows, which the advertiser may turn off (the charter of 2024 closed them); an advertiser’s own hours may be stricter. An automated call to a consumer may leave from Monday to Friday, from 10:00 to 13:00 and from 14:00 to 20:00.',
    'A message waits no longer than its validity: as asked, else 24 hours for SMS, MMS and calls, 72 hours for e-mail. One that cannot leave before is refused for good: `VALIDITY_PASSED`. So an SMS of Saturday evening at 22:00, with the validity of 24 hours, never leaves.',
  ],
  codes: [
    ...(['QUIET_HOURS_SMS', 'PUBLIC_HOLIDAY', 'TIMEZONE_AMBIGUOUS', 'QUIET_HOURS_VOICE'] as const),
    ...(['PUBLIC_HOLIDAY_VOICE', 'HELD_AFTER_ANNULMENT'] as const),
  ],
};

/** In the order in which a lawyer asks: is it prospecting, may this person get it, with what proof, how, and when. */
export const CHAPTERS: readonly ChapterPlan[] = [
  ...[SCOPE, OPPOSITION, CONSENT, EXISTING_CUSTOMER, PROFESSIONALS, EVIDENCE],
  ...[FORM, RETENTION, LIMITS, FREQUENCY, HOURS],
];
