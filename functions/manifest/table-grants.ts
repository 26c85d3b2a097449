/** The rooms of the table: how the partition keys of each begin, as IAM compares them (`dynamodb:LeadingKeys`). */
export const ROOMS = {
  contact: 'CONTACT#*',
  request: 'REQUEST#*',
  person: 'PERSON#*',
  confirmation: 'CONFIRMATION#*',
  code: 'CODE#*',
  message: 'MESSAGE#*',
  campaign: 'CAMPAIGN#*',
  campaigns: 'CAMPAIGNS#*',
  run: 'RUN#*',
  pace: 'PACE#*',
  due: 'DUE#*',
  review: 'REVIEW#*',
  reviews: 'REVIEWS#*',
  advertiser: 'ADVERTISER#*',
  advertisers: 'ADVERTISERS',
  form: 'FORMS#*',
  template: 'TEMPLATES#*',
  siren: 'SIREN#*',
  identity: 'IDENTITY#*',
  'reply-code': 'REPLYCODE#*',
  key: 'APIKEY#*',
  keys: 'APIKEYS',
  'advertiser-key': 'ADVERTISERKEY#*',
  parked: 'PARKED',
  audience: 'AUDIENCE#*',
  list: 'LIST#*',
  job: 'JOBS#*',
  halts: 'HALTS',
  round: 'ROUND',
  expiry: 'EXPIRY#*',
  deletion: 'DELETIONS#*',
  proof: 'PROOF#*',
  rights: 'RIGHTS#*',
  opposed: 'OPPOSED#*',
  notification: 'NOTIFICATIONS#*',
  partner: 'PARTNERS#*',
  text: 'TEXT#*',
} as const;

/** The same of each index of the table. */
export const INDEX_ROOMS = {
  MessagesOfContact: 'CONTACT#*',
  MessagesOfDay: 'MESSAGES#*',
  MessagesByReference: 'REFERENCE#*',
  MessagesByProviderId: 'PROVIDERID#*',
} as const;

/** What can be done with items; a part of a transaction is what it would be alone. */
type Verb = 'get' | 'get-many' | 'query' | 'put' | 'update' | 'delete' | 'delete-many' | 'check';

/** One kind of access to one room: `put:contact`; or the query of an index: `list:MessagesOfDay`. */
export type TableGrant = `${Verb}:${keyof typeof ROOMS}` | `list:${keyof typeof INDEX_ROOMS}`;

type Grants = readonly TableGrant[];

/** To append to the ledger of a contact. */
const ON_LEDGER = ['get:contact', 'query:contact', 'put:contact', 'update:contact'] as const satisfies Grants;
/** The same where no opposition need be left: when the standing ends follows from the settings of its advertiser. */
export const APPENDING = [...ON_LEDGER, 'get:advertiser'] as const satisfies Grants;
/** To answer a repeated request as the first. */
export const REPEATABLE = ['get:request', 'put:request'] as const satisfies Grants;
/** To record that contacts are one human. */
export const LINKING = ['get:person', 'put:person'] as const satisfies Grants;
/** To say whether a consent or a sale can be used. */
export const JUDGING = ['get:form', 'get:reviews'] as const satisfies Grants;
/** To register an opposition, also at contacts and people that cannot be read. */
export const OPPOSING = [...ON_LEDGER, ...REPEATABLE, ...LINKING, 'update:person'] as const satisfies Grants;
/** To look at the message that was opposed, and to open the review of its template after a complaint. */
export const COMPLAINING = [
  ...(['get:message', 'get:template', 'put:reviews', 'update:reviews'] as const),
] as const satisfies Grants;
/** To find the recipient of a campaign by the id of its message. */
export const FINDING_RECIPIENTS = ['get:message', 'get:run', 'get:campaign'] as const satisfies Grants;
/** To list causes with what each is about. */
export const LISTING_CAUSES = [
  ...(['get:advertiser', 'get:form', 'get:template', 'query:reviews', 'query:review', 'get-many:contact'] as const),
] as const satisfies Grants;
/** To decide a cause, and to undo the opposition of a doubtful reply. */
export const DECIDING = [
  ...(['get:reviews', 'update:reviews', 'put:review', 'put:due'] as const),
  ...APPENDING,
  ...LINKING,
] as const satisfies Grants;
/** To show what is known of a contact, and what of it can be used. */
export const SHOWING = ['get:advertiser', 'get:contact', 'get:form', 'get:reviews'] as const satisfies Grants;
/** What the bytes of a message are made from. */
export const MAKING = [
  ...(['query:contact', 'query:opposed', 'get:advertiser', 'get:form', 'get:template', 'get:reviews'] as const),
] as const satisfies Grants;
/** To see whose campaigns are left without a sender. */
const LIVE_CAMPAIGNS = [
  'query:campaigns',
  'get-many:campaign',
  'get:campaign',
  'query:campaign',
] as const satisfies Grants;
/** To put settings in force. */
export const SETTLING = [
  ...(['get:advertiser', 'query:advertiser', 'put:advertiser', 'check:advertiser', 'put:advertisers'] as const),
  ...(['get:siren', 'put:siren', 'query:identity', 'put:identity', 'put:reply-code'] as const),
  ...LIVE_CAMPAIGNS,
] as const satisfies Grants;
/** To say who may speak as whom, and to take from the settings what is released. */
export const BINDING = [
  ...(['get:advertiser', 'query:advertiser', 'put:advertiser'] as const),
  ...(['get:siren', 'put:siren', 'delete:siren', 'query:identity', 'put:identity', 'delete:identity'] as const),
  ...LIVE_CAMPAIGNS,
] as const satisfies Grants;
/** To make the rows of the audience index. */
export const PROJECTING = [
  ...(['get:contact', 'delete:contact', 'get:advertiser', 'put:audience', 'delete:audience'] as const),
] as const satisfies Grants;
/** To make due what partners must be notified of, and to close what need not be given. */
export const NOTIFYING_PARTNERS = [
  ...(['get:contact', 'query:contact', 'get:partner', 'query:partner', 'put:partner'] as const),
  ...(['put:notification', 'delete:notification'] as const),
] as const satisfies Grants;
/** To create an API key. */
export const CREATING_KEYS = ['get:key', 'check:key', 'put:key', 'put:keys'] as const satisfies Grants;
