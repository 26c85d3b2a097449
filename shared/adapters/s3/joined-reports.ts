import type { S3Client } from '@aws-sdk/client-s3';
import type { JobReports } from '#shared/app/jobs/job-files.port.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { bytesOf } from './absent.ts';
import { CSV, pieceKeyOf, reportKeyOf } from './job-keys.ts';
import { largeFile } from './large-file.ts';

/** Pieces that are in memory at once, beside what is sent: each has the rows of one part, some 500 KB. */
const READS_AT_ONCE = 8;

/** What makes the report of a job on S3 of its pieces, however large it is. */
export const joinedReportsOf = ({
  client,
  bucket: Bucket,
  partBytes,
}: {
  readonly client: S3Client;
  readonly bucket: string;
  /** As `largeFile` has it. */
  readonly partBytes?: number;
}): JobReports => {
  return {
    join: async (access, jobId, heading, offsets) => {
      const file = largeFile(client, { Bucket, Key: reportKeyOf(access, jobId), type: CSV }, partBytes);
      await file.write(Buffer.from(heading));
      for (let begin = 0; begin < offsets.length; begin += READS_AT_ONCE) {
        const some = offsets.slice(begin, begin + READS_AT_ONCE);
        // S3 deletes a piece after four days: a job that is put back later ends all the same, without it in its report.
        const pieces = await atMost(READS_AT_ONCE, some, (offset) =>
          bytesOf(client, { Bucket, Key: pieceKeyOf(access, jobId, offset) }),
        );
        for (const piece of pieces) if (piece !== undefined) await file.write(piece);
      }
      await file.close();
    },
  };
};
