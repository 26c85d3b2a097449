import { manifest } from '#functions/manifest.ts';
import {
  audienceIndex,
  changedContactOf,
  latestChanges,
  projecting,
  projectParking,
} from '#functions/wiring-audience.ts';
import { deletedIn, deletions, expiryList, expiryOfRecord } from '#functions/wiring-retention.ts';
import { parkedChangeOf } from '#functions/wiring-workers.ts';
import { noteFollowed, projectChange } from '#shared/app/audience/project-changes.ts';
import { noteDeletions } from '#shared/app/retention/note-deletions.ts';
import { streamConsumer } from '#shared/edge/stream.ts';

/** Keeps the audience index and the list of what ends, and notes what went, from the table stream. */
export const handler = streamConsumer(manifest.project, {
  run: async ({ env, record }) => {
    const changed = changedContactOf(record);
    if (changed) await projectChange(projecting(env), changed);
    const begun = expiryOfRecord(record);
    if (begun) await expiryList(env).put(begun.entry, begun.endsAt);
    return undefined;
  },
  park: (env, record, reason) => projectParking(env).park(parkedChangeOf(record), reason),
  finish: async (env, records) => {
    await noteDeletions(deletions(env), deletedIn(records));
    await noteFollowed(audienceIndex(env), latestChanges(records));
  },
});
