import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { foreignRoads } from '../content/foreign-roads.ts';
import { fold } from '../sms/render-sms.ts';
import { type CallRoute, isFreeToCall, spokenRoads } from './spoken-roads.ts';

/** What a call made elsewhere is compared with. */
export interface ForeignCallRoute extends CallRoute {
  /** Every name under which the advertiser may be recognised. */
  readonly names: readonly string[];
  readonly noticeUrl: string;
  /** Who the number came from, where not from the person. */
  readonly sources: readonly string[];
}

/** The first and the last words of a call, some twenty seconds each: whoever hangs up early or late has heard them. */
const EDGE_WORDS = 50;

/** One line is one sentence. */
const wordsOf = (heard: string): readonly string[] =>
  heard
    .replaceAll(/([^\s.!?])\s*\n\s*/g, '$1. ')
    .split(/\s+/)
    .filter((word) => word !== '');

const saysAny = (text: string, names: readonly string[]): boolean =>
  names.some((name) => name.trim() !== '' && fold(text).includes(fold(name)));

/**
 * What the hearer of a call made elsewhere is told (P3), by the words heard: for whom it calls and how to stop the next,
 * first and last. A key counts where the route hears keys, a number where an opposition is heard on it (D19); another
 * number is named for a human to decide. Whether a call is advertising is told by its offer to stop, as in a text.
 */
export const readForeignCall = (heard: string, route: ForeignCallRoute): BytesFacts => {
  const words = wordsOf(heard);
  const edges = [words.slice(0, EDGE_WORDS), words.slice(-EDGE_WORDS)].map((edge) => edge.join(' '));
  const roads = edges.map((edge) => spokenRoads(edge, route));
  const told = roads.filter(({ length }) => length > 0);
  return {
    namesAdvertiser: edges.every((edge) => saysAny(edge, route.names)),
    isRecognisableAsAdvertising: told.length > 0,
    carriesOppositionMeans: told.length === edges.length,
    oppositionMeansWork: told.every((those) => those.some(({ isOurs }) => isOurs)),
    foreignRoad: foreignRoads(told)[0],
    oppositionIsFree: roads.flat().every(isFreeToCall),
    carriesProcessingNotice: route.noticeUrl !== '',
    saysWhy: true,
    namesSource: route.sources.length > 0 && saysAny(heard, route.sources),
  };
};
