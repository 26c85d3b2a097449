/**
 * A second opinion on one message, straight from the texts: rulebook (its §10 and decisions first), texts.
 * Everything is evaluated; the outcome is the strictest, its code the first of all reasons in the order of §8 (of a refusal, of those that refuse).
 */

import type { Ask, Judgement } from './ask.ts';
import {
  type Basis,
  isLawfulMessage,
  judgeBasis,
  reaches,
  standingOppositions,
  triedBases,
  wasTrulySold,
} from './bases.ts';
import { asDeclared, bytesReasons } from './bytes/bytes.ts';
import { asksForSource, decidedMeans, needsOf } from './bytes/source.ts';
import { firstCode, type Reason, strictest } from './codes.ts';
import { holds, judgeConsent, wasTrulyGiven } from './consent.ts';
import { isHouse, isProtected, isRoleAddress, shownKind } from './kind.ts';
import {
  consentsAt,
  type Ledger,
  type Moment,
  ms,
  type Opposition,
  object,
  type Record_,
  readLedger,
  salesAt,
  text,
} from './ledger.ts';
import {
  awaitsDecision,
  categoryOf,
  classOf,
  formReasons,
  limitReasons,
  type MessageClass,
  senderReasons,
} from './message.ts';
import { firstInstant, obstaclesAt, validUntilOf } from './moment.ts';
import { packOf } from './places.ts';
import { renewalReasons } from './renewal.ts';
import { isCancelled, isOwnSale } from './retention.ts';
import { there } from './there.ts';
import { DAY } from './time.ts';
import { afterMoves } from './use/following.ts';
import { isRestricted } from './use/restriction.ts';
import { isUndeliverable } from './use/undeliverable.ts';
import type { Opinion, World } from './world.ts';

const SUPPORTED = ['email', 'sms', 'mms', 'automated-call'];
const OK: Record<Basis, string> = {
  consent: 'OK_CONSENT',
  'existing-customer': 'OK_SOFT_OPT_IN',
  'professional-interest': 'OK_B2B_INTEREST',
  'legal-person': 'OK_LEGAL_PERSON',
  appeal: 'OK_NON_COMMERCIAL_APPEAL',
};
const refuse = (code: string): Reason => ({ code, severity: 'refuse' });

/** In what quality the person is written to. */
type Quality = Pick<Ask, 'asConsumer' | 'only'>;

const askOf = (world: World, kind: MessageClass): Ask => ({
  channel: text(world.message.channel),
  purpose: text(world.message.purpose) || 'own-offers',
  category: categoryOf(world),
  partner: text(object(world.message.partner)?.siren) || undefined,
  ...(kind === 'renewal-request' ? { offersNothing: true as const } : {}),
});

const review = (code: string): Reason => ({ code, severity: 'review' });
const everyReason = ({ fails, waits }: Judgement): Reason[] => [...fails.map(refuse), ...waits.map(review)];

interface BasisOutcome {
  readonly reasons: readonly Reason[];
  readonly holding: readonly Basis[];
  /** Those that hold; where none does, those that wait for a human. */
  readonly supports: readonly Basis[];
  /** What is said against every other record that was tried. */
  readonly against: readonly Reason[];
}

/** D21: one basis that holds suffices; else one that waits makes it a review; else every basis tried says why not. */
const tryBases = (ledger: Ledger, ask: Ask, moment: Moment): BasisOutcome => {
  const named = ledger.world.message.basis as Basis | undefined;
  const judged = triedBases(ledger, named)
    .map((basis) => [basis, judgeBasis(ledger, basis, ask, moment, named !== undefined)] as const)
    .filter((pair): pair is readonly [Basis, Judgement] => pair[1] !== undefined);
  const holding = judged.filter(([, judgement]) => holds(judgement)).map(([basis]) => basis);
  const consents = judged.some(([basis]) => basis === 'consent') ? consentsAt(ledger, moment) : [];
  const against = [
    ...consents.map((consent) => judgeConsent(ledger, consent, ask, moment)),
    ...judged.map(([, judgement]) => judgement),
  ].flatMap(everyReason);
  if (holding.length > 0) return { reasons: [], holding, supports: holding, against };
  if (judged.length === 0)
    return {
      reasons: [refuse(named === 'consent' ? 'EVIDENCE_MISSING' : 'CONSENT_MISSING')],
      holding,
      supports: [],
      against,
    };
  const waiting = judged.filter(([, judgement]) => judgement.fails.length === 0);
  if (waiting.length > 0)
    return {
      reasons: waiting.flatMap(([, judgement]) => judgement.waits.map(review)),
      holding,
      supports: waiting.map(([basis]) => basis),
      against,
    };
  return { reasons: judged.flatMap(([, judgement]) => everyReason(judgement)), holding, supports: [], against };
};

