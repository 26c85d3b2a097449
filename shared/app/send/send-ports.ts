import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { AnswersOfRoutes } from '#shared/domain/sending/text-answers.ts';
import type { Clock, NewId } from '../clock.port.ts';
import type { HandOffHalts } from '../halts/halts.port.ts';
import type { Contents } from '../messages/contents.port.ts';
import type { Messages } from '../messages/messages.port.ts';
import type { SentVariants } from '../messages/sent/sent-variants.port.ts';
import type { StopPorts } from '../oppositions/oppose-as-answer.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions, TemplateVersions } from '../settings/versions.port.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';
import type { Claims } from './claims.port.ts';
import type { DueList } from './due-list.port.ts';
import type { CallAnswers, Providers } from './providers.port.ts';
import type { SendQueue } from './send-queue.port.ts';
import type { SendSteps } from './send-steps.ts';

/** The ports and settings that sending one message needs. */
export interface SendPorts {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly messages: Omit<Messages, 'accept'>;
  readonly vetReads: VetReads;
  readonly claims: Claims;
  readonly halts: HandOffHalts;
  readonly advertisers: Advertisers;
  readonly formVersions: FormVersions;
  readonly templates: Pick<TemplateVersions, 'get'>;
  readonly reviews: Pick<Reviews, 'find' | 'open' | 'wait'>;
  readonly contents: Contents;
  readonly variants: Pick<SentVariants, 'keep'>;
  readonly providers: Providers;
  /** What people answer that the route of calls reports. Absent: no call leaves. */
  readonly callAnswers?: CallAnswers | undefined;
  /** Which answers to texts their routes receive. A channel that is absent: none leaves by this deployment. */
  readonly textAnswers: AnswersOfRoutes;
  /** Channels whose provider here delivers nothing after the instant that it is given, beside those of which every provider does. */
  readonly endedByRoute?: readonly SentChannel[] | undefined;
  /** Registers that the provider names somebody who asked it to stop. */
  readonly opposing: Omit<StopPorts, 'clock'>;
  readonly sendQueue: SendQueue;
  readonly dueList: DueList;
  /** Link tokens under keys that must be fetched first; throws `dependency-unavailable` when they cannot be. */
  readonly tokens: () => Promise<Tokens>;
  /** Base of the links in messages: scheme and host, no trailing slash. */
  readonly publicBaseUrl: string;
  /** True on the local stage alone, where links are `http://localhost`. */
  readonly allowsLocalLinks: boolean;
  /** After it, no worker can still be on a claim. */
  readonly functionTimeoutSeconds: number;
}

/** The ports, and the steps made of them, which a test may wrap. */
export interface Sender {
  readonly ports: SendPorts;
  readonly steps: SendSteps;
}

/** What came of one delivery: the state reached, or why the message waits. For the log; ids and codes only. */
export interface SendOutcome {
  readonly state:
    | 'sent'
    | 'refused'
    | 'deferred'
    | 'in-review'
    | 'unknown'
    | 'unknown-final'
    | 'parked'
    | 'put-back'
    /** Another entry of the queue is the one to act on. */
    | 'outdated'
    | 'settled-before';
  readonly code?: string | undefined;
  /** Of one that was put back: it could have left five minutes ago, had nothing failed. */
  readonly isLate?: true | undefined;
}
