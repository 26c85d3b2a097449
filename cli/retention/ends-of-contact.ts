/** An item of the table as plain values. */
export type Raw = Readonly<Record<string, unknown>>;

/** Years, as the settings of an advertiser say them. */
export interface Years {
  readonly prospect: number;
  readonly customer: number;
  /** The SIREN of the advertiser: a sale of another is none of its own. */
  readonly siren?: string | undefined;
}

/** The same, and how long what was sent is kept. */
export interface Terms extends Years {
  readonly proof: number;
  readonly valuesMonths: number;
}

export const YEARS_OF_PROOF = 6;
const MONTHS_OF_VALUES = 13;
/** Later than any instant. */
export const NEVER = '~';

const of = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});
const list = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value.map(of) : []);
const text = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : []);
const latest = (instants: readonly string[]): string | undefined => [...instants].sort().at(-1);

/** By the calendar: an instant is a text that sorts. */
export const later = (instant: string, years: number): string =>
  instant === NEVER ? NEVER : `${Number(instant.slice(0, 4)) + years}${instant.slice(4)}`;

/** What makes a customer (FR-SOFT-2). */
const MAKES_CUSTOMER = /^(?:order|service-contract|paid-subscription|free-account|donation|membership)$/;

/** What can run: an order and a gift are performed once. */
const LASTS = /^(?:service-contract|paid-subscription|free-account|membership)$/;

/** A relation runs until its end is recorded where a contract shows it; the last invoice alone shows it up to its day. */
const endOfSale = ({ type, soldAt, relation }: Raw): string => {
  const { state, endedAt, shownBy } = of(relation);
  if (!LASTS.test(String(type))) return latest(text(soldAt)) ?? '';
  const { contractReference, lastInvoice } = of(shownBy);
  const invoiced = text(of(lastInvoice).issuedOn).map((day) => `${day}T23:59:59.999Z`);
  if (state === 'running' && (contractReference !== undefined || invoiced.length === 0)) return NEVER;
  return latest([...text(soldAt), ...(state === 'running' ? invoiced : text(endedAt))]) ?? '';
};

/** What is sold (FR-SOFT-2). */
const IS_SOLD = /^(?:order|service-contract|paid-subscription)$/;

/** Bought as a professional from the advertiser itself, by who gave the address. */
const showsForm = ({ type, boughtAs, cancelledAt, coordinatesFrom, sellerSiren }: Raw, own: unknown): boolean =>
  IS_SOLD.test(String(type)) &&
  boughtAs === 'professional' &&
  cancelledAt === undefined &&
  coordinatesFrom === 'data-subject' &&
  (sellerSiren === undefined || sellerSiren === own);

/** The general address or number of a legal person that is shown to be one, and no firm of one, has no term (FR-B2B-2). */
const isOfLegalPerson = (standing: Raw, own: unknown): boolean => {
  const declared = of(standing.declared);
  const { siren, rna, legalForm } = of(declared.organisation);
  const isHuman = declared.kind !== 'legal-person' || declared.profession !== undefined;
  const isInARegister = siren !== undefined || (rna !== undefined && legalForm === 'association');
  return (
    standing.isGeneralAddress === true &&
    !(standing.addressKind === 'phone' && isHuman) &&
    (isInARegister || list(standing.sales).some((sale) => showsForm(sale, own))) &&
    /^(?:company|association|public-body)$/.test(String(legalForm))
  );
};

/** The terms in the settings of an advertiser: a departure, else its sector, else the general ones. */
export const termsIn = (settings: Raw | undefined): Terms => {
  const { departure, sector, proofDeparture, proofYears, valuesMonths, ...general } = of(settings?.retention);
  const said = (name: string): number => {
    const [years = 3] = [of(departure)[name], of(sector)[name], general[name]].filter(
      (each) => typeof each === 'number',
    );
    return years;
  };
  return {
    prospect: said('prospectYears'),
    customer: said('customerYears'),
    siren: text(settings?.siren)[0],
    proof: Number(of(proofDeparture).proofYears ?? proofYears ?? YEARS_OF_PROOF),
    valuesMonths: Number(valuesMonths ?? MONTHS_OF_VALUES),
  };
};

