import type { Facts } from '../facts/facts.ts';
import type { TestFacts } from '../facts/recipient.ts';
import { classOf, openTemplateCause } from '../readings/class-of.ts';
import type { ReasonCode } from '../reasons/reasons.ts';
import type { Conclusion } from './conclusion.ts';
import { type Fault, openCausesOf, reason, reasonsOf, sortedCauses } from './fault.ts';
import { inOrder } from './in-order.ts';
import { faultsOfMessage } from './judge-message.ts';
import { type DatedRules, judgeMoment } from './judge-moment.ts';
import { notesOnPixels } from './notes.ts';
import type { RulesInForce } from './rulebook.ts';

/**
 * What is said of messages and moments and is not asked of a test: it rests on the agreement of its reader alone, nothing
 * counts it, and nobody is chosen by what an offer reveals of them. A sentence that is not named here holds.
 */
export const NOT_ASKED: readonly ReasonCode[] = [
  'CONSENT_MISSING',
  'EVIDENCE_MISSING',
  'B2B_ADDRESS_GUESSED',
  'COLLECTION_UNFAIR',
  'SENSITIVE_TARGETING',
  'RENEWAL_AFTER_OPPOSITION',
  'RENEWAL_ALREADY_ASKED',
  'RENEWAL_TOO_EARLY',
  'ATTEMPT_QUOTA',
  'FREQUENCY_CAP',
];
/** What the reader said: it holds whatever the class of the template. */
export const OPPOSITIONS: readonly ReasonCode[] = [
  'OPPOSED_GLOBAL',
  'OPPOSED_CHANNEL',
  'OPPOSED_PURPOSE',
  'OPPOSED_AFTER_DECISION',
  'RELATIONAL_REFUSED',
  'REOPT_IN_NOT_VALID',
  'USE_RESTRICTED',
];
/** The one thing found in bytes on which a human may decide. */
const IN_BYTES: ReasonCode = 'OPPOSITION_ROAD_NOT_WORKING';

const isOneOf = (codes: readonly string[], { code }: { readonly code: string }): boolean => codes.includes(code);
const isAsked = (each: { readonly code: string }): boolean => !isOneOf(NOT_ASKED, each);
const isOpposition = (each: { readonly code: string }): boolean => isOneOf(OPPOSITIONS, each);

const asked = (rules: RulesInForce): RulesInForce => ({
  ...rules,
  ofMessage: rules.ofMessage.filter((each) => isAsked(each) && !isOpposition(each)),
  ofMoment: rules.ofMoment.filter(isAsked),
});
const onOppositions = (rules: RulesInForce): RulesInForce => ({
  ...rules,
  ofMessage: rules.ofMessage.filter(isOpposition),
});

/** A decision on the template is not waited for; one that refused it holds, and so does whatever is found in the bytes. */
const holds = ({ openCause, reason: { code } }: Fault): boolean => openCause === undefined || code === IN_BYTES;

/**
 * A message that tries a template. It goes to one who agreed to tests and opposes nothing that prospecting by its purpose
 * and channel would meet, whatever its class; in the hours of prospecting, where its channel has some. What its template
 * must not do, and what must be in its bytes, is asked as of a message of its class, with the blocks that promote in it.
 */
export const concludeTest = (
  given: Facts,
  agreement: NonNullable<TestFacts['test']>,
  dated: DatedRules,
): Conclusion => {
  const facts: Facts = given.prospectingBlocks === undefined ? given : { ...given, prospectingBlocks: 'kept' };
  const asProspecting: Facts = { ...given, declaredClass: 'prospecting', prospectingBlocks: undefined };
  const notAgreed = agreement === 'agreed' ? [] : [reason('TEST_NOT_AGREED', undefined, undefined, agreement)];
  const oppositions = faultsOfMessage(asProspecting, onOppositions(dated.today));
  const faults = faultsOfMessage(facts, asked(dated.today));
  const moment = judgeMoment(asProspecting, { today: asked(dated.today), on: (day) => asked(dated.on(day)) });
  const notMarked = facts.wasRendered && facts.isMarkedAsTest !== true ? [reason('TEST_NOT_MARKED')] : [];
  const against = [...notAgreed, ...notMarked, ...reasonsOf(oppositions), ...reasonsOf(faults.filter(holds))];
  const found = {
    notes: notesOnPixels(facts),
    causes: sortedCauses([...openCausesOf(faults), ...(openTemplateCause(facts) ?? [])]),
  };
  const judgedAs = facts.prospectingBlocks === undefined ? classOf(facts) : 'prospecting';
  if (against.length === 0 && moment.outcome === 'allow')
    return { ...found, outcome: 'allow', reasons: [reason('OK_TEST', undefined, undefined, judgedAs)] };
  const reasons = inOrder([...against, ...moment.reasons]);
  if (against.length > 0 || moment.outcome === 'refuse') return { ...found, outcome: 'refuse', reasons };
  return { ...found, outcome: 'defer', reasons, notBefore: moment.notBefore };
};
