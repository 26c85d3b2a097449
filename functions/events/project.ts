import { manifest } from '#functions/manifest.ts';
import {
  audienceIndex,
  changedContactOf,
  latestChanges,
  projecting,
  projectParking,
} from '#functions/wiring/audience.ts';
import { archiving } from '#functions/wiring/keys/archive.ts';
import {
  deletedIn,
  deletions,
  expiryList,
  expiryOfRecord,
  parkedRecordOf,
  proofOfRecord,
} from '#functions/wiring/retention.ts';
import { noteFollowed, projectChange } from '#shared/app/audience/project-changes.ts';
import { keepProof } from '#shared/app/retention/keep-proof.ts';
import { noteDeletions } from '#shared/app/retention/note-deletions.ts';
import { tryEach } from '#shared/app/retention/try-each.ts';
import { streamConsumer } from '#shared/edge/stream.ts';

/** Keeps the audience index, the list of what ends and the proof of what was sent, and notes what went, from the table stream. */
export const handler = streamConsumer(manifest.project, {
  run: async ({ env, record }) => {
    await tryEach([
      async () => {
        const changed = changedContactOf(record);
        if (changed) await projectChange(projecting(env), changed);
      },
      async () => {
        const begun = expiryOfRecord(record);
        if (begun) await expiryList(env).put(begun.entry, begun.endsAt);
      },
      async () => {
        const proof = proofOfRecord(record);
        if (proof) await keepProof(archiving(env), proof);
      },
    ]);
    return undefined;
  },
  park: (env, record, reason) => projectParking(env).park(parkedRecordOf(record), reason),
  finish: async (env, records) => {
    await noteDeletions(deletions(env), deletedIn(records));
    await noteFollowed(audienceIndex(env), latestChanges(records));
  },
});
