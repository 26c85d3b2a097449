import type * as z from 'zod/mini';
import { named } from '#shared/domain/about.ts';
import { type FullRequest, RightsStep, ShownRequest } from '#shared/domain/rights/rights-request.ts';

/** A request of a person as the API answers it. */
export const RightsRequestView = named('RightsRequest', ShownRequest);

/** The same, of one that is stored. */
export const rightsRequestView = ({ request, texts }: FullRequest): z.infer<typeof RightsRequestView> => {
  const { revision: _ofTheStore, reserved: _underWay, steps, ...facts } = request;
  const { words } = texts ?? {};
  return {
    ...facts,
    ...(words === undefined ? {} : { words }),
    steps: steps.map(({ apiKeyId: _key, requestId: _call, bodySha256: _body, ...step }, index) =>
      RightsStep.parse({ ...step, ...texts?.steps[index] }),
    ),
  };
};
