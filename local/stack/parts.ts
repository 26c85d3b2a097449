import type { AwsPorts } from '../aws/aws-ports.ts';
import type { LocalModels } from '../aws/bedrock/models.ts';
import type { LocalCalls } from '../aws/connect/calls.ts';
import type { Faults } from '../aws/faults.ts';
import type { EmailReports } from '../aws/mail/email-reports.ts';
import type { createMeasure } from '../aws/measure.ts';
import type { Records } from '../aws/records.ts';
import type { Queues, Rules } from '../aws/rules.ts';
import type { SmsReplies } from '../aws/sms/sms-replies.ts';
import type { TextReports } from '../aws/sms/text-reports.ts';
import type { Expiry } from '../aws/tables.ts';
import type { Deployment } from '../boot/deployment.ts';
import type { PublicPorts } from '../boot/public-ports.ts';
import type { Messaging } from '../emulators/messaging.ts';
import type { DrawnFaults } from '../faults/drawn-faults.ts';
import type { Holds } from '../lambda/holds.ts';
import type { Runner } from '../lambda/runner.ts';
import type { OpenProviders } from '../provider/home/providers.ts';
import type { Sources } from '../sources/start.ts';
import type { Watching } from '../watching/watching.ts';
import type { StackClock } from './clock.ts';
import type { Stack } from './stack.ts';

/** The parts of a running stack. */
export interface Parts {
  readonly deployment: Deployment;
  readonly publicPorts: PublicPorts;
  readonly awsPorts: AwsPorts;
  readonly messaging: Messaging;
  readonly records: Records;
  readonly measure: ReturnType<typeof createMeasure>;
  readonly faults: Faults;
  readonly secrets: ReadonlyMap<string, string>;
  readonly clock: StackClock;
  readonly runner: Runner;
  readonly sources: Sources;
  readonly expiry: Expiry;
  readonly watching: Watching;
  readonly replies: SmsReplies;
  readonly provider: OpenProviders;
  readonly reports: EmailReports;
  readonly textReports: TextReports;
  readonly heldCalls: LocalCalls;
  readonly models: LocalModels;
  readonly receiveMail: Stack['receiveMail'];
  readonly rules: Rules;
  readonly queues: Queues;
  readonly writes: { lastAt: number };
  readonly denied: readonly string[];
  readonly stop: () => Promise<void>;
  readonly drawn: DrawnFaults;
  readonly holds: Holds;
  /** The drawn throttles of providers that `idle` has waited for. */
  readonly refused: { seen: number };
}
