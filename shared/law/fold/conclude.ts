import { type ClassWithoutBasis, needsNoBasis } from '#shared/domain/message/template.ts';
import type { Outcome, StoredReason } from '#shared/domain/message/verdict.ts';
import { dayInParis } from '#shared/domain/time/calendar.ts';
import type { Facts } from '../facts/facts.ts';
import { classOf, OUTSIDE, openTemplateCause } from '../readings/class-of.ts';
import { SEVEREST_FIRST } from './both-verdicts.ts';
import { concludeTest } from './conclude-test.ts';
import type { Conclusion } from './conclusion.ts';
import { finalReasonsOf, openCausesOf, outcomeOf, reason, reasonsOf, sortedCauses } from './fault.ts';
import { inOrder } from './in-order.ts';
import { judgeBases } from './judge-bases.ts';
import { faultsOfMessage } from './judge-message.ts';
import { type DatedRules, judgeMoment, type MomentFound } from './judge-moment.ts';
import { notesOn, notesOnPixels } from './notes.ts';
import type { Rulebook, RulesInForce } from './rulebook.ts';

/** The outcome that wins: refuse beats review beats defer beats allow. */
const severest = (outcomes: readonly Outcome[]): Outcome =>
  SEVEREST_FIRST.find((each) => outcomes.includes(each)) ?? 'refuse';

/** Of the moment: all where it refuses; what only puts off refuses nothing. */
const refusingOf = ({ outcome, reasons }: MomentFound): readonly StoredReason[] =>
  outcome === 'refuse' ? reasons : [];

/** A message that is no prospecting: the sentences that concern its class, those on its moment among them, and its validity (D5). */
const concludeOutside = (facts: Facts, dated: DatedRules, judgedAs: ClassWithoutBasis): Conclusion => {
  const faults = faultsOfMessage(facts, dated.today);
  const moment = judgeMoment(facts, dated);
  const outcome = severest([outcomeOf(faults), moment.outcome]);
  const against = [...reasonsOf(faults), ...moment.reasons];
  const ok = reason(OUTSIDE[judgedAs], undefined, facts.saleReferredTo, facts.templateCause);
  const causes = openCausesOf(faults);
  return {
    outcome,
    reasons: outcome === 'allow' ? [ok] : inOrder(against),
    ...(outcome === 'refuse' ? { refusing: inOrder([...finalReasonsOf(faults), ...refusingOf(moment)]) } : {}),
    notes: notesOnPixels(facts),
    ...(outcome === 'review' ? { cause: sortedCauses(causes)[0] } : {}),
    ...(outcome === 'defer' ? { notBefore: moment.notBefore } : {}),
    causes: sortedCauses(causes.concat(openTemplateCause(facts) ?? [])),
  };
};

/**
 * What refuses the message at the first lawful instant, by the rules of that day: what waits for it would wait in vain
 * (D8), and a longer validity would not help. `undefined`: nothing, or there is no such instant.
 */
const whatRefusesThen = (
  notBefore: number | undefined,
  facts: Facts,
  { on }: DatedRules,
): 'forbidden-then' | 'no-basis-then' | undefined => {
  if (notBefore === undefined) return undefined;
  const day = dayInParis(notBefore);
  const [then, rules] = [{ ...facts, at: notBefore, day }, on(day)];
  if (outcomeOf(faultsOfMessage(then, rules)) === 'refuse') return 'forbidden-then';
  return judgeBases(then, rules).outcome === 'refuse' ? 'no-basis-then' : undefined;
};

const concludeInOneCapacity = (facts: Facts, dated: DatedRules): Conclusion => {
  const rules = dated.today;
  const message = faultsOfMessage(facts, rules);
  const bases = judgeBases(facts, rules);
  const moment = judgeMoment(facts, dated);
  const outcome = severest([outcomeOf(message), bases.outcome, moment.outcome]);
  const template = openTemplateCause(facts) ?? [];
  const found = {
    outcome,
    notes: notesOn(facts, bases),
    causes: sortedCauses([...openCausesOf(message), ...bases.causes].concat(template)),
  };
  if (outcome === 'allow') {
    const asked = classOf(facts) === 'renewal-request' ? [reason('OK_RENEWAL_REQUEST')] : [];
    return { ...found, reasons: [...asked, ...bases.reasons] };
  }
  const ofBases = bases.outcome === 'allow' ? [] : bases.reasons;
  const against = [...reasonsOf(message), ...ofBases, ...moment.reasons];
  const reasons = against.length === 0 ? [reason('INPUT_INVALID')] : inOrder(against);
  if (outcome === 'refuse') {
    const refusing = inOrder([...finalReasonsOf(message), ...bases.refusing, ...refusingOf(moment)]);
    return { ...found, reasons, refusing };
  }
  // What awaits a human waits in vain as well.
  const inVain = whatRefusesThen(moment.notBefore, facts, dated);
  if (inVain !== undefined) {
    const tooLate = reason('VALIDITY_PASSED', undefined, undefined, inVain);
    return {
      ...found,
      outcome: 'refuse',
      reasons: inOrder([...reasons, tooLate]),
      refusing: inOrder([...moment.reasons, tooLate]),
    };
  }
  if (outcome === 'defer') return { ...found, reasons, notBefore: moment.notBefore };
  return { ...found, reasons, cause: sortedCauses([...openCausesOf(message), ...bases.awaited])[0] };
};

