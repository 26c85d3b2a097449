import { isUnaltered } from '#shared/domain/ledger/seal.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { isShownToRun } from '../readings/retention.ts';
import { isOfWrongAddress, wasSoldToWrongAddress } from '../readings/wrong-address.ts';
import { isAnalogous } from './customer-basis.ts';
import { NO_OFFER } from './judge.ts';

/** From when until when the person agreed to be called, ms. */
interface AgreedTime {
  readonly from: number;
  readonly until: number;
}

/** What the codes let pass: a contract that runs, an action of training under way, and a call at a day and hour agreed. */
export interface CallFacts {
  /** The sale of a contract that runs and that the offer concerns (L. 223-1 al. 4, L. 223-8); `undefined`: none. */
  readonly ongoingContract: string | undefined;
  /** The sale of a service that runs, of the very category that is offered, if that is training (C. trav. L. 6323-8-1, 2°); `undefined`: none. */
  readonly trainingUnderWay: string | undefined;
  /** From when until when the person agreed to be called, ms (L. 223-1 al. 6); `undefined`: nothing of the kind is recorded. */
  readonly agreedCall: AgreedTime | undefined;
}

/** How long after the agreed minute a call is still the one that was agreed: a house rule. */
const AGREED_CALL_MS = 30 * 60_000;

const isContract = ({ type }: Sale): boolean => type === 'service-contract' || type === 'paid-subscription';

/** The advertiser's own sale, that was shown to run, with who reads the address: one of before a correction runs with somebody else. */
const isWithWhoReads = (sale: Sale, request: VetRequest): boolean =>
  isShownToRun(sale, request.at) &&
  sale.soldAt <= request.at &&
  (sale.sellerSiren ?? request.advertiser.siren) === request.advertiser.siren &&
  !wasSoldToWrongAddress(sale, request) &&
  isUnaltered(sale);

/** The advertiser's own sale, that was shown to run and was never cancelled, beside an offer of its own. */
const runsBeside = (sale: Sale, request: VetRequest): boolean =>
  isWithWhoReads(sale, request) &&
  sale.cancelledAt === undefined &&
  request.message.purpose === 'own-offers' &&
  // What offers nothing in particular concerns no contract.
  request.message.offerCategory !== NO_OFFER;

/** The advertiser's own contract with the person ran at the moment of the request, whatever it was about; that it was cancelled or ended later changes nothing. */
export const isUnderContract = (request: VetRequest): boolean =>
  request.standing?.sales.some(
    (sale) =>
      isContract(sale) &&
      isWithWhoReads(sale, request) &&
      (sale.cancelledAt === undefined || sale.cancelledAt > request.at),
  ) ?? false;

/** A contract that runs, whose object the offer concerns. */
const isOngoing = (sale: Sale, request: VetRequest): boolean =>
  isContract(sale) && isAnalogous(sale, request.message.offerCategory, request.advertiser) && runsBeside(sale, request);

const isOfTraining = ({ advertiser, message }: VetRequest): boolean =>
  advertiser.offers.some(
    ({ category, natures }) =>
      category === message.offerCategory && natures.some((nature) => nature.startsWith('cpf-training')),
  );

/** A direct link: what is offered is what is being done. An action is a service; a subscription is none. */
const isUnderWay = (sale: Sale, request: VetRequest): boolean =>
  isOfTraining(request) &&
  sale.type === 'service-contract' &&
  sale.lines.some(({ category }) => category === request.message.offerCategory) &&
  runsBeside(sale, request);

/**
 * The times of all calls that the person had agreed to, the next ones last. L. 223-1, al. 6 asks for a date and an hour that were specified: what
 * was agreed at that hour, or after it, specified none. Who agreed to another hour before that one had come moved the call; of one that was
 * agreed to before one that is forgotten, nobody knows whether it was moved. Who agreed before a correction of the number does not answer it.
 */
const agreedTimes = (request: VetRequest): readonly AgreedTime[] => {
  const { at, standing } = request;
  const { agreedCall } = standing?.declared ?? {};
  const known = [...(standing?.callsBefore ?? []), ...(agreedCall === undefined ? [] : [agreedCall])]
    .filter(({ agreedAt }) => !isOfWrongAddress(request, agreedAt))
    .map(({ callAt, agreedAt }) => ({ from: millisecondsOf(callAt), agreed: millisecondsOf(agreedAt) }))
    .filter(({ from, agreed }) => agreed <= millisecondsOf(at) && agreed < from);
  return known
    .filter(({ from, agreed }) => !known.some((other) => other.agreed > agreed && other.agreed < from))
    .filter(({ agreed }) => standing?.callsForgotten === undefined || agreed >= millisecondsOf(standing.callsForgotten))
    .map(({ from }) => ({ from, until: from + AGREED_CALL_MS }))
    .toSorted((one, other) => one.from - other.from);
};

/** The call that is now or comes next; of those that are over, the last. */
const agreedCallOf = (request: VetRequest): CallFacts['agreedCall'] => {
  const { at, message } = request;
  if (message.channel !== 'automated-call') return undefined;
  const times = agreedTimes(request);
  return times.find(({ until }) => millisecondsOf(at) < until) ?? times.at(-1);
};

/** The person had asked to be called at this moment: what they agreed to beforehand (L. 223-1, al. 1), by a human or a machine. */
export const isCallAgreedTo = (request: VetRequest): boolean => {
  const now = millisecondsOf(request.at);
  return agreedTimes(request).some(({ from, until }) => from <= now && now < until);
};

export const callFacts = (request: VetRequest): CallFacts => ({
  ongoingContract: request.standing?.sales.find((sale) => isOngoing(sale, request))?.id,
  trainingUnderWay: request.standing?.sales.find((sale) => isUnderWay(sale, request))?.id,
  agreedCall: agreedCallOf(request),
});
