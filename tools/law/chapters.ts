import { CUSTOMER } from '#shared/law/reasons/customer.ts';
import { PROFESSIONAL } from '#shared/law/reasons/professional.ts';
import type { Reason } from '#shared/law/reasons/reason.ts';
import { type ReasonCode, reasonOf } from '#shared/law/reasons/reasons.ts';

/** A chapter of the law page: what a reader looks for together, and what its rows do not say by themselves. */
export interface ChapterPlan {
  readonly id: string;
  readonly title: string;
  /** Sentences before the tables; `CODE` between backticks. */
  readonly notes: readonly string[];
}

const WHAT_IS_JUDGED: ChapterPlan = {
  id: 'scope',
  title: 'Scope and class',
  notes: [
    'Every message counts as prospecting, unless it is made from a stored template that a named human approved as something else. An order confirmation made from such a template (class `transactional`) is not prospecting. It is sent also to people who objected, and only the rows marked “also messages that are not prospecting” concern it.',
    'An offer in the template changes that. A price, a discount, a named product or a call to buy sends the template to a human. Its messages do not wait for that human: they are judged as prospecting, with the note `MIXED_CONTENT_REQUALIFIED`, until the human says that it is no offer. Parts of the template that are marked as advertising are treated differently: where prospecting is refused, these parts are left out and the rest is sent (`PROSPECTING_BLOCKS_LEFT_OUT`). A survey or another relational message always waits for a human first.',
    'Channels: e-mail, SMS, MMS and automated calls. Abroad: in the European Economic Area (Belgium, for instance), the United Kingdom and Switzerland, consent is the only basis, so a customer there who never consented gets nothing. In any other country nothing is sent.',
  ],
};

const OPPOSITION: ChapterPlan = {
  id: 'opposition',
  title: 'Opposition',
  notes: [
    'An opposition is stronger than every basis. Aval looks for it again at the moment of hand-off. A STOP ends SMS and MMS; the link in an e-mail ends e-mail; “no more advertising” ends everything. A purchase, a new account or an import never lifts an opposition. Only a later consent does, given by the person and proven, within its own scope.',
    'A person who withdraws a consent, or refuses when the address is collected, also opposes.',
  ],
};

const CONSENT: ChapterPlan = {
  id: 'consent',
  title: 'Consent',
  notes: [
    'A consent is for one channel, one purpose (own offers, partners’ offers, tracking) and one legal person. Consent to e-mail and SMS has no fixed term, but ends with retention. Consent to calls ends after a year.',
    'Nobody may be written to in order to ask for a missing consent.',
  ],
};

const EXISTING_CUSTOMER: ChapterPlan = {
  id: 'existing-customer',
  title: 'Existing-customer exception',
  notes: [
    'A customer may get e-mails, SMS and MMS without consent when every condition below is met, and only for the advertiser’s own offers.',
    'The advertiser says in advance which goods or services are analogous: a map in its settings gives, for each category sold, the categories that may be offered, with a justification. A category is analogous to itself. Another category (glassware to a buyer of wine) is analogous only if the map says so; else the reason is `SOFT_OPT_IN_NOT_ANALOGOUS`.',
  ],
};

const PROFESSIONALS: ChapterPlan = {
  id: 'professionals',
  title: 'Professionals and legal persons',
  notes: [
    'A professional may be written to without consent about matters of the profession, once informed and free to refuse. A map in the advertiser’s settings says which offers concern which function, with a justification. An offer that the map does not list gets `B2B_PROFESSION_LINK_NOT_SHOWN`. The generic address of a company (contact@, info@) needs no consent either: `OK_LEGAL_PERSON`. An opposition counts in both cases. An address that names a person is a professional’s, not a generic one.',
    'The origin of the address counts too. An address that somebody typed from a public page or a directory, or that another firm passed on, may be used: the person is informed, and the first message names the source (`SOURCE_MENTION_MISSING`, chapter 7). An address that a program collected in bulk (`COLLECTION_UNFAIR`), or that was guessed from a name (`B2B_ADDRESS_GUESSED`), may never be used.',
    '`BASIS_NOT_AVAILABLE_FOR_CHANNEL` has three cases: a recipient abroad, where consent is the only basis; a professional by automated call, unless the advertiser recorded the other reading; a legal person by anything but e-mail. It says nothing of customers in France: for calls to them see `SOFT_OPT_IN_CHANNEL_NOT_COVERED` in chapter 4.',
  ],
};

