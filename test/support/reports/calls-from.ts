import { anAdvertiser } from '#test/support/builders.ts';
import type { SendWorld } from '../send-world.ts';

/** By which number an advertiser calls, and how people say stop there. */
interface Caller {
  readonly callerId: string;
  readonly acceptsKeyPress: boolean;
  readonly oppositionNumber?: string;
}

/** Calls of the advertiser of this world come from this caller, from four seconds later on. */
export const callsFrom = async (
  { ports, access, clock }: SendWorld,
  caller: Caller = { callerId: '+33162000000', acceptsKeyPress: true },
): Promise<void> => {
  const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  const current = await ports.advertisers.current(access);
  const put = { ...settings, senders: { ...settings.senders, calls: [caller] } };
  await ports.advertisers.put(access, put, clock.now(), { current, bound: undefined });
  clock.forward(4);
};