/** What counts as an act or a relation, from a standing or from events. */
interface Recorded {
  readonly consents: readonly Raw[];
  readonly sales: readonly Raw[];
  readonly acts: readonly string[];
  readonly declared: Raw;
  readonly first: string;
}

const endOf = ({ consents, sales, acts, declared, first }: Recorded, years: Years): string => {
  const given = consents.filter(({ state }) => state !== 'pending').flatMap(({ givenAt }) => text(givenAt));
  const all = [...given, ...sales.flatMap(({ soldAt }) => text(soldAt)), ...acts, ...text(declared.lastActAt)];
  const collected = text(of(of(declared.profession).source).collectedAt);
  // What a professional bought may have supported nothing: then it does not say when the address was collected.
  const known = declared.profession === undefined ? all : [...acts, ...text(declared.lastActAt)];
  const from = [...all, ...(collected.length > 0 ? collected : known.length === 0 ? [first] : [])];
  const ends = sales.filter(({ type }) => MAKES_CUSTOMER.test(String(type))).map(endOfSale);
  const until = [...from.map((at) => later(at, years.prospect)), ...ends.map((at) => later(at, years.customer))];
  return latest(until) ?? later(first, years.prospect);
};

/** When the use of a contact ends, by its standing. */
export const endByStanding = (standing: Raw, years: Years): string => {
  const recorded = {
    consents: list(standing.consents),
    sales: list(standing.sales),
    acts: text(standing.lastActAt),
    declared: of(standing.declared),
    first: String(standing.firstRecordedAt),
  };
  return isOfLegalPerson(standing, years.siren) ? NEVER : endOf(recorded, years);
};

const isOpposing = ({ type, sale }: Raw): boolean =>
  ['opposition-registered', 'consent-withdrawn'].includes(String(type)) || of(sale).refusal !== undefined;

/** When the use of a contact ended, by its events; where a relation runs by them, with the last. What ended was of no legal person. */
export const endOfUseBy = (events: readonly Raw[], years: Years): string => {
  const declared = Object.assign({}, ...events.map((event) => of(event.declared)));
  const use = endOf(
    {
      consents: events.flatMap(({ consent }) => (consent === undefined ? [] : [of(consent)])),
      sales: events.flatMap(({ sale }) => (sale === undefined ? [] : [of(sale)])),
      acts: events.flatMap((each) => [
        ...(each.type === 'activity-recorded' ? text(each.occurredAt) : []),
        ...text(of(each.declared).lastActAt),
      ]),
      declared,
      first: String(events[0]?.recordedAt),
    },
    years,
  );
  return use === NEVER ? String(events.at(-1)?.recordedAt) : use;
};

/** Until when the events of a contact that is in use no more are proof. */
export const endOfProofBy = (events: readonly Raw[], years: Years): string => {
  const opposed = events.filter(isOpposing).flatMap(({ occurredAt, sale }) => text(occurredAt ?? of(sale).soldAt));
  const used = endOfUseBy(events, years);
  return later(latest([used, ...opposed]) ?? used, YEARS_OF_PROOF);
};

/** What may remain of who opposed, and no more. */
const REMAINS = new Set([
  ...['pk', 'sk', 'entity', 'v', 'advertiserId', 'contactId', 'addressKind', 'seq', 'chainStart', 'person', 'movedTo'],
  ...['restrictedAlso', 'oppositions', 'firstRecordedAt', 'erasedAt'],
]);
const isEmpty = (value: unknown): boolean => typeof value === 'object' && Object.keys(of(value)).length === 0;

/** True where a standing holds more than fingerprints, scopes and dates. */
export const saysMore = (standing: Raw): boolean =>
  Object.entries(standing).some(([name, value]) => !REMAINS.has(name) && !isEmpty(value));
