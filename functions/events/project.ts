import { manifest } from '#functions/manifest.ts';
import {
  audienceIndex,
  changedContactOf,
  latestChanges,
  projecting,
  projectParking,
} from '#functions/wiring-audience.ts';
import { parkedChangeOf } from '#functions/wiring-workers.ts';
import { noteFollowed, projectChange } from '#shared/app/audience/project-changes.ts';
import { streamConsumer } from '#shared/edge/stream.ts';

/** Keeps the audience index what the standings and profiles of contacts say, from the table stream. */
export const handler = streamConsumer(manifest.project, {
  run: async ({ env, record }) => {
    const changed = changedContactOf(record);
    if (changed) await projectChange(projecting(env), changed);
    return undefined;
  },
  park: (env, record, reason) => projectParking(env).park(parkedChangeOf(record), reason),
  finish: (env, records) => noteFollowed(audienceIndex(env), latestChanges(records)),
});
