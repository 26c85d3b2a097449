import { knownAdvertiser } from '../contacts/contact-of.ts';
import { changeAddress } from './change-address.ts';
import { mergePeople } from './merge-people.ts';
import type { ChangedPerson, ChangePersonPorts, OfContact, PersonChange } from './person-change.ts';
import { unlinkPerson } from './unlink-person.ts';

/** Does what is asked: see `changeAddress`, `unlinkPerson` and `mergePeople`. Also throws `advertiser-not-found`. */
export const changePerson = async (
  ports: ChangePersonPorts,
  of: OfContact,
  change: PersonChange,
): Promise<ChangedPerson> => {
  await knownAdvertiser(ports.advertisers, of.access);
  if (change.action === 'unlink') return unlinkPerson(ports, of, change.reason);
  if (change.action === 'merge') return mergePeople(ports, of, change.with);
  return changeAddress(ports, of, change);
};
