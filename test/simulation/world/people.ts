import { createHash } from 'node:crypto';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import { acceptMessage } from '#shared/app/messages/accept-message.ts';
import { opposeByLink } from '#shared/app/oppositions/oppose-by-link.ts';
import { reportOpposition } from '#shared/app/oppositions/report-opposition.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { PlannedOpposition, Story } from '../story.ts';
import type { askingOf } from './asking.ts';
import type { Simulation } from './process.ts';
import type { Queue } from './queue.ts';
import { ADVERTISERS } from './setup.ts';
import type { Received } from './sink.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const instantOf = (at: number): Instant => new Date(at).toISOString() as Instant;
const kindOf = (channel: Received['channel']) => (channel === 'email' ? 'email' : 'phone');

const CONTENTS = {
  email: { email: { subject: 'Nos vins d’hiver {{ref}}', text: 'Bonjour, nos vins d’hiver sont là.' } },
  sms: { sms: { text: 'Maison Valmy: -20 % sur les vins {{ref}}' } },
} as const;

/** An opposition of a run, as it came to be. */
interface Opposed {
  readonly address: string;
  readonly askedAt: number;
  acknowledgedAt?: number | undefined;
}

/** What SES reports of a mail, and how long it takes it. */
const REPORT_LOST = 0.4;
const REPORT_MS = [500, 600_000] as const;

const onTopic = (event: object): string => JSON.stringify({ Message: JSON.stringify(event) });

/** Applications, readers and operators: they do what the story says, and what comes of it is noted. */
export const peopleOf = (
  sim: Simulation,
  story: Story,
  ask: ReturnType<typeof askingOf>,
  queues: { readonly feedback: Queue; readonly replies: Queue },
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

  const reported = (received: Received, eventType: string, more: object = {}): void => {
    const { advertiserId } = advertiserOf(received.address).access;
    const contactId = received.contactTag === undefined ? {} : { contactId: [received.contactTag] };
    const tags = { advertiserId: [advertiserId], messageId: [received.messageId], ...contactId };
    const mail = { timestamp: instantOf(received.at), messageId: received.providerId, tags };
    queues.feedback.put(onTopic({ eventType, mail, ...more }), 1);
  };

  const complain = (received: Received): void => {
    heardLater(received.address, received.messageId ?? '');
    const timestamp = instantOf(schedule.now());
    reported(received, 'Complaint', { complaint: { timestamp, feedbackId: received.providerId } });
  };

  const react = { link: click, reply: answer, complaint: complain, reported: () => undefined } as const;
  const answered = new Set<PlannedOpposition>();

  return {
    acceptedAt,
    opposed,
    halts,
    acknowledged: (name: string): void => {
      const own = acknowledgements.get(name);
      if (own !== undefined) own.acknowledgedAt ??= schedule.now();
    },
    /** A message is with its reader. */
    onTaken: (received: Received): void => {
      if (received.channel === 'email' && !faults.strikes('report-lost', REPORT_LOST, received.reference))
        schedule.after(draws('reports').int(...REPORT_MS), () => reported(received, 'Delivery'));
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
