import * as z from 'zod/mini';

/**
 * The file format of decided cases: a list of scenarios, each with the facts as an authority put them (conclusions
 * included) and the outcome. Facts are closed, so that one this table does not map is told and never passed over;
 * whatever else an entry carries (sources, notes) is not read.
 */
const yes = () => z.optional(z.boolean());
/** A century: a list from before the law is as old as it is. */
const days = () => z.optional(z.number().check(z.gte(0), z.lte(36_525)));

const ConsentConclusions = z.strictObject({
  affirmativeAct: yes(),
  preTicked: yes(),
  separateFromTerms: yes(),
  advertiserNamed: yes(),
  channelsNamed: yes(),
  purposeNamed: yes(),
  informed: yes(),
  freelyGiven: yes(),
  proofKept: yes(),
  doubleOptIn: yes(),
  ageDays: days(),
  obtainedVia: z.optional(z.string()),
});

const CustomerConclusions = z.strictObject({
  saleOrService: z.enum(['sale', 'service', 'free-service', 'quote', 'account-only', 'contest', 'basket', 'lead']),
  sameEntity: yes(),
  similarOffer: yes(),
  informedAtCollection: yes(),
  couldObjectAtCollection: yes(),
  indirectRemuneration: yes(),
});

const MessageConclusions = z.strictObject({
  advertiserIdentified: yes(),
  oppositionMeansOffered: yes(),
  oppositionEffective: yes(),
  oppositionFree: yes(),
  subjectMatchesOffer: yes(),
  commercialContent: yes(),
  inboxAd: yes(),
  /** Ours: what the sender says calls for the message, a reason of a transactional template. Absent: nothing is said. */
  calledForBy: z.optional(z.string()),
  /** Wall clock in Paris, to the minute. */
  localTime: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/))),
});

const Opposition = z.strictObject({
  state: z.enum(['none', 'objected', 'objected-then-consented']),
  channel: z.optional(z.string()),
  daysBeforeSend: days(),
});

export const CaseFacts = z.strictObject({
  channel: z.string(),
  recipientKind: z.enum(['consumer', 'professional', 'sole-trader', 'legal-person']),
  collectedFrom: z.enum(['person', 'third-party', 'public-source']),
  legalBasisClaimed: z.enum(['consent', 'existing-customer', 'legitimate-interest-b2b', 'none']),
  consent: z.optional(ConsentConclusions),
  existingCustomer: z.optional(CustomerConclusions),
  b2b: z.optional(
    z.strictObject({ relatedToProfession: yes(), informedBeforeSend: yes(), couldObjectBeforeSend: yes() }),
  ),
  message: z._default(MessageConclusions, {}),
  opposition: z._default(Opposition, { state: 'none' }),
  lastContactDaysAgo: days(),
  lastOpenDaysAgo: days(),
});
export type CaseFacts = z.infer<typeof CaseFacts>;

/** What an authority decided, or what follows from it: `not-prospecting` is an allow for want of prospecting. */
export const CaseOutcome = z.enum(['allow', 'refuse', 'defer', 'not-prospecting']);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

export const Scenario = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  facts: CaseFacts,
  expected: CaseOutcome,
  /** Another outcome that a sound gateway may give: `defer` here means held, for an hour or for a human. */
  alsoAcceptable: z._default(z.array(CaseOutcome), []),
  /** Of a held message: paths of the facts on which that turns (`facts.consent.preTicked`), the decisive one first. */
  turnsOn: z._default(z.array(z.string().check(z.regex(/^facts(?:\.\w+)+$/))), []),
  /** By the same paths, the values that together make it `allow`. */
  cure: z._default(z.record(z.string(), z.unknown()), {}),
});
export type Scenario = z.infer<typeof Scenario>;

/** An entry that cannot be judged, and why: it counts as a mismatch. */
export interface Unreadable {
  readonly id: string;
  readonly fault: string;
}

const idOf = (entry: unknown, index: number): string => {
  const named = z.safeParse(z.object({ id: z.string() }), entry);
  return named.success ? named.data.id : `entry ${index + 1}`;
};

/** Reads the text of a file of scenarios, entry by entry. Throws `SyntaxError` or a zod error when it is no list. */
export const readScenarios = (text: string): readonly (Scenario | Unreadable)[] =>
  z.parse(z.array(z.unknown()), JSON.parse(text)).map((entry, index) => {
    const read = z.safeParse(Scenario, entry);
    return read.success ? read.data : { id: idOf(entry, index), fault: z.prettifyError(read.error) };
  });
