/** What breaking a sentence can cost, by what it protects. Each sentence of the register names one of these lists. */
import {
  CNIL_ON_L34_5,
  FINE_OF_L34_5,
  FINE_ON_CALLS,
  FINE_ON_HIDDEN_ADVERTISING,
  FINE_ON_HIDDEN_NATURE,
  FINE_ON_HIDDEN_NUMBERS,
  FINE_ON_HOME_ENERGY,
  L34_5_FINE_UNSETTLED,
  NUMBER_WITHDRAWN,
} from './administrative.ts';
import {
  CONTRACT_VOID_AFTER_CALL,
  CONTRACT_VOID_AFTER_CALL_BEFORE,
  CONTRACT_VOID_AFTER_HOME_ENERGY,
  OPERATORS_CONTRACT,
} from './civil-and-contract.ts';
import { GDPR_MINORS, GDPR_PRINCIPLES, GDPR_RIGHTS } from './gdpr.ts';
import {
  FIFTH_CLASS,
  FIFTH_CLASS_OF_LEGAL_PERSONS,
  PROSPECTING_IN_SPITE_OF_OPPOSITION,
  UNFAIR_COLLECTION,
} from './penal.ts';
import type { Sanction } from './sanction.ts';
import { FINE_ON_CPF, FINE_ON_CPF_BEFORE } from './training.ts';

export const SANCTIONS = {
  /** Prospecting in spite of an opposition. */
  opposition: [PROSPECTING_IN_SPITE_OF_OPPOSITION, GDPR_RIGHTS, FINE_OF_L34_5],
  unfairCollection: [UNFAIR_COLLECTION, GDPR_PRINCIPLES],
  /** Prospecting without a basis that holds. */
  consent: [FINE_OF_L34_5, GDPR_PRINCIPLES],
  /** What L. 34-5 itself asks, and no other text: DGCCRF (al. 8) and CNIL (al. 6). */
  l34_5: [FINE_OF_L34_5, CNIL_ON_L34_5],
  principles: [GDPR_PRINCIPLES],
  rights: [GDPR_RIGHTS],
  /** Of editions before 2026-12-01.2. */
  minorsAlone: [GDPR_MINORS],
  /** A child's void consent is none: L. 34-5 and art. 7 too, beside art. 8. */
  minors: [FINE_OF_L34_5, GDPR_PRINCIPLES, GDPR_MINORS],
  calls: [FINE_ON_CALLS],
  consentToCalls: [FINE_ON_CALLS, CONTRACT_VOID_AFTER_CALL],
  /** An automated call on a consent that an unlawful call fetched: L. 223-1, al. 1 and L. 34-5 both. */
  callWithoutConsent: [FINE_ON_CALLS, CONTRACT_VOID_AFTER_CALL, FINE_OF_L34_5, GDPR_PRINCIPLES],
  callsBefore2026: [FINE_ON_CALLS, CONTRACT_VOID_AFTER_CALL_BEFORE],
  homeEnergy: [FINE_ON_HOME_ENERGY, CONTRACT_VOID_AFTER_HOME_ENERGY],
  cpf: [FINE_ON_CPF],
  cpfBefore2023: [FINE_ON_CPF_BEFORE],
  /** What L. 122-8 asks of advertising by e-mail. */
  hiddenAdvertising: [FINE_ON_HIDDEN_ADVERTISING],
  hiddenNature: [FINE_ON_HIDDEN_NATURE],
  hiddenNumber: [FINE_ON_HIDDEN_NUMBERS],
  numberingPlan: [NUMBER_WITHDRAWN],
  credit: [FIFTH_CLASS, FIFTH_CLASS_OF_LEGAL_PERSONS],
  contract: [OPERATORS_CONTRACT],
} as const satisfies Readonly<Record<string, readonly Sanction[]>>;

/** Days on which what a breach costs changes, or is no longer settled, and nothing else changes. */
export const DAYS_OF_SANCTIONS: readonly string[] = [L34_5_FINE_UNSETTLED];

/** The sanctions that apply on a day, in Paris: `2026-11-25`. */
export const sanctionsOn = (sanctions: readonly Sanction[], day: string): readonly Sanction[] =>
  sanctions.filter(({ from, until }) => (from === undefined || from <= day) && (until === undefined || day < until));
