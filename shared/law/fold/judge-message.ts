import type { FlatProhibition } from '../article.ts';
import type { Facts } from '../facts/facts.ts';
import { type Fault, faultOf, reason, reasonPerDetail } from './fault.ts';
import { forbidsMessage } from './forbids.ts';
import type { RulesInForce } from './rulebook.ts';

const faultFoundBy = (sentence: FlatProhibition, facts: Facts): readonly Fault[] =>
  reasonPerDetail(reason(sentence.code, sentence.article.id, sentence.fact?.(facts)), sentence.detail?.(facts)).flatMap(
    (found) => faultOf(found, { isAsked: sentence.cause !== undefined, cause: sentence.cause?.(facts) }, facts),
  );

/** What the sentences in force hold against the message as a whole. */
export const faultsOfMessage = (facts: Facts, { ofMessage }: RulesInForce): readonly Fault[] =>
  ofMessage.filter((sentence) => forbidsMessage(sentence, facts)).flatMap((sentence) => faultFoundBy(sentence, facts));
