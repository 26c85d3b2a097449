import type { DeclaredFacts } from '../contact/contact.ts';
import type { ContactId, Instant } from '../ids.ts';
import type { LedgerEvent } from './ledger-event.ts';

/** What a standing knows of the person behind a contact. */
interface Known {
  readonly declared: DeclaredFacts;
  readonly lastActAt?: Instant | undefined;
  readonly callsBefore?: readonly AgreedHour[] | undefined;
  readonly callsForgotten?: Instant | undefined;
}

/** The latest act of the person, with one more. */
export const lastAct = ({ lastActAt }: Known, at: Instant | undefined): { lastActAt?: Instant } => {
  const latest = lastActAt === undefined || (at !== undefined && at > lastActAt) ? at : lastActAt;
  return latest === undefined ? {} : { lastActAt: latest };
};

const UNDER_FIFTEEN = 'under-15';

/** Only an agreement later than its end begins another: an old list that is put again brings nothing back. */
const lastTestsAgreed = ({ testsAgreed: known }: DeclaredFacts, { testsAgreed: more }: DeclaredFacts) =>
  known?.endedAt !== undefined && more !== undefined && more.agreedAt <= known.endedAt ? known : (more ?? known);

/** What is declared after one more declaration: field by field. */
export const declaredThen = (known: DeclaredFacts, more: DeclaredFacts): DeclaredFacts => {
  const testsAgreed = lastTestsAgreed(known, more);
  return { ...known, ...more, ...(testsAgreed === undefined ? {} : { testsAgreed }) };
};

/** A call that the person agreed to: when it is, and when they agreed. What shows it is in the ledger. */
export interface AgreedHour {
  readonly callAt: Instant;
  readonly agreedAt: Instant;
}

/** The most calls that are kept beside the one that is declared. */
const MOST_CALLS = 8;

const isSameHour = (one: AgreedHour, other: AgreedHour): boolean =>
  one.callAt === other.callAt && one.agreedAt === other.agreedAt;

/**
 * When the latest of the calls that are not kept was agreed to, with these. Whoever agreed to one of them may have moved any call that was agreed
 * to before it, also one that is recorded later: of those nothing is known.
 */
export const callsForgotten = (
  { callsForgotten: known }: Pick<Known, 'callsForgotten'>,
  calls: readonly AgreedHour[],
): { callsForgotten?: Instant } => {
  const latest = [...(known ? [known] : []), ...calls.map(({ agreedAt }) => agreedAt)].toSorted().at(-1);
  return latest === undefined ? {} : { callsForgotten: latest };
};

const byAgreement = (one: AgreedHour, other: AgreedHour): number =>
  Number(one.agreedAt > other.agreedAt) - Number(one.agreedAt < other.agreedAt);

/** The calls that were agreed to beside the one that is declared now, as they were agreed to: what was agreed at their hour was agreed at a lawful one. */
const callsAlso = (
  { declared: { agreedCall: known }, callsBefore = [], callsForgotten: before }: Known,
  { agreedCall: more }: DeclaredFacts,
): { callsBefore?: AgreedHour[]; callsForgotten?: Instant } => {
  if (known === undefined || more === undefined) return {};
  const { callAt, agreedAt } = known;
  const all = [...callsBefore.filter((each) => !isSameHour(each, known)), { callAt, agreedAt }]
    .filter((each) => !isSameHour(each, more))
    .toSorted(byAgreement);
  const kept = all.slice(-MOST_CALLS);
  return {
    ...(kept.length > 0 && { callsBefore: kept }),
    ...callsForgotten({ callsForgotten: before }, all.slice(0, -MOST_CALLS)),
  };
};

/** What is known after one more declaration, what was noted of the address, and until when the person was declared to be a child. */
export const declaredAlso = (
  known: Known,
  { declared: more, recordedAt, isGeneralAddress }: Extract<LedgerEvent, { type: 'contact-declared' }>,
) => {
  const declared = declaredThen(known.declared, more);
  const isNoChildNow = known.declared.ageBand === UNDER_FIFTEEN && declared.ageBand !== UNDER_FIFTEEN;
  return {
    declared,
    ...callsAlso(known, more),
    ...lastAct(known, more.lastActAt),
    ...(isNoChildNow ? { childUntil: recordedAt } : {}),
    ...(isGeneralAddress && { isGeneralAddress }),
  };
};

/** The contacts of the addresses that a person took, with one more; the latest last, and each once. */
export const movedAlso = (
  { movedTo = [] }: { readonly movedTo?: readonly ContactId[] | undefined },
  { to }: Extract<LedgerEvent, { type: 'address-changed' }>,
): { movedTo: ContactId[] } => ({ movedTo: [...movedTo.filter((each) => each !== to), to] });

/** What is declared of the human, whatever the address: how old they are, who agreed for a child, where they live, what they read. */
const OF_THE_HUMAN = [
  'ageBand',
  'parentalConsent',
  'country',
  'zone',
  'department',
  'language',
] as const satisfies readonly (keyof DeclaredFacts)[];

/** What the person agreed to or did, which goes where their consents go. */
const WITH_CONSENTS = ['agreedCall', 'testsAgreed', 'lastActAt'] as const satisfies readonly (keyof DeclaredFacts)[];

const only = (declared: DeclaredFacts, names: readonly (keyof DeclaredFacts)[]): DeclaredFacts =>
  Object.fromEntries(Object.entries(declared).filter(([name]) => names.some((each) => each === name)));

/** What is declared of the human behind an address. */
export const ofTheHuman = (declared: DeclaredFacts): DeclaredFacts => only(declared, OF_THE_HUMAN);

/**
 * What is declared of the human, and what they agreed to. What is of the address stays with it: how it was collected, what its holder was informed
 * of then, and the profession in which it is used (D1).
 */
export const ofWhoConsented = (declared: DeclaredFacts): DeclaredFacts =>
  only(declared, [...OF_THE_HUMAN, ...WITH_CONSENTS]);

const OLDEST_LAST = ['under-15', '15-17', 'adult'] as const satisfies readonly NonNullable<DeclaredFacts['ageBand']>[];

/** The declaration of the youngest of whom an age is declared; `undefined`: of none is. */
export const youngestOf = (all: readonly DeclaredFacts[]): DeclaredFacts | undefined =>
  OLDEST_LAST.map((age) => all.find(({ ageBand }) => ageBand === age)).find(Boolean);

/** What is known of a human at a contact, with what another contact of theirs says: its own first, and of two ages the younger (LIL, art. 45: a known age). */
export const knownOfBoth = (own: DeclaredFacts, other: DeclaredFacts): DeclaredFacts => {
  const { ageBand } = youngestOf([own, other]) ?? {};
  return { ...declaredThen(other, own), ...(ageBand && { ageBand }) };
};
