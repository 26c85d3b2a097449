import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { requestNotFound } from '#shared/domain/rights/rights-failures.ts';
import { answeringErasure } from '../erasure/answering-erasure.ts';
import type { Erasures } from '../erasure/erasures.port.ts';
import type { AnsweredRequest } from './answer-request.ts';
import { type ShowExportPorts, type ShownExport, showExport } from './export/show-export.ts';
import { type IdentityPagePorts, identityPageOf } from './identity-page.ts';
import type { RightsRequests } from './rights-requests.port.ts';

/** A request with its words, and the files that answer it. */
export interface RequestWithExport extends AnsweredRequest {
  /** Absent: none were asked for, or their job is not kept any more. */
  readonly shownExport?: ShownExport | undefined;
  /** Where the person can show that it is theirs, while that is awaited. */
  readonly identityPage?: string | undefined;
}

export interface GetRequestPorts extends ShowExportPorts, IdentityPagePorts {
  readonly requests: Pick<RightsRequests, 'get'>;
  readonly erasures: Pick<Erasures, 'find'>;
}

/** A request with its words, the files that were made to answer it, what the erasure that answered it leaves, and where the person can show that it is theirs. Throws `request-not-found`. */
export const getRequest = async (
  { requests, erasures, ...ports }: GetRequestPorts,
  { access, id }: { readonly access: AdvertiserAccess; readonly id: FactId },
): Promise<RequestWithExport> => {
  const found = await requests.get(access, id);
  if (found === undefined) throw requestNotFound();
  const shownExport = await showExport(ports, access, found);
  const erasure = await answeringErasure(erasures, access, found.request);
  return { ...found, shownExport, erasure, identityPage: await identityPageOf(ports, access, found.request) };
};