const OPPOSED = { global: 'OPPOSED_GLOBAL', channel: 'OPPOSED_CHANNEL', purpose: 'OPPOSED_PURPOSE' } as const;

/** Row 64: what reached the address after the message was allowed, by the record that brought it there. */
const cameAfter = ({ acts, allowedAt }: World, { place, cameFirst = place }: Opposition): boolean =>
  allowedAt !== undefined && ms(acts[Math.floor(cameFirst)]?.recordedAt) > ms(allowedAt);
const opposedCode = (world: World, opposition: Opposition): string =>
  cameAfter(world, opposition) ? 'OPPOSED_AFTER_DECISION' : OPPOSED[opposition.of.scope];

/** Of every message: the channel is built, the recipient's country has rules (D15), the address is not dead (§10), the data may be used. */
const inputReasons = (ledger: Ledger, moment: Moment): Reason[] => [
  ...(SUPPORTED.includes(text(ledger.world.message.channel)) ? [] : [refuse('CHANNEL_UNSUPPORTED')]),
  ...(packOf(there(ledger.world.addresses[0]), ledger.facts) === 'missing' ? [refuse('RULE_PACK_MISSING')] : []),
  ...(isUndeliverable(ledger, moment) ? [refuse('ADDRESS_UNDELIVERABLE')] : []),
  ...(isRestricted(ledger, moment) ? [refuse('USE_RESTRICTED')] : []), // art. 18 § 2 names no message that is owed
];

interface Lawfulness {
  readonly reasons: readonly Reason[];
  readonly ok: string;
  /** Its bytes do not say the source that they would have to: no basis holds. */
  readonly isSourceless?: boolean;
}

/** Everything but the moment: groups 1 to 11 for a message that prospects. */
const judgeProspecting = (ledger: Ledger, kind: MessageClass, t: number, quality: Quality): Lawfulness => {
  const ask = { ...askOf(ledger.world, kind), ...quality },
    moment: Moment = { t, strict: false };
  const opposed = standingOppositions(ledger, ask, moment).map((opposition) =>
    refuse(opposedCode(ledger.world, opposition)),
  );
  const bases = tryBases(ledger, ask, moment);
  const shown = bytesReasons(ledger, needsOf(ledger, kind, bases.supports, ask, moment));
  // Art. 14: without its source, what came from elsewhere supports nothing (D21: then every basis that was tried says why not).
  const isSourceless = shown.some(({ code }) => code === 'SOURCE_MENTION_MISSING');
  const isShown = (basis: Basis): boolean =>
    !asksForSource(ledger, basis, ask, moment) ||
    !bytesReasons(ledger, needsOf(ledger, kind, [basis], ask, moment)).some(
      ({ code }) => code === 'SOURCE_MENTION_MISSING',
    );
  const [told = bases.holding[0]] = bases.holding.filter(isShown);
  const others = [
    ...inputReasons(ledger, moment),
    ...opposed,
    ...limitReasons(ledger, ask, moment),
    ...bases.reasons,
    ...formReasons(asDeclared(ledger.world)),
    ...shown,
    ...(isSourceless ? bases.against : []),
  ];
  const isRefused = strictest(others) === 'refuse';
  const renewal =
    kind === 'renewal-request'
      ? renewalReasons(ledger, ask, bases.holding, moment, (opens) =>
          mayGoFrom(ledger, kind, opens, quality, isRefused),
        )
      : [];
  return {
    reasons: [...others, ...renewal],
    isSourceless,
    ok: kind === 'renewal-request' ? 'OK_RENEWAL_REQUEST' : told === undefined ? '' : OK[told],
  };
};

/** A purchase from the advertiser by who reads this address, which they gave for it. */
const gaveIt = (ledger: Ledger, sale: Record_, moment: Moment): boolean =>
  isOwnSale(ledger, sale.body) &&
  !isCancelled(sale.body, moment) &&
  ['', 'data-subject'].includes(text(sale.body.coordinatesFrom)) &&
  !sale.altered &&
  !sale.isOfAnother;

