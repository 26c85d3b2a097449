import type { Channel } from '#shared/domain/message/channel.ts';
import type { BasisKind } from '#shared/domain/message/message.ts';
import type { BasisProhibition, FlatProhibition, Prohibition, TimedProhibition } from '../article.ts';

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
  /** `day`: `2026-11-24`, in Europe/Paris. */
  rulesOn(day: string, channel: Channel): RulesInForce;
}

const isInForce = ({ article: { inForce } }: Prohibition, day: string): boolean =>
  inForce.from <= day && (inForce.until === undefined || day < inForce.until);

const concernsChannel = ({ concerns }: Prohibition, channel: Channel): boolean =>
  concerns?.channels?.includes(channel) ?? true;

const sortedOut = (sentences: readonly Prohibition[]): RulesInForce => {
  const onBasis = (kind: BasisKind) =>
    sentences.filter((each): each is BasisProhibition => each.judges === 'basis' && each.bases.includes(kind));
  return {
    ofMessage: sentences.filter((each): each is FlatProhibition => each.judges === 'message'),
    ofMoment: sentences.filter((each): each is TimedProhibition => each.judges === 'moment'),
    ofBasis: {
      consent: onBasis('consent'),
      'existing-customer': onBasis('existing-customer'),
      'professional-interest': onBasis('professional-interest'),
      'legal-person': onBasis('legal-person'),
    },
  };
};

/** The days on which a sentence begins or ends, in their order: between two of them the same are in force. */
const turnsOf = (prohibitions: readonly Prohibition[]): readonly string[] =>
  [
    ...new Set(prohibitions.flatMap(({ article: { inForce } }) => [inForce.from, inForce.until ?? inForce.from])),
  ].sort();

/** A rulebook over these prohibitions, in any order. */
export const rulebookOf = (prohibitions: readonly Prohibition[], version: string): Rulebook => {
  const turns = turnsOf(prohibitions);
  const remembered = new Map<string, RulesInForce>();
  const rulesOn = (day: string, channel: Channel): RulesInForce => {
    const key = `${turns.findLast((turn) => turn <= day)} ${channel}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const rules = sortedOut(prohibitions.filter((each) => isInForce(each, day) && concernsChannel(each, channel)));
    remembered.set(key, rules);
    return rules;
  };
  return { version, prohibitions, rulesOn };
};
