import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { requestNotFound } from '#shared/domain/rights/rights-failures.ts';
import type { FullRequest } from '#shared/domain/rights/rights-request.ts';
import { type ShowExportPorts, type ShownExport, showExport } from './export/show-export.ts';
import type { RightsRequests } from './rights-requests.port.ts';

/** A request with its words, and the files that answer it. */
export interface RequestWithExport extends FullRequest {
  /** Absent: none were asked for, or their job is not kept any more. */
  readonly shownExport?: ShownExport | undefined;
}

/** A request with its words, and the files that were made to answer it. Throws `request-not-found`. */
export const getRequest = async (
  { requests, ...ports }: ShowExportPorts & { readonly requests: Pick<RightsRequests, 'get'> },
  { access, id }: { readonly access: AdvertiserAccess; readonly id: FactId },
): Promise<RequestWithExport> => {
  const found = await requests.get(access, id);
  if (found === undefined) throw requestNotFound();
  return { ...found, shownExport: await showExport(ports, access, found) };
};
