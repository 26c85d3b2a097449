import * as z from 'zod/mini';
import type { AnsweredRequest } from '#shared/app/rights/answer-request.ts';
import type { RequestWithExport } from '#shared/app/rights/get-request.ts';
import { about, named } from '#shared/domain/about.ts';
import { Instant, JobId } from '#shared/domain/ids.ts';
import { EXPORT_FAULTS, EXPORT_FORMATS, ExportState } from '#shared/domain/rights/export-job.ts';
import { ShownRequest } from '#shared/domain/rights/rights-request.ts';
import { stated } from '#shared/domain/stated.ts';
import { Kept, keptView } from './kept.ts';
import { identityPage, rightsRequestView } from './view.ts';

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

const kept = about(
  'Of an erasure that was answered: what remains of the contact, where, until when and why. Inform the person of it with your answer (GDPR art. 12, § 4). Absent: nothing was erased by it, or nothing is noted of the erasure any more.',
  z.optional(z.array(Kept)),
);

/** One request after a step, with what an erasure leaves. */
export const AnsweredRequestView = named('AnsweredRightsRequest', z.extend(ShownRequest, { kept }));

/** One request, with the files that answer it. */
export const RightsRequestWithExport = named(
  'RightsRequestWithExport',
  z.extend(ShownRequest, {
    export: about('The files of the latest exported. Absent: none was asked for.', z.optional(ExportView)),
    identityPage,
    kept,
  }),
);

/** The same after a step, with what an erasure leaves. */
export const answeredRequestView = ({ erasure, ...full }: AnsweredRequest): z.infer<typeof AnsweredRequestView> => ({
  ...rightsRequestView(full),
  ...(erasure && { kept: keptView(erasure) }),
});

/** The same with the files that answer it. */
export const requestWithExportView = ({
  shownExport,
  identityPage: page,
  ...full
}: RequestWithExport): z.infer<typeof RightsRequestWithExport> => {
  const view = { ...answeredRequestView(full), ...(page && { identityPage: page }) };
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
