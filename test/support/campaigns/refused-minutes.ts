import type { Providers } from '#shared/app/send/providers.port.ts';
import type { SendWorld } from '#test/support/send-world.ts';
import type { CampaignWorld } from './campaign-world.ts';
import type { launchedByTwo } from './two-advertisers.ts';

const PAUSED = 'refused:SendingPausedException';

type Setting = Pick<Awaited<ReturnType<typeof launchedByTwo>>, 'other' | 'eachToItsOwn'> & {
  readonly world: SendWorld;
  readonly campaign: CampaignWorld;
  /** Advertisers of whom the provider takes nobody. */
  readonly refused: ReadonlySet<string>;
  /** Its answer of them. */
  readonly because?: string;
};

/**
 * Minutes of the dispatcher and its workers, `before` each of which something may change: of each, how many were taken of mine, and how many were tried and
 * taken of the other.
 */
export const refusedMinutesOf = ({ world, campaign, refused, other, eachToItsOwn, because = PAUSED }: Setting) => {
  let [mine, tried, taken] = [0, 0, 0];
  const refusing = <P extends object>(name: string, port: P): P => {
    if (name !== 'provider') return eachToItsOwn(name, port);
    const { email } = port as unknown as Required<Pick<Providers, 'email'>>;
    const counting: Providers['email'] = async (outgoing, tags, terms) => {
      const isOther = tags.advertiserId === other.advertiserId;
      if (isOther) tried += 1;
      if (refused.has(tags.advertiserId)) return { answer: 'not-taken', retryable: true, cause: because } as never;
      if (isOther) taken += 1;
      else mine += 1;
      return email(outgoing, tags, terms);
    };
    return { ...port, email: counting } as unknown as P;
  };
  return async (count: number, before: (minute: number) => void = () => undefined) => {
    const each: (readonly [mine: number, tried: number, taken: number])[] = [];
    for (let minute = 0; minute < count; minute += 1) {
      before(minute);
      [mine, tried, taken] = [0, 0, 0];
      await campaign.minute(eachToItsOwn);
      await campaign.work(refusing);
      world.clock.forward(60);
      each.push([mine, tried, taken]);
    }
    return each;
  };
};
