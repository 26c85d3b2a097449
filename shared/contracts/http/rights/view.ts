import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { type FullRequest, RightsStep, ShownRequest } from '#shared/domain/rights/rights-request.ts';

/** A request of a person as the API answers it. */
export const RightsRequestView = named('RightsRequest', ShownRequest);

/** Where the person can show that a request is theirs. */
export const identityPage = about(
  'Of access, portability, rectification and erasure, while it is open and nobody knows who asks: the address of a page for the person, for you to give them with your acknowledgement. A code is sent there, when they ask for it, to the address of the contact; whoever types it can confirm that the request is theirs, and identity is code from then on. That page confirms this request alone. No code can come where you have no sender for that kind of address, which the page says, or where the use of the contact has ended and its address is about to be removed. Absent: it needs no identity, or has one, is closed or being dealt with, no address of the contact is kept, or addresses of pages cannot be made now: read it again later.',
  z.optional(z.string()),
);

/** A request that is stored. */
export const rightsRequestView = ({ request, texts }: FullRequest): z.infer<typeof RightsRequestView> => {
  const { revision: _ofTheStore, reserved: _underWay, line: _ofTheirList, steps, ...facts } = request;
  const { words } = texts ?? {};
  return {
    ...facts,
    ...(words === undefined ? {} : { words }),
    steps: steps.map(({ apiKeyId: _key, requestId: _call, bodySha256: _body, ...step }, index) =>
      RightsStep.parse({ ...step, ...texts?.steps[index] }),
    ),
  };
};
