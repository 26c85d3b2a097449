import { factIdOf } from '../contact/fingerprint.ts';
import type { ContactId } from '../ids.ts';
import { canonicalJson } from '../ledger/canonical.ts';
import type { Standing } from '../ledger/standing.ts';
import type { Disclosure } from './disclosure.ts';
import { causeOf, type Ending, endingsIn } from './what-is-due.ts';

/** What a former contact says itself; `undefined`: nothing that is known. */
type Own = Pick<Standing, 'oppositions' | 'restrictions'> | undefined;

/** One act that came to two contacts: a copy keeps its scope, its way and when it was. */
const saysItself = (own: Own, { cause, of, occurredAt, act }: Ending): boolean =>
  cause === 'restriction'
    ? own?.restrictions?.some((id) => id === act) === true
    : own?.oppositions.some(
        (each) =>
          causeOf(each) === cause && each.occurredAt === occurredAt && canonicalJson(each.of) === canonicalJson(of),
      ) === true;

/**
 * What a person did at an address that they took since, as it is of a former contact: an act of the person, who is the same, under the id
 * that its copy has or would have there, so that it is one notification by whichever way it comes. `undefined`: an erasure, which is of
 * one contact and opposes as well; or what the former contact says itself, and makes due.
 */
export const atFormer = (ending: Ending, former: ContactId, own: Own): Ending | undefined => {
  if (ending.cause === 'erasure' || saysItself(own, ending)) return undefined;
  if (ending.cause === 'restriction') return ending;
  const copied = factIdOf(former, ending.act);
  return { ...ending, act: copied, key: copied };
};

/** What is in force at a later contact of the person against a disclosure at a former one (`endingsIn`). */
export const endingsAtFormer = (later: Standing, disclosure: Disclosure, own: Own): readonly Ending[] =>
  endingsIn(later, disclosure).flatMap((each) => atFormer(each, disclosure.contactId, own) ?? []);
