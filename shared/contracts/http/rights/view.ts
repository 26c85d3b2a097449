import * as z from 'zod/mini';
import type { RequestWithExport } from '#shared/app/rights/get-request.ts';
import { about, named } from '#shared/domain/about.ts';
import { Instant, JobId } from '#shared/domain/ids.ts';
import { EXPORT_FAULTS, EXPORT_FORMATS, ExportState } from '#shared/domain/rights/export-job.ts';
import { type FullRequest, RightsStep, ShownRequest } from '#shared/domain/rights/rights-request.ts';
import { stated } from '#shared/domain/stated.ts';

/** A request of a person as the API answers it. */
export const RightsRequestView = named('RightsRequest', ShownRequest);

const ExportView = named(
  'RightsExport',
  z.strictObject({
    jobId: about('The id of its job; the files are named by it.', JobId),
    state: about('How far it is: finished and failed are final.', ExportState),
    fault: about(
      'Why it failed. contact-erased: one of the contacts was erased meanwhile. too-late: nobody went on with it for days. too-large: one file cannot hold it all; export each address of the person by a request of its own, with about: contact. Absent: it did not fail.',
      z.optional(z.enum(EXPORT_FAULTS)),
    ),
    askedAt: about('When it was asked for, in UTC: what came later may not be in it.', Instant),
    finishedAt: about('When it finished or failed, in UTC. Absent: it goes on.', z.optional(Instant)),
    files: about(
      'Where its files can be downloaded without a key: a page for the person, and all of it for programs, of which portability (GDPR art. 20) is one part and access (art. 15) the other. They hold the person’s data in clear. Empty: they are not made yet, or are deleted.',
      z
        .array(
          z.strictObject({
            format: about('What it is.', z.enum(EXPORT_FORMATS)),
            fileUrl: about('Where it is.', z.string()),
            fileUrlEndsAt: about(
              'From then on this address does not work any more, in UTC; ask again for another.',
              Instant,
            ),
          }),
        )
        .check(z.maxLength(EXPORT_FORMATS.length)),
    ),
    filesEndAt: about(
      'Until when the files can be downloaded, in UTC; they are deleted within three days of it. Absent: they are not made yet.',
      z.optional(Instant),
    ),
  }),
);

/** Where the person can show that a request is theirs. */
export const identityPage = about(
  'Of access, portability, rectification and erasure, while it is open and nobody knows who asks: the address of a page for the person, for you to give them with your acknowledgement. A code is sent there, when they ask for it, to the address of the contact; whoever types it can confirm that the request is theirs, and identity is code from then on. That page confirms this request alone. No code can come where you have no sender for that kind of address, which the page says, or where the use of the contact has ended and its address is about to be removed. Absent: it needs no identity, or has one, is closed or being dealt with, no address of the contact is kept, or addresses of pages cannot be made now: read it again later.',
  z.optional(z.string()),
);

/** One request, with the files that answer it. */
export const RightsRequestWithExport = named(
  'RightsRequestWithExport',
  z.extend(ShownRequest, {
    export: about('The files of the latest exported. Absent: none was asked for.', z.optional(ExportView)),
    identityPage,
  }),
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

/** The same with the files that answer it. */
export const requestWithExportView = ({
  shownExport,
  identityPage: page,
  ...full
}: RequestWithExport): z.infer<typeof RightsRequestWithExport> => {
  const view = { ...rightsRequestView(full), ...(page && { identityPage: page }) };
  if (shownExport === undefined) return view;
  const { files, jobId, state, fault, askedAt, finishedAt, filesEndAt } = shownExport;
  return {
    ...view,
    export: {
      jobId,
      state,
      askedAt,
      ...stated({ fault, finishedAt }),
      files: files.map(({ format, url, endsAt }) => ({ format, fileUrl: url, fileUrlEndsAt: endsAt })),
      ...(filesEndAt && { filesEndAt }),
    },
  };
};
