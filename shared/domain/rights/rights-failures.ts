import { Failure } from '../failure.ts';

export const requestNotFound = () => new Failure('request-not-found', 'No such request at this advertiser.');
export const requestSettled = (detail: string) => new Failure('request-settled', detail);
export const mayNotErase = () =>
  new Failure(
    'insufficient-scope',
    'To answer a request for erasure erases the contact: this asks for the scope contacts:erase, too.',
  );
export const contactRestricted = () =>
  new Failure(
    'contact-restricted',
    'The person asked that the data of this contact are kept and not used (GDPR art. 18).',
  );
