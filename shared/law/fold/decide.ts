import { type ClassWithoutBasis, needsNoBasis } from '#shared/domain/message/template.ts';
import type { Outcome, StoredReason } from '#shared/domain/message/verdict.ts';
import type { Facts } from '../facts/facts.ts';
import { classOf, OUTSIDE, openTemplateCause } from '../readings/class-of.ts';
import { inOrder } from './in-order.ts';
import { notesOn, notesOnPixels } from './notes.ts';
import { reason } from './reason-of-rule.ts';
import type { Rulebook, RulesInForce } from './rulebook.ts';
import { weighBases } from './weigh-bases.ts';
import { weighMessage } from './weigh-message.ts';
import { weighMoment } from './weigh-moment.ts';

/** What the fold finds: the part of a verdict that follows from facts and rulebook alone. */
export interface Decision {
  readonly outcome: Outcome;
  readonly reasons: readonly StoredReason[];
  readonly notes: readonly StoredReason[];
  /** First lawful instant, ms, for `defer`. */
  readonly notBefore?: number | undefined;
  /** What a human must decide, for `review`. */
  readonly cause?: string | undefined;
  /** Every cause on which a decision could change what was found; in order. */
  readonly causes: readonly string[];
}

const SEVEREST_FIRST: readonly Outcome[] = ['refuse', 'review', 'defer'];
const severest = (a: Outcome, b: Outcome, c: Outcome): Outcome =>
  SEVEREST_FIRST.find((each) => each === a || each === b || each === c) ?? 'allow';

const NONE: readonly StoredReason[] = [];

/** A message that is no prospecting: the sentences that concern every class, and its validity (D5). */
const decideOutside = (facts: Facts, rules: RulesInForce, outside: ClassWithoutBasis): Decision => {
  const found = weighMessage(facts, rules, false);
  const isPast = facts.at > facts.validUntil;
  const { causes } = found;
  const notes = notesOnPixels(facts);
  const against = inOrder(isPast ? [...found.reasons, reason('VALIDITY_PASSED')] : found.reasons);
  if (isPast || found.outcome === 'refuse') return { outcome: 'refuse', reasons: against, notes, causes };
  if (found.outcome === 'review') return { outcome: 'review', reasons: against, notes, cause: firstOf(causes), causes };
  const ok = reason(OUTSIDE[outside], undefined, undefined, facts.templateCause);
  return { outcome: 'allow', reasons: [ok], notes, causes };
};

/** Mostly one of the three speaks alone, and then nothing is copied. */
const together = (
  ofMessage: readonly StoredReason[],
  ofBases: readonly StoredReason[],
  ofMoment: readonly StoredReason[],
): readonly StoredReason[] => {
  const count = ofMessage.length + ofBases.length + ofMoment.length;
  if (count === ofMessage.length) return ofMessage;
  if (count === ofBases.length) return ofBases;
  return count === ofMoment.length ? ofMoment : [...ofMessage, ...ofBases, ...ofMoment];
};

const sorted = (causes: readonly string[]): readonly string[] =>
  causes.length < 2 ? causes : [...new Set(causes)].sort();
const firstOf = (causes: readonly string[]): string | undefined => sorted(causes)[0];

/** What a human could still decide of this message. */
const undecided = (facts: Facts, ofMessage: readonly string[], ofBases: readonly string[]): readonly string[] => {
  const template = openTemplateCause(facts);
  if (template !== undefined) return sorted([...ofMessage, ...ofBases, template]);
  return ofMessage.length === 0 ? sorted(ofBases) : sorted([...ofMessage, ...ofBases]);
};

const decideProspecting = (facts: Facts, rules: RulesInForce, asksToRenew: boolean): Decision => {
  const message = weighMessage(facts, rules, true);
  const bases = weighBases(facts, rules);
  const moment = weighMoment(facts, rules);
  const notes = notesOn(facts, bases.notes);
  const causes = undecided(facts, message.causes, bases.causes);
  const outcome = severest(message.outcome, bases.outcome, moment.outcome);
  if (outcome === 'allow') {
    const asked = asksToRenew ? [reason('OK_RENEWAL_REQUEST'), ...bases.reasons] : bases.reasons;
    return { outcome, reasons: asked, notes, causes };
  }
  const against = together(message.reasons, bases.outcome === 'allow' ? NONE : bases.reasons, moment.reasons);
  const reasons = against.length === 0 ? [reason('INPUT_INVALID')] : inOrder(against);
  if (outcome === 'review') {
    const cause = firstOf([...message.causes, ...(bases.cause === undefined ? [] : [bases.cause])]);
    return { outcome, reasons, notes, cause, causes };
  }
  if (outcome === 'defer') return { outcome, reasons, notes, notBefore: moment.notBefore, causes };
  return { outcome, reasons, notes, causes };
};

/**
 * A message that is no prospecting, with blocks that are (D5): the whole is sent where prospecting is allowed; else the
 * blocks are left out, which the notes say and why, and the rest goes at once. Bytes that hold them are prospecting.
 */
const decideWithBlocks = (facts: Facts, rules: RulesInForce, outside: ClassWithoutBasis): Decision => {
  const rest = decideOutside(facts, rules, outside);
  const leftOut = reason('PROSPECTING_BLOCKS_LEFT_OUT');
  if (facts.prospectingBlocks === 'left-out')
    return { ...rest, notes: inOrder([leftOut, ...(facts.blocksStoppedBy ?? NONE), ...rest.notes]) };
  const whole = decideProspecting({ ...facts, prospectingBlocks: 'kept' }, rules, false);
  if (facts.prospectingBlocks === 'kept' || whole.outcome === 'allow') return whole;
  const causes = sorted([...rest.causes, ...whole.causes]);
  return { ...rest, notes: inOrder([leftOut, ...whole.reasons, ...rest.notes]), causes };
};

/**
 * The fold: every sentence in force is asked, every reason returned; refuse beats review beats defer beats allow. Pure,
 * total, and the same for any order of rules and facts. A rulebook with no sentence left against a message without
 * basis still refuses: silence is no permission.
 */
export const decide = (facts: Facts, rulebook: Rulebook): Decision => {
  const rules = rulebook.rulesOn(facts.day, facts.channel);
  const standsAs = classOf(facts);
  if (!needsNoBasis(standsAs)) return decideProspecting(facts, rules, standsAs === 'renewal-request');
  return facts.prospectingBlocks === undefined
    ? decideOutside(facts, rules, standsAs)
    : decideWithBlocks(facts, rules, standsAs);
};
