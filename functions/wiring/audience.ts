import { once } from '#functions/wiring/once.ts';
import { sqs } from '#functions/wiring/workers.ts';
import { advertisers, table } from '#functions/wiring.ts';
import { audienceIndexOf } from '#shared/adapters/dynamodb/audience/audience-index.ts';
import { audiencePagesOf } from '#shared/adapters/dynamodb/audience/audience-pages.ts';
import { parkingOf } from '#shared/adapters/sqs/send-queue.ts';
import type { AudienceIndex } from '#shared/app/audience/audience-index.port.ts';
import type { AudiencePages } from '#shared/app/audience/audience-pages.port.ts';
import type { ProjectPorts } from '#shared/app/audience/project-contact.ts';
import type { SendQueue } from '#shared/app/send/send-queue.port.ts';

/** The composition root of the audience index. */
type Needs<V extends string> = Readonly<Record<V, string>>;

export { changedContactOf, latestChanges } from '#shared/adapters/dynamodb/audience/changed-contact.ts';

export const audienceIndex = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): AudienceIndex => audienceIndexOf(table(env)),
);

/** Pages and counts of segments. */
export const audiencePages = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): AudiencePages => audiencePagesOf(table(env)),
);

/** Makes the rows of contacts. */
export const projecting = /* @__PURE__ */ once(
  (env: Needs<'TABLE_NAME'>): ProjectPorts => ({ audienceIndex: audienceIndex(env), advertisers: advertisers(env) }),
);

/** Keeps what the index cannot follow. */
export const projectParking = /* @__PURE__ */ once(
  (env: Needs<'PROJECT_PARKED_QUEUE_URL'>): Pick<SendQueue, 'park'> =>
    parkingOf(sqs(env), env.PROJECT_PARKED_QUEUE_URL),
);
