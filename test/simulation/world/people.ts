import { createHash } from 'node:crypto';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import { acceptMessage } from '#shared/app/messages/accept-message.ts';
import { opposeByLink } from '#shared/app/oppositions/oppose-by-link.ts';
import { reportOpposition } from '#shared/app/oppositions/report-opposition.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Reporting, Word } from '../routed/reporting.ts';
import type { PlannedOpposition, Story } from '../story.ts';
import type { askingOf } from './asking.ts';
import { CONTENTS, kindOf } from './contents.ts';
import type { Simulation } from './process.ts';
import type { Queue } from './queue.ts';
import { onTopic, reportsOf } from './reports.ts';
import { ADVERTISERS } from './setup.ts';
import type { Opposed, Received } from './sink.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const instantOf = (at: number): Instant => new Date(at).toISOString() as Instant;
/** What SES reports of a mail, and how long it takes it. */
const REPORT_LOST = 0.4;
const REPORT_MS = [500, 600_000] as const;

/** Applications, readers and operators: they do what the story says, and what comes of it is noted. */
export const peopleOf = (
  sim: Simulation,
  story: Story,
  ask: ReturnType<typeof askingOf>,
  queues: { readonly feedback: Queue; readonly replies: Queue },
  routed: Reporting | undefined,
) => {
  const { schedule, faults, draws } = sim;
  const acceptedAt = new Map<string, number>();
  const opposed: Opposed[] = [];
  const halts: { acknowledgedAt?: number | undefined; liftedAt?: number | undefined }[] = [];
  const acknowledgements = new Map<string, Opposed>();
  const after = (at: number, run: () => Promise<void>): void => schedule.after(at - schedule.now(), () => void run());

  const oppose = async (address: string, what: string, run: Parameters<typeof ask>[1]): Promise<void> => {
    const own: Opposed = { address, askedAt: schedule.now() };
    opposed.push(own);
    own.acknowledgedAt = await ask(what, run);
  };

  const advertiserOf = (address: string) =>
    ADVERTISERS[story.people.find((person) => person.address === address)?.of ?? 0];

  const reports = reportsOf(schedule.now, queues.feedback, (address) => advertiserOf(address).access.advertiserId);

  const report = ({ by }: PlannedOpposition): Promise<void> => {
    const { address = '', channel = 'email' } = story.people[by] ?? {};
    return oppose(address, `an opposition of ${address} is reported`, (ports) =>
      reportOpposition(ports, {
        access: advertiserOf(address).access,
        address: { kind: kindOf(channel), value: address },
        of: { scope: 'channel', channels: [channel] },
        via: 'letter',
        requestId: sha256(`report/${address}`),
        bodySha256: sha256('report'),
        actor: { by: 'system' },
      }),
    );
  };

  const click = ({ address, link = '' }: Received): Promise<void> =>
    oppose(address, `${address} clicks the link`, async (ports) => {
      const read = (await ports.tokens()).read(link);
      if (read === undefined) throw new Error('a link that cannot be read');
      await opposeByLink(
        { ...ports, messages: ports.sentMessages },
        {
          access: advertiserOf(address).access,
          link: read,
          isOneClick: true,
          everything: false,
          receivedSha256: sha256('one-click'),
        },
      );
    });

  /** Heard of once its worker has done it. */
  const heardLater = (address: string, name: string): void => {
    const own: Opposed = { address, askedAt: schedule.now() };
    opposed.push(own);
    acknowledgements.set(name, own);
  };

  const answer = ({ address, providerId }: Received): void => {
    const inboundMessageId = `reply-to-${providerId}`;
    heardLater(address, inboundMessageId);
    const sms = {
      originationNumber: address,
      destinationNumber: advertiserOf(address).replyCode,
      messageBody: 'STOP',
      inboundMessageId,
    };
    queues.replies.put(onTopic(sms), 1);
  };

  const complain = (received: Received): void => {
    heardLater(received.address, received.messageId ?? '');
    reports.complaint(received);
  };

  const acknowledge = (name: string): void => {
    const own = acknowledgements.get(name);
    if (own !== undefined) own.acknowledgedAt ??= schedule.now();
  };

  /** What a person says to the provider that wrote to them. */
  const say = (word: Word) => (received: Received) =>
    routed && oppose(received.address, `${received.address} says stop: ${word}`, routed.said(received, word));

  const react = {
    link: click,
    reply: routed === undefined ? answer : say('reply'),
    key: say('key'),
    listed: say('listed'),
    complaint: complain,
    reported: () => undefined,
  } as const;
  const answered = new Set<PlannedOpposition>();

  return {
    acceptedAt,
    opposed,
    halts,
    acknowledged: acknowledge,
    /** A report of a mail was applied. */
    applied: (messageId: string, of: 'complaint' | 'bounce'): void => {
      if (of === 'complaint') acknowledge(messageId);
      const reported = sim.sink.inbox.find((received) => received.messageId === messageId);
      if (reported === undefined) return;
      const { run, address } = reported;
      const noted = of === 'complaint' ? sim.sink.complaints : sim.sink.bounces;
      if (!noted.some((known) => known.run === run && known.address === address))
        noted.push({ run, address, at: schedule.now() });
    },
    /** A message is with its reader, or comes back. */
    onTaken: (received: Received): void => {
      const isDead = story.people.some((person) => person.isDead && person.address === received.address);
      const isReported = isDead || !faults.strikes('report-lost', REPORT_LOST, received.reference);
      if (received.channel === 'email' && isReported)
        schedule.after(draws('reports').int(...REPORT_MS), () => reports[isDead ? 'bounce' : 'delivery'](received));
      routed?.taken(received);
      if (isDead || received.isDropped) return;
      for (const planned of story.oppositions) {
        if (story.people[planned.by]?.address !== received.address) continue;
        if (planned.how === 'reported' || answered.has(planned)) continue;
        answered.add(planned);
        schedule.after(planned.afterReading, () => void react[planned.how](received));
      }
    },
    begin: (): void => {
      for (const message of story.messages) {
        const { address = '', channel = 'email' } = story.people[message.to] ?? {};
        const { reference, validUntil } = message;
        after(message.at, async () => {
          const at = await ask(`${reference} for ${address}`, (ports) =>
            acceptMessage(ports, {
              access: advertiserOf(address).access,
              maySendTransactional: false,
              requested: {
                address: { kind: kindOf(channel), value: address },
                channel,
                purpose: 'own-offers',
                offerCategory: 'wine',
                content: CONTENTS[channel],
                reference,
                mergeValues: { ref: reference },
                validUntil: instantOf(validUntil),
                request: { requestId: sha256(`message/${reference}`), bodySha256: sha256(reference) },
              },
            }),
          );
          if (at !== undefined) acceptedAt.set(reference, at);
        });
      }
      for (const planned of story.oppositions) if (planned.how === 'reported') after(planned.at, () => report(planned));
      for (const { from, until } of story.halts) {
        const own: (typeof halts)[number] = {};
        halts.push(own);
        const change = (kind: 'halt' | 'resume') =>
          ask(`an operator says ${kind}`, (ports) =>
            changeHalts({ halts: ports.operatorHalts, clock: ports.clock }, { kind, by: 'Claire', why: 'An incident' }),
          );
        after(from, async () => {
          own.acknowledgedAt = await change('halt');
        });
        after(until, async () => {
          own.liftedAt = schedule.now();
          await change('resume');
        });
      }
    },
  };
};
