import type { ContactId, Instant } from '../ids.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';
import { sealed } from '../ledger/seal.ts';
import type { Consent } from './consent.ts';

type AddressChanged = Extract<LedgerEvent, { type: 'address-changed' }>;

/** What is known of corrections of an address by the advertiser. */
interface Corrections {
  /** When the last one was recorded; absent: none was, or each was taken back. */
  readonly correctedAt?: Instant | undefined;
  /** The contacts of the addresses to which it was corrected. */
  readonly correctedTo?: readonly ContactId[] | undefined;
}

/** What is recorded at an address, as far as a correction decides of it. */
interface Corrected extends Corrections {
  readonly consents: readonly Consent[];
  readonly givenBefore?: readonly Consent[] | undefined;
}

/** The corrections of an address, with one more where the advertiser made the change: of a person, it corrects nothing. */
export const correctedAlso = (
  { correctedTo = [] }: Corrections,
  { to, madeBy, recordedAt }: AddressChanged,
): { correctedAt?: Instant; correctedTo?: ContactId[] } =>
  madeBy === 'advertiser'
    ? { correctedAt: recordedAt, correctedTo: [...correctedTo.filter((each) => each !== to), to] }
    : {};

/** What is left of it. */
interface Left {
  correctedAt?: Instant;
  correctedTo?: ContactId[];
  consents: Consent[];
  givenBefore?: Consent[];
}

const withoutCorrection = (ended: Consent): Consent => {
  const { endedBecause, ...consent } = ended;
  return endedBecause === 'corrected' ? sealed(consent) : ended;
};

/**
 * What a change back, from the contact to which an address was corrected, at once or by way of others, leaves of it: it takes that correction back, the address was right. Once
 * none is left, what was recorded there before counts as it did. A consent that the correction ended stays so, as one that the
 * advertiser invalidated: it is recorded again with its proof. Any other change leaves all as it is.
 */
export const afterChangeBack = <S extends Corrected>(
  { correctedAt, correctedTo: to = [], consents, givenBefore, ...rest }: S,
  { from, through = [] }: AddressChanged,
): Omit<S, keyof Corrected> & Left => {
  const correctedTo = to.filter((each) => each !== from && !through.includes(each));
  const isRight = to.length > 0 && correctedTo.length === 0;
  const of = (all: readonly Consent[]): Consent[] => (isRight ? all.map(withoutCorrection) : [...all]);
  const left: Left = {
    ...(correctedAt && !isRight && { correctedAt }),
    ...(correctedTo.length > 0 && { correctedTo }),
    consents: of(consents),
    ...(givenBefore && { givenBefore: of(givenBefore) }),
  };
  return { ...rest, ...left };
};

/**
 * Whether it shows by itself that whoever reads the address agreed: they confirmed it from there, or Aval saw them agree at a link or with a
 * code that was sent there. One that followed from another address does not.
 */
export const isOfWhoReads = ({
  confirmation,
  observed,
  copiedFrom,
}: Pick<Consent, 'confirmation' | 'observed' | 'copiedFrom'>): boolean =>
  confirmation === 'confirmed' || (observed && copiedFrom === undefined);

/** True of an act at an address before the advertiser corrected it, whenever it was recorded: it is of nobody who is known to read it. */
export const isOfBeforeCorrection = ({ correctedAt }: Corrections, actedAt: Instant): boolean =>
  correctedAt !== undefined && actedAt <= correctedAt;