const EVIDENCE: ChapterPlan = {
  id: 'evidence',
  title: 'Evidence',
  notes: [
    'A basis is worth what can be proved of it: the wording shown, the act, what was shown before the act, when and to whom. Evidence is observed by Aval, declared by the advertiser, or reconstructed from an archive; each verdict says which.',
  ],
};

const FORM: ChapterPlan = {
  id: 'form',
  title: 'Information and form',
  notes: [
    'These rows apply whatever the basis. They are checked in the final bytes of the message, after Aval has added what was missing.',
  ],
};

const RETENTION: ChapterPlan = {
  id: 'retention',
  title: 'Retention',
  notes: [
    'The last contact is an act of the person: an order, a login, a reply, a call, a visit, a click by a human. To open a message is not such an act, nor is a message that the advertiser sends. Without any act, the term runs from the collection. A customer’s term runs from the last order or the end of the contract.',
    'In the last thirty days of the term one message may ask whether the person wants to stay. It is made from a template of the class `renewal-request` and offers nothing. Like prospecting, it needs a basis, lawful hours and means to oppose. Without a clear yes the data serve no more: they are deleted or archived.',
  ],
};

const LIMITS: ChapterPlan = {
  id: 'limits',
  title: 'Limits: sector, minors, sensitive data',
  notes: [
    'Consent does not lift the ban on a sector. A person of unknown age counts as an adult, unless the offer is for children.',
  ],
};

const FREQUENCY: ChapterPlan = {
  id: 'frequency',
  title: 'Frequency',
  notes: ['The message waits for the first day on which it may be sent. It is refused if its validity ends before.'],
};

const HOURS: ChapterPlan = {
  id: 'hours',
  title: 'Hours and days',
  notes: [
    'Hours are those of the place where the recipient lives. Where that is not known, the hour must be lawful in every place where the number may ring. E-mail has no hours.',
    'A promotional SMS or MMS may be sent from Monday to Saturday, from 8:00 to 21:30, and not on a public holiday. One that is due on a Sunday is sent on Monday at 8:00, if it is still valid then (on Tuesday, if Monday is a holiday). The charter of March 2026 itself requires the hours alone. Since then Sundays and holidays are a courtesy, in the same rows, which the advertiser may turn off; the charter of 2024 closed them. The advertiser’s own hours may be stricter. An automated call to a consumer may be made from Monday to Friday, from 10:00 to 13:00 and from 14:00 to 20:00.',
    'A message waits no longer than its validity: the one that was asked for, else 24 hours for SMS, MMS and calls, and 72 hours for e-mail. One that cannot be sent before that is refused for good: `VALIDITY_PASSED`. So an SMS of Saturday evening at 22:00, valid for 24 hours, is never sent.',
  ],
};

/** In the order in which a lawyer asks: is it prospecting, may this person get it, with what proof, how, and when. */
export const CHAPTERS: readonly ChapterPlan[] = [
  ...[WHAT_IS_JUDGED, OPPOSITION, CONSENT, EXISTING_CUSTOMER, PROFESSIONALS, EVIDENCE],
  ...[FORM, RETENTION, LIMITS, FREQUENCY, HOURS],
];

/** Reasons on a basis go by the file of reasons that holds them. */
const ofBasis = (code: string): ChapterPlan => {
  if (code in CUSTOMER) return EXISTING_CUSTOMER;
  return code in PROFESSIONAL ? PROFESSIONALS : CONSENT;
};

const OF_GROUP: Readonly<Record<Reason['group'], ChapterPlan | undefined>> = {
  input: WHAT_IS_JUDGED,
  'rule-pack': WHAT_IS_JUDGED,
  'message-class': WHAT_IS_JUDGED,
  opposition: OPPOSITION,
  protection: LIMITS,
  recipient: PROFESSIONALS,
  'basis-allowed': undefined,
  basis: undefined,
  evidence: EVIDENCE,
  retention: RETENTION,
  form: FORM,
  frequency: FREQUENCY,
  time: HOURS,
  'hand-off': WHAT_IS_JUDGED,
  positive: WHAT_IS_JUDGED,
};

/** The chapter of a sentence: it follows from the group of its reason, so that no list is to be kept. */
export const chapterOf = (code: ReasonCode): ChapterPlan => {
  const group = reasonOf(code)?.group;
  return (group === undefined ? undefined : OF_GROUP[group]) ?? ofBasis(code);
};
