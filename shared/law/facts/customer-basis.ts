import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { type FormVersion, formLabelOf } from '#shared/domain/consent/form-version.ts';
import { isUnaltered } from '#shared/domain/ledger/seal.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { coversUse } from '#shared/domain/opposition/lifting.ts';
import { type Sale, whatWasRefused } from '#shared/domain/sale/sale.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { faultOfOffered, offersRefusal } from '../readings/wording/refusal-offered.ts';
import { wasSoldToWrongAddress } from '../readings/wrong-address.ts';
import { type BasisFacts, faultless } from './basis.ts';
import { missingOfCheckout } from './evidence.ts';
import { type Judge, NO_OFFER } from './judge.ts';
import { customerKept, isCancelled } from './kept.ts';
import { boughtPrivately } from './recipient.ts';

/** No goods in particular, the same category, or one that the advertiser's own justified map calls analogous (S6). */
export const isAnalogous = (sale: Sale, offered: string, { analogies }: Advertiser): boolean =>
  sale.lines.some(
    ({ category }) =>
      offered === NO_OFFER ||
      category === offered ||
      analogies.some(({ sold, offered: also }) => sold === category && also.includes(offered)),
  );

/** What is wrong with the refusal that a form offers by this channel, if anything. */
const refusalFaultOf = (form: FormVersion, channel: Channel): Pick<BasisFacts, 'refusalFault'> => {
  const refusalFault = faultOfOffered(form, channel);
  return refusalFault === undefined ? {} : { refusalFault };
};

/** A recorded sale, in the words of L. 34-5 al. 4. */
export const customerBasis = (sale: Sale, request: VetRequest, judge: Judge): BasisFacts => {
  const form = sale.form === undefined ? undefined : request.formOf(sale.form);
  const { at, advertiser, message } = request;
  return {
    ...faultless('existing-customer'),
    factId: sale.id,
    seq: sale.seq,
    givenAt: millisecondsOf(sale.soldAt),
    form: sale.form && formLabelOf(sale.form),
    grade: form?.reconstruction === undefined ? 'declared' : 'reconstructed',
    missing: missingOfCheckout(sale, form),
    wasAltered: !isUnaltered(sale),
    isPrivate: boughtPrivately(request, sale),
    saleType: sale.type,
    wasCancelled: isCancelled(sale, at),
    ...customerKept(sale, request, judge),
    coordinatesCameFromPerson: sale.coordinatesFrom === 'data-subject' && !wasSoldToWrongAddress(sale, request),
    isOwnSale: (sale.sellerSiren ?? advertiser.siren) === advertiser.siren && message.purpose !== 'partner-offers',
    // Offers alone; those of others fail for not being "fournis par la même personne".
    coversPurpose: message.purpose !== 'tracking',
    isAnalogous: isAnalogous(sale, message.offerCategory, advertiser),
    hasNotice: form?.notice !== undefined,
    refusalWasOffered: form !== undefined && offersRefusal(form, message.channel),
    ...(form?.refusal === undefined ? { refusalIsNotRecorded: true } : refusalFaultOf(form, message.channel)),
    wasRefused: sale.refusal !== undefined && coversUse(whatWasRefused(sale.refusal), message),
    isAimedAtChildren: form?.childDirected ?? false,
  };
};

/** The exception is claimed and no sale is recorded: only the sale is missing, the rest cannot be judged. */
export const customerWithoutSale = (): BasisFacts => ({ ...faultless('existing-customer'), saleType: undefined });
