import type { Prohibition } from '../article.ts';
import { renewalAfterOpposition, renewalAskedBefore, renewalTooEarly } from '../articles/cnil/renewal.ts';
import { homeEnergyAmongOthers } from '../articles/consommation/l223-8.ts';
import { withoutSale } from '../articles/cpce/l34-5-existing-customer.ts';
import { hiddenAdvertiser, meansThatCost } from '../articles/cpce/l34-5-form.ts';
import { heldAfterAnnulment } from '../articles/house/annulment.ts';
import { minorFromFifteen } from '../articles/lil/45.ts';
import { hiddenAdvertiserAtFirst, meansThatCostAtFirst, withoutSaleAtFirst } from './former-sentences.ts';

/**
 * What one edition of this rulebook changed in the one before. A text that ends keeps its sentences in the register, with
 * its period; an amendment is for what was not the law's doing: a reading corrected, a sentence added or taken out.
 */
export interface Amendment {
  /** The edition that it made: `2026-12-15`, the version stored in verdicts from then on. */
  readonly edition: string;
  readonly added: readonly Prohibition[];
  /** The sentences as they were: they still judge the verdicts of their time. */
  readonly removed: readonly Prohibition[];
}

/** The edition that no amendment made. */
export const FIRST_EDITION = '2026-11-24';

/** Oldest first. The version of the register is the last one's edition, or the first edition. */
export const AMENDMENTS: readonly Amendment[] = [
  // The class `renewal-request`, which no earlier verdict knows, so that the exceptions it got take nothing from them;
  // the day that follows an annulment; two questions for a human (MIN-1, D17); and three sentences corrected.
  {
    edition: '2026-11-24.2',
    added: [
      ...[renewalAfterOpposition, renewalAskedBefore, renewalTooEarly, heldAfterAnnulment],
      ...[minorFromFifteen, homeEnergyAmongOthers],
      ...[withoutSale, meansThatCost, hiddenAdvertiser],
    ],
    removed: [withoutSaleAtFirst, meansThatCostAtFirst, hiddenAdvertiserAtFirst],
  },
];
