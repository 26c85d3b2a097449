import { failureFields, log } from './log.ts';

/** Logs why the page where a person shows that a request is theirs is left out of an answer: the rest is answered all the same. */
export const identityPageLeftOut = (error: unknown): undefined => {
  log('identity-page-left-out', failureFields(error));
};
