import type { BytesFacts, VetRequest } from '#shared/domain/message/vet.ts';
import { type Facts, factsOf } from '../facts/facts.ts';
import { withEarlierConsents } from '../facts/given-again.ts';
import { RULEBOOK } from '../register.ts';
import { judgeRecords } from './judge-records.ts';
import type { Rulebook } from './rulebook.ts';

/**
 * The request in the words of the law, with the final bytes, once they exist. What earlier records are worth is judged by
 * the sentences of the rulebook. Pure.
 */
export const prepareFacts = (given: VetRequest, bytes?: BytesFacts, rulebook: Rulebook = RULEBOOK): Facts => {
  const request = withEarlierConsents(given);
  return factsOf(request, judgeRecords(request, rulebook), bytes);
};
