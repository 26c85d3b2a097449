import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { namesAny } from '../content/denied.ts';
import type { Comparison, ExternalMessage } from '../content/external.ts';
import { fold } from '../content/fold.ts';
import { judgedMeans } from '../content/means-of-opposition.ts';
import { plainText } from '../content/plain-text.ts';
import { isPricedIn } from '../content/stopping/priced.ts';
import type { CallBytes } from './channel.ts';
import { saysCommercialNature } from './commercial-nature.ts';
import { type CallRoute, type CallTo, isFreeMeans, spokenMeans } from './spoken-means.ts';
import { followedWords, spokenWords } from './spoken-words.ts';

/** What a call made by another system is compared with. */
export type CallComparison = CallTo & Pick<Comparison, 'names' | 'noticeUrl' | 'sources'>;

/**
 * The first and the last words of a call, some twenty seconds each: they are spoken even if the person hangs up early
 * or answers late.
 */
const EDGE_WORDS = 50;

/** A part of a number that is written in groups, after which it may go on, and one that may be the rest of it. */
const isGroup = (word: string | undefined): boolean => word !== undefined && /^[+(]?\d[\d.)-]*\d?[.,;:!?]?$/.test(word);
const goesOn = (word: string | undefined): boolean => isGroup(word) && !/[.,;:!?]$/.test(word ?? '');

/** Words without the half of a number that ends them, or begins them, where the other half is beyond their edge. */
const withoutHalfAtEnd = (words: readonly string[], next: string | undefined): readonly string[] => {
  if (!goesOn(words.at(-1)) || !isGroup(next)) return words;
  const whole = words.findLastIndex((word) => !goesOn(word));
  return words.slice(0, whole + 1);
};
const withoutHalfAtStart = (words: readonly string[], before: string | undefined): readonly string[] => {
  if (!goesOn(before) || !isGroup(words[0])) return words;
  const last = words.findIndex((word) => !goesOn(word));
  return words.slice(isGroup(words[last]) ? last + 1 : last);
};
const edgesOf = (words: readonly string[]): readonly string[] => {
  const from = Math.max(0, words.length - EDGE_WORDS);
  const first = withoutHalfAtEnd(words.slice(0, EDGE_WORDS), words[EDGE_WORDS]);
  const last = withoutHalfAtStart(words.slice(from), from === 0 ? undefined : words[from - 1]);
  return [first.join(' '), last.join(' ')];
};

/** One line is one sentence. */
const wordsOf = (spoken: string): readonly string[] =>
  spoken
    .replaceAll(/([^\s.!?])\s*\n\s*/g, '$1. ')
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * What a call made by another system says (P3), by its spoken words: for whom it calls and how to stop the next, first
 * and last. A key works where the route accepts key presses, and a number where it receives oppositions and rings from
 * where the reader is (D19); another number, also beside ours, is named for a human to decide. Whether a call is advertising is shown by its offer to stop, as in a text (D18); that it is
 * commercial is said in words among the first ones (L. 221-16, al. 1).
 */
export const readExternalCall = (spoken: string, route: CallComparison): BytesFacts => {
  const edges = edgesOf(wordsOf(spoken));
  const means = edges.map((edge) => spokenMeans(edge, route));
  const stated = means.filter(({ length }) => length > 0);
  return {
    namesAdvertiser: edges.every((edge) => namesAny(fold(edge), route.names)),
    isRecognisableAsAdvertising: stated.length > 0,
    hidesCommercialNature: saysCommercialNature(edges[0] ?? '', route.names) ? undefined : true,
    carriesOppositionMeans: stated.length === edges.length,
    ...judgedMeans(stated.flat()),
    oppositionIsFree: means.flat().every(isFreeMeans) && !isPricedIn(spoken),
    carriesProcessingNotice: route.noticeUrl !== '',
    saysWhy: true,
    namesSource: route.sources.length > 0 && namesAny(fold(spoken), route.sources),
  };
};

const routeOf = (callerId: string, { senders }: Advertiser): CallRoute => {
  const sender = senders.calls?.find((each) => each.callerId === callerId);
  return { acceptsKeyPress: sender?.acceptsKeyPress ?? false, oppositionNumber: sender?.oppositionNumber };
};

/** An automated call made by another system. */
export const externalCall = ({ automatedCall }: { readonly automatedCall: CallBytes }): ExternalMessage => ({
  said: { sender: automatedCall.callerId },
  texts: () => [plainText(spokenWords(automatedCall.script) ?? automatedCall.script)],
  trackingPixels: [],
  factsFor: (route, advertiser) => {
    const spoken = spokenWords(automatedCall.script);
    if (spoken === undefined)
      throw invalidRequest([{ pointer: '/bytes/automatedCall/script', detail: 'this SSML is not well formed' }]);
    const to = { ...route, to: route.address, ...routeOf(automatedCall.callerId, advertiser) };
    const facts = readExternalCall(spoken, to);
    const followed = readExternalCall(followedWords(automatedCall.script) ?? '', to);
    // What nobody can follow says nothing to them; what it names beside is named all the same.
    return {
      ...facts,
      namesAdvertiser: followed.namesAdvertiser,
      isRecognisableAsAdvertising: followed.isRecognisableAsAdvertising,
      hidesCommercialNature: followed.hidesCommercialNature,
      carriesOppositionMeans: followed.carriesOppositionMeans,
      namesSource: followed.namesSource,
    };
  },
});
