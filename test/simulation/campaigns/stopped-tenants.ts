import type { Random } from '#test/worlds/random.ts';
import type { PlannedCampaign, TenantStop } from './planned.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Of runs with mails, how many have an advertiser whom SES stops: while everything goes wrong, and where two share its minutes in peace. */
const STOPPED = { usual: 0.12, shared: 0.5 } as const;

/** Whom SES stops in a run, by whatever campaigns there are; `fair`: two in peace that share its minutes. */
export const stopsIn = (
  random: Random,
  { campaigns, fair }: { readonly campaigns: readonly PlannedCampaign[]; readonly fair: readonly PlannedCampaign[] },
): readonly TenantStop[] => {
  const byMail = campaigns.filter(({ channel }) => channel === 'email');
  const [first] = fair;
  if (first !== undefined && random.chance(STOPPED.shared)) {
    const from = first.at + random.int(-MINUTE, 6 * MINUTE);
    return [{ of: random.pick([0, 1] as const), from, until: from + random.int(5 * MINUTE, 25 * MINUTE) }];
  }
  if (byMail.length === 0 || !random.chance(STOPPED.usual)) return [];
  const { of, at } = random.pick(byMail);
  const from = at + random.pick([random.int(30_000, 4 * MINUTE), random.int(-5 * MINUTE, 40 * MINUTE)]);
  return [
    { of, from, until: from + random.pick([random.int(MINUTE, 15 * MINUTE), random.int(15 * MINUTE, 3 * HOUR)]) },
  ];
};