/** 226-18: what was collected unfairly serves no message that its person did not bring about; where they gave it since, that is where it is from (L1: what is void gave nothing). */
const gatheredUnfairly = (ledger: Ledger, moment: Moment): readonly string[] => {
  const origin = text(object(object(ledger.facts.profession)?.source)?.kind) || text(ledger.facts.source);
  const code = { guessed: 'B2B_ADDRESS_GUESSED', scraped: 'COLLECTION_UNFAIR' }[origin];
  if (code === undefined || isRoleAddress(ledger) || isHouse(ledger, moment)) return [];
  const isGiven =
    salesAt(ledger, moment).some((sale) => gaveIt(ledger, sale, moment)) ||
    consentsAt(ledger, moment).some((consent) => wasTrulyGiven(ledger, consent));
  return isGiven ? [] : [code];
};

/** L8, L9: what is owed goes on; a relational message stops at a GLOBAL opposition and at a refusal by the means that messages carry. */
const judgeOther = (ledger: Ledger, kind: MessageClass, t: number): Lawfulness => {
  const moment: Moment = { t, strict: false };
  const ofEvery = [
    ...inputReasons(ledger, moment),
    ...senderReasons(asDeclared(ledger.world), false), // D5: what is owed carries identity
    ...bytesReasons(ledger, {
      kind,
      ofConsumer: false,
      tellsSource: () => true,
      decided: decidedMeans(ledger, categoryOf(ledger.world), t),
    }),
  ];
  if (kind === 'transactional') return { reasons: ofEvery, ok: 'NOT_PROSPECTING_TRANSACTIONAL' };
  const { channel, purpose } = askOf(ledger.world, kind);
  // OPP-4: a consent lifts within its own scope, and no scope of a consent holds what rests on legitimate interest.
  const stops = ledger.oppositions.filter(
    ({ occurred, of, heardThere }) =>
      occurred <= moment.t && reaches(of, channel, purpose) && (of.scope === 'global' || heardThere),
  );
  return {
    reasons: [
      ...ofEvery,
      ...(awaitsDecision(ledger, t) ? [review('CLASS_UNCERTAIN')] : []),
      // No prospecting (CNIL, 10 June 2026), so no opposition to prospecting: a code of its own, whatever was refused.
      ...stops.map(() => refuse('RELATIONAL_REFUSED')),
      ...gatheredUnfairly(ledger, moment).map(refuse),
    ],
    ok: 'NOT_PROSPECTING_RELATIONAL',
  };
};

/** Whether nothing of the moment keeps the message from going at an instant. */
const freeAt =
  (ledger: Ledger, ofConsumer: boolean) =>
  (instant: number): boolean => {
    const { caps, time } = obstaclesAt(ledger, text(ledger.world.message.channel), instant, ofConsumer);
    return caps.length === 0 && time.length === 0;
  };

/** The message must still be lawful when the window opens: a consent to calls may have run out. */
const isLawfulThen = (ledger: Ledger, kind: MessageClass, opening: number | undefined, quality: Quality): boolean =>
  opening !== undefined && strictest(judgeProspecting(ledger, kind, opening, quality).reasons) !== 'refuse';

/**
 * D8: whether a question that comes too early may wait for its thirty days: they open in time, at an hour that is free. Of one that something
 * else refuses already, that it comes too early refuses nothing.
 */
const mayGoFrom = (
  ledger: Ledger,
  kind: MessageClass,
  opens: number,
  quality: Quality,
  isRefused: boolean,
): boolean => {
  const until = validUntilOf(ledger);
  if (opens > until) return false;
  const isFree = freeAt(ledger, isProtected(ledger, quality, { t: opens, strict: false }));
  const first = isFree(opens) ? opens : firstInstant(ledger, opens, until, isFree);
  return isRefused ? first !== undefined : isLawfulThen(ledger, kind, first, quality);
};

