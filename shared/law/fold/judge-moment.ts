import type { StoredReason } from '#shared/domain/message/verdict.ts';
import { addDaysTo, dayInParis, instantOfWall } from '#shared/domain/time/calendar.ts';
import type { TimedProhibition } from '../article.ts';
import type { Facts } from '../facts/facts.ts';
import { firstForAll } from '../facts/moments.ts';
import { reason, reasonPerDetail } from './fault.ts';
import { concerns, forbidsMessage } from './forbids.ts';
import type { RulesInForce } from './rulebook.ts';

/** Lifted whenever the message goes under these rules: by a reading that is recorded, not by an hour that was agreed. */
const isLifted = ({ unless = [] }: TimedProhibition, facts: Facts): boolean =>
  unless.some(({ atAnyMoment, when }) => atAnyMoment === true && when(facts));

/** The first instant, ms, from `from` on, at which no sentence on the moment forbids; `undefined`: never. */
const firstLawfulMoment = (facts: Facts, { ofMoment }: RulesInForce, from: number): number | undefined =>
  firstForAll(
    ofMoment.filter((sentence) => concerns(sentence, facts) && !isLifted(sentence, facts)),
    from,
    (sentence, at) => sentence.notBefore(facts, at),
  );

/** The rules of the day, and those of later days: a message may wait past the day on which a text changes. */
export interface DatedRules {
  readonly today: RulesInForce;
  readonly on: (day: string) => RulesInForce;
}

const PARIS = 'Europe/Paris';
const areSame = (one: RulesInForce, other: RulesInForce): boolean =>
  one.ofMoment.length === other.ofMoment.length &&
  one.ofMoment.every((sentence, index) => sentence === other.ofMoment[index]);

/**
 * The first lawful instant, each day by its own rules: what opens tomorrow opens by the text of tomorrow (DATE-2). It may
 * lie after the message's validity; `undefined`: never, by the last rules of that validity.
 */
const firstByItsOwnDay = (facts: Facts, { today, on }: DatedRules): number | undefined => {
  const last = dayInParis(facts.validUntil);
  let [rules, from, dated] = [today, facts.at, facts];
  for (let day = addDaysTo(facts.day, 1); day <= last; day = addDaysTo(day, 1)) {
    const next = on(day);
    if (areSame(next, rules)) continue;
    const turns = instantOfWall(day, 0, PARIS);
    const first = firstLawfulMoment(dated, rules, from);
    if (first !== undefined && first < turns) return first;
    [rules, from, dated] = [next, turns, { ...facts, day }];
  }
  return firstLawfulMoment(dated, rules, from);
};

/** What the sentences on the moment give together. */
export interface MomentFound {
  readonly outcome: 'allow' | 'defer' | 'refuse';
  readonly reasons: readonly StoredReason[];
  readonly notBefore?: number;
}

/** Judges the moment: what forbids it, when that ends, and whether the message is still valid then (D8). */
export const judgeMoment = (facts: Facts, rules: DatedRules): MomentFound => {
  const against = rules.today.ofMoment.filter((sentence) => forbidsMessage(sentence, facts));
  const reasons = against.flatMap((sentence) =>
    reasonPerDetail(reason(sentence.code, sentence.article.id), sentence.detail?.(facts)),
  );
  if (facts.at > facts.validUntil) return { outcome: 'refuse', reasons: [...reasons, reason('VALIDITY_PASSED')] };
  if (against.length === 0) return { outcome: 'allow', reasons };
  const notBefore = firstByItsOwnDay(facts, rules);
  if (notBefore !== undefined && notBefore <= facts.validUntil) return { outcome: 'defer', reasons, notBefore };
  const saysSoItself = against.some(({ tooLate }) => tooLate === 'this-code');
  return { outcome: 'refuse', reasons: saysSoItself ? reasons : [...reasons, reason('VALIDITY_PASSED')] };
};