/** Whether one of these bases holds, or may once a human decided. */
const canCarry = (bases: Facts['bases'], facts: Facts, { today }: DatedRules): boolean =>
  judgeBases({ ...facts, bases }, today).outcome !== 'refuse';

/** The milder of two conclusions, the second of two alike; with the causes of both, since a decision may turn either. */
const milder = (one: Conclusion, other: Conclusion): Conclusion => {
  const rank = ({ outcome }: Conclusion) => SEVEREST_FIRST.indexOf(outcome);
  const causes = sortedCauses([...one.causes, ...other.causes]);
  return { ...(rank(one) > rank(other) ? one : other), causes };
};

/**
 * Who is both a private person and a professional is written to in one capacity (FR-B2B-3): that of the basis which carries the message.
 * Where acts of a private person carry it, the consumer's rules hold; where a basis of the other capacity carries it as well, either will do (D21).
 */
const concludeProspecting = (facts: Facts, dated: DatedRules): Conclusion => {
  const privately = facts.bases.filter(({ isPrivate }) => isPrivate === true);
  const otherwise = facts.bases.filter(({ isPrivate }) => isPrivate !== true);
  if (!canCarry(privately, facts, dated)) return concludeInOneCapacity(facts, dated);
  const asConsumer = concludeInOneCapacity({ ...facts, isConsumer: true }, dated);
  if (asConsumer.outcome === 'allow' || !canCarry(otherwise, facts, dated)) return asConsumer;
  return milder(asConsumer, concludeInOneCapacity({ ...facts, bases: otherwise }, dated));
};

/**
 * A message that is no prospecting, with blocks that are (D5): the whole is sent where prospecting is allowed; else the
 * blocks are left out, which the notes say and why, and the rest goes at once. Bytes that hold them are prospecting.
 */
const concludeWithBlocks = (facts: Facts, rules: DatedRules, judgedAs: ClassWithoutBasis): Conclusion => {
  if (facts.prospectingBlocks === 'kept') return concludeProspecting(facts, rules);
  const rest = concludeOutside(facts, rules, judgedAs);
  const leftOut = reason('PROSPECTING_BLOCKS_LEFT_OUT');
  if (facts.prospectingBlocks === 'left-out')
    return { ...rest, notes: inOrder([leftOut, ...(facts.blocksStoppedBy ?? []), ...rest.notes]) };
  const whole = concludeProspecting({ ...facts, prospectingBlocks: 'kept' }, rules);
  if (whole.outcome === 'allow') return whole;
  const causes = sortedCauses([...rest.causes, ...whole.causes]);
  return { ...rest, notes: inOrder([leftOut, ...whole.reasons, ...rest.notes]), causes };
};

/**
 * The fold, as a lawyer would say it. For each sentence in force: does it concern this message, is what it forbids there,
 * does an exception lift it? Every reason is collected, and the severest outcome wins. Pure, total, and the same for any
 * order of rules and facts. Where nothing was found against a message without basis it still refuses: silence is no
 * permission.
 */
export const conclude = (facts: Facts, rulebook: Rulebook): Conclusion => {
  const on = (day: string): RulesInForce => rulebook.rulesOn(day, facts.channel);
  const rules: DatedRules = { today: on(facts.day), on };
  if (facts.test !== undefined) return concludeTest(facts, facts.test, rules);
  const judgedAs = classOf(facts);
  if (!needsNoBasis(judgedAs)) return concludeProspecting(facts, rules);
  return facts.prospectingBlocks === undefined
    ? concludeOutside(facts, rules, judgedAs)
    : concludeWithBlocks(facts, rules, judgedAs);
};
