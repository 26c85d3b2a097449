/** Art. 45 LIL, MIN-1, D2, L10: whose age forbids to rely on a consent, a sale or a profession. */

import type { Ask, Judgement } from './ask.ts';
import { decisionOn, hasReading, type Ledger, list, type Moment, ms, object, upTo, words } from './ledger.ts';
import type { Fields, World } from './world.ts';

/** What the advertiser declares of the offers of a category: for children, sensitive, home energy. */
export const naturesOf = (world: World, category: string): readonly string[] =>
  list(world.advertiser.offers)
    .filter((offer) => offer.category === category)
    .flatMap((offer) => words(offer.natures));

/** A holder of parental authority had agreed by then, which is recorded with what shows it. */
const hasParent = ({ facts }: Ledger, moment: Moment): boolean =>
  upTo(ms(object(facts.parentalConsent)?.agreedAt), moment);

/**
 * L10: given alone while the advertiser knew of a child, a consent stays void when the child has grown up. "Conjointement": a
 * parent agrees together with a child, which nobody is any more once another age is declared. Who is a child now: `minorProblem`.
 */
export const wasGivenByAChild = (ledger: Ledger, givenAt: number, moment: Moment): boolean => {
  const ages = ledger.declared.filter(({ body }) => body.ageBand !== undefined);
  const asChild = ages.findLastIndex((act) => act.body.ageBand === 'under-15');
  const grownUp = asChild < 0 ? undefined : ages[asChild + 1];
  if (grownUp === undefined || givenAt >= grownUp.recorded) return false;
  return !(hasParent(ledger, moment) && ms(object(ledger.facts.parentalConsent)?.agreedAt) < grownUp.recorded);
};

/**
 * Under fifteen with a parent only; an unknown age is no adult's where offer or form is aimed at children; from fifteen to seventeen
 * a human looks where the advertiser reads it so, unless a parent agreed, which suffices even below fifteen.
 */
export const minorProblem = (ledger: Ledger, form: Fields | undefined, ask: Ask, moment: Moment): Judgement => {
  const { ageBand } = ledger.facts;
  if (hasParent(ledger, moment)) return { fails: [], waits: [] };
  const isForChildren =
    form?.childDirected === true || naturesOf(ledger.world, ask.category).includes('child-directed');
  if (ageBand === 'under-15' || (ageBand === undefined && isForChildren))
    return { fails: ['MINOR_CONSENT_INVALID'], waits: [] };
  if (ageBand !== '15-17' || !hasReading(ledger.world, 'minors-from-fifteen-are-reviewed'))
    return { fails: [], waits: [] };
  const decision = decisionOn(ledger, (cause) => cause === 'age-band:15-17', ask.channel, ask.category, moment.t);
  if (decision === 'allowed') return { fails: [], waits: [] };
  return decision === 'refused'
    ? { fails: ['MINOR_CONSENT_UNCERTAIN'], waits: [] }
    : { fails: [], waits: ['MINOR_CONSENT_UNCERTAIN'] };
};
