import { anAdvertiser } from '#test/support/builders.ts';
import type { SendWorld } from '../send-world.ts';

/** By which number an advertiser calls, and how people say stop there. */
interface Caller {
  readonly callerId: string;
  readonly acceptsKeyPress: boolean;
  readonly oppositionNumber?: string;
}

type Senders = ReturnType<typeof anAdvertiser>['senders'];

/** The advertiser of this world writes and calls from these, from four seconds later on. */
const comesFrom = async ({ ports, access, clock }: SendWorld, senders: Partial<Senders>): Promise<void> => {
  const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  const current = await ports.advertisers.current(access);
  const put = { ...settings, senders: { ...settings.senders, ...senders } };
  await ports.advertisers.put(access, put, clock.now(), { current, bound: undefined });
  clock.forward(4);
};

/** Calls of the advertiser of this world come from this caller. */
export const callsFrom = (
  world: SendWorld,
  caller: Caller = { callerId: '+33162000000', acceptsKeyPress: true },
): Promise<void> => comesFrom(world, { calls: [caller] });

/** Texts of the advertiser of this world come from this sender. */
export const textsFrom = (world: SendWorld, senderId: string): Promise<void> =>
  comesFrom(world, { sms: [{ senderId, replyCode: '36105' }] });
