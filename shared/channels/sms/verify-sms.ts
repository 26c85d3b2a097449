import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { stopCodesIn } from '#shared/domain/opposition/stop-instruction.ts';
import { fold } from '../content/fold.ts';
import type { Mentions } from '../content/mentions.ts';
import { isPricedIn } from '../content/stopping/priced.ts';
import { namesSource, startsWithName, TEST_MARK } from './render-sms.ts';
import { segmentsOf } from './segments.ts';
import { namesAnother } from './sender-id.ts';
import { endsWithStop } from './standing-stops.ts';

/** Segments that one SMS may take where no setting says otherwise. */
const DEFAULT_MAX_SEGMENTS = 3;

/** The sender that the reader sees; absent: not known. */
interface SmsRoute {
  readonly senderId?: string | undefined;
}

/** A name begins the text, and the mark of a test is what comes next. */
const isMarkedAsTest = (text: string, names: readonly string[]): boolean => {
  const before = text.slice(0, Math.max(0, text.indexOf(TEST_MARK)));
  const saysNoMore = (name: string) => !/[\p{L}\p{N}]/u.test(fold(before).slice(fold(name).length));
  return names.some((name) => startsWithName(before, [name]) && saysNoMore(name));
};

/**
 * Reads the final text of an SMS again and finds what it says to its reader (P3, SMS-1). Segments are counted again;
 * whether they fit is for the law to say. The notice of an SMS is on the page of its link and was shown at the
 * collection (D12).
 */
export const verifySms = (
  rendered: { readonly text: string },
  mentions: Mentions,
  route: SmsRoute = {},
): BytesFacts => {
  const code = mentions.replyCode;
  const others = stopCodesIn(rendered.text).filter((each) => each !== code);
  const carriesStop = code !== undefined && endsWithStop(rendered.text, code);
  const hides = route.senderId !== undefined && namesAnother(route.senderId, mentions.advertiserNames);
  return {
    namesAdvertiser: startsWithName(rendered.text, mentions.advertiserNames) && !hides,
    isRecognisableAsAdvertising: carriesStop,
    carriesOppositionMeans: carriesStop,
    oppositionMeansWork: carriesStop && others.length === 0,
    oppositionIsFree: code !== undefined && [code, ...others].every(isFreeOfSurcharge) && !isPricedIn(rendered.text),
    carriesProcessingNotice: mentions.noticeUrl !== '',
    saysWhy: true,
    namesSource: mentions.sourceToName !== undefined && namesSource(rendered.text, mentions.sourceToName),
    ...(mentions.isTest && isMarkedAsTest(rendered.text, [mentions.publicName, ...mentions.advertiserNames])
      ? { isMarkedAsTest: true }
      : {}),
    segments: segmentsOf(rendered.text).segments,
    maxSegments: mentions.maxSegments ?? DEFAULT_MAX_SEGMENTS,
  };
};