/** D8: what waits for its moment; a refusal where no lawful instant comes before the end of validity. */
const momentReasons = (ledger: Ledger, kind: MessageClass, t: number, quality: Quality): Reason[] => {
  const channel = text(ledger.world.message.channel),
    until = validUntilOf(ledger);
  if (t > until) return [refuse('VALIDITY_PASSED')]; // its last instant still counts: past it, it is final
  const ofConsumer = isProtected(ledger, quality, { t, strict: false });
  const { caps, time } = obstaclesAt(ledger, channel, t, ofConsumer);
  if (caps.length === 0 && time.length === 0) return [];
  const opening = firstInstant(ledger, t, until, freeAt(ledger, ofConsumer));
  if (isLawfulThen(ledger, kind, opening, quality))
    return [...caps, ...time].map((code) => ({ code, severity: 'defer' }));
  return [...caps, ...time, 'VALIDITY_PASSED'].map(refuse); // §8: all reasons are given; row 33: a cap comes first
};

/** All of it, for a message that prospects the person in one quality. */
const concludeIn = (ledger: Ledger, kind: MessageClass, t: number, quality: Quality): Opinion => {
  const { reasons: lawful, ok } = judgeProspecting(ledger, kind, t, quality);
  // Every code of the moment comes after those of a refusal: what refuses already is not looked at again.
  const isOpen = strictest(lawful) !== 'refuse';
  return opinionOf([...lawful, ...(isOpen ? momentReasons(ledger, kind, t, quality) : [])], ok);
};

const opinionOf = (reasons: readonly Reason[], ok: string): Opinion => ({
  outcome: strictest(reasons) ?? 'allow',
  primary: firstCode(reasons) ?? ok,
});

/** Whether a basis of one quality holds, or waits for a human. */
const isCarried = (ledger: Ledger, kind: MessageClass, t: number, only: 'private' | 'other'): boolean =>
  strictest(tryBases(ledger, { ...askOf(ledger.world, kind), only }, { t, strict: false }).reasons) !== 'refuse';

const MILDEST_FIRST = ['allow', 'defer', 'review', 'refuse'];

/**
 * FR-B2B-3: somebody who is also a professional is written to in one quality, which is that of the basis that carries the message. As a private
 * person, with the rules for consumers; where another basis carries it too, either quality will do (D21).
 */
const judgeProspected = (ledger: Ledger, kind: MessageClass, t: number): Opinion => {
  if (shownKind(ledger, { t, strict: false }) === 'consumer' || !isCarried(ledger, kind, t, 'private'))
    return concludeIn(ledger, kind, t, {});
  const privately = concludeIn(ledger, kind, t, { asConsumer: true });
  if (privately.outcome === 'allow' || !isCarried(ledger, kind, t, 'other')) return privately;
  const otherwise = concludeIn(ledger, kind, t, { only: 'other' });
  const [one, other] = [privately, otherwise].map(({ outcome }) => MILDEST_FIRST.indexOf(outcome));
  // Without its source the other basis carries nothing: the private one does, so that what is wrong is wrong with that message.
  const isLost = one === other && judgeProspecting(ledger, kind, t, { only: 'other' }).isSourceless === true;
  return Number(one) < Number(other) || isLost ? privately : otherwise;
};

/**
 * D4: "nothing is sent for 24 h after". A survey too, which the annulled record could have stopped; what an order calls for went before it,
 * and no record could.
 */
const holdReasons = (ledger: Ledger, t: number): Reason[] => {
  const until = Math.max(...ledger.annulledAt.filter((annulled) => annulled <= t).map((annulled) => annulled + DAY));
  if (until <= t) return [];
  if (until <= validUntilOf(ledger)) return [{ code: 'HELD_AFTER_ANNULMENT', severity: 'defer' }];
  return ['HELD_AFTER_ANNULMENT', 'VALIDITY_PASSED'].map(refuse);
};

/** The outcome of a message and the code of its first reason. */
export const opinion = (world: World): Opinion => {
  const t = ms(world.at),
    ledger = readLedger(world, t, { isLawfulMessage, wasTrulyGiven, wasTrulySold, afterMoves }),
    kind = classOf(ledger, t);
  if (kind === 'prospecting' || kind === 'renewal-request') return judgeProspected(ledger, kind, t);
  const { reasons: lawful, ok } = judgeOther(ledger, kind, t);
  if (t > validUntilOf(ledger)) return opinionOf([...lawful, refuse('VALIDITY_PASSED')], ok);
  const isHeld = kind === 'relational' && strictest(lawful) !== 'refuse';
  return opinionOf([...lawful, ...(isHeld ? holdReasons(ledger, t) : [])], ok);
};
