import type { Channel } from '#shared/domain/message/channel.ts';
import type { BasisKind, BasisProhibition, FlatProhibition, Prohibition, TimedProhibition } from '../article.ts';

/** The sentences in force on a day for a channel, sorted by what they judge. */
export interface RulesInForce {
  readonly ofMessage: readonly FlatProhibition[];
  readonly ofMoment: readonly TimedProhibition[];
  readonly ofBasis: Readonly<Record<BasisKind, readonly BasisProhibition[]>>;
}

/** A set of prohibitions and its version. */
export interface Rulebook {
  readonly version: string;
  readonly prohibitions: readonly Prohibition[];
  rulesOn(day: string, channel: Channel): RulesInForce;
}

const isInForce = ({ article }: Prohibition, day: string): boolean =>
  day >= article.inForce.from && (article.inForce.until === undefined || day < article.inForce.until);

const concernsChannel = ({ concerns }: Prohibition, channel: Channel): boolean =>
  concerns?.channels?.includes(channel) ?? true;

const sortOut = (prohibitions: readonly Prohibition[]): RulesInForce => {
  const ofBasis = (kind: BasisKind) =>
    prohibitions.filter((each): each is BasisProhibition => each.judges === 'basis' && each.bases.includes(kind));
  return {
    ofMessage: prohibitions.filter((each): each is FlatProhibition => each.judges === 'message'),
    ofMoment: prohibitions.filter((each): each is TimedProhibition => each.judges === 'moment'),
    ofBasis: {
      consent: ofBasis('consent'),
      'existing-customer': ofBasis('existing-customer'),
      'professional-interest': ofBasis('professional-interest'),
      'legal-person': ofBasis('legal-person'),
    },
  };
};

/** First days of all periods, the latest first: between two of them the law does not change. */
const changesOf = (prohibitions: readonly Prohibition[]): readonly string[] => {
  const days = prohibitions.flatMap(({ article: { inForce } }) =>
    inForce.until === undefined ? [inForce.from] : [inForce.from, inForce.until],
  );
  return [...new Set(days)].sort().reverse();
};

/** The first day of the period in which a day lies. Most days asked of lie in the latest. */
const periodOf = (day: string, changes: readonly string[]): string | undefined => {
  for (const first of changes) if (first <= day) return first;
  return undefined;
};

/** A rulebook over these prohibitions, in any order. Remembers what is in force per period and channel. */
export const rulebookOf = (prohibitions: readonly Prohibition[], version: string): Rulebook => {
  const changes = changesOf(prohibitions);
  const known = new Map<string | undefined, Map<Channel, RulesInForce>>();
  const rulesOn = (day: string, channel: Channel): RulesInForce => {
    const period = periodOf(day, changes);
    const found = known.get(period)?.get(channel);
    if (found) return found;
    const rules = sortOut(prohibitions.filter((each) => isInForce(each, day) && concernsChannel(each, channel)));
    known.set(period, (known.get(period) ?? new Map<Channel, RulesInForce>()).set(channel, rules));
    return rules;
  };
  return { version, prohibitions, rulesOn };
};
