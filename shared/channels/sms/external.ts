import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { codeOf, stopCodesIn } from '#shared/domain/opposition/stop-instruction.ts';
import { namesAny } from '../content/denied.ts';
import type { Comparison, ExternalMessage } from '../content/external.ts';
import { fold } from '../content/fold.ts';
import { judgedMeans, type Means, meansInText } from '../content/means-of-opposition.ts';
import { plainText } from '../content/plain-text.ts';
import { isPricedIn } from '../content/stopping/priced.ts';
import { VERBS_OF_SENDING } from '../content/stopping/what-is-sent.ts';
import type { SmsBytes } from './channel.ts';
import { costOfText } from './cost.ts';
import { endsWithKeyword, withOurKeyword } from './other-instructions.ts';
import { segmentsOf, smsCost } from './segments.ts';
import { namesAnother } from './sender-id.ts';
import { isDenied, undeniedStopsIn } from './standing-stops.ts';

/** Whoever answers a number reaches it: its text need not name it. */
const ASKS_TO_ANSWER = new RegExp(`\\b${VERBS_OF_SENDING}\\s+(?:par\\s+|with\\s+)?["«“]?\\s*stop\\b`, 'gu');
const asksToAnswer = (folded: string): boolean =>
  [...folded.matchAll(ASKS_TO_ANSWER)].some(
    ({ 0: asked, index }) => !isDenied(folded, { start: index, end: index + asked.length }),
  );
const answeredAt = (text: string, senderId: string): readonly string[] =>
  /^\+?\d+$/.test(senderId) && (asksToAnswer(fold(text)) || endsWithKeyword(text)) ? [codeOf(senderId)] : [];

/** STOP and a code, where nothing denies it; a link alone only by the advertiser's recorded setting (D19). */
const meansOf = (
  { text, senderId }: Pick<SmsBytes, 'text' | 'senderId'>,
  replyCodes: readonly string[],
  route: Comparison,
): readonly Means[] => {
  const named = undeniedStopsIn(text).map(({ code }) => code);
  const codes = stopCodesIn(text).length > 0 ? named : answeredAt(text, senderId);
  if (codes.length > 0) return codes.map((code) => ({ target: code, isOurs: replyCodes.includes(code) }));
  return route.linkAloneSuffices ? meansInText(text, route) : [];
};

/** What a text made by another system says to its reader (P3): of an SMS, or of the text part of an MMS. */
export const factsOfText = (
  { text: written, senderId }: Pick<SmsBytes, 'text' | 'senderId'>,
  route: Comparison,
  { senders }: Advertiser,
): BytesFacts => {
  const text = withOurKeyword(written);
  // Of a sender that nobody registered, any code of the advertiser's is received: what is wrong with it is another reason.
  const bound = senders.sms.filter((sender) => sender.senderId === senderId);
  const replyCodes = (bound.length === 0 ? senders.sms : bound.slice(0, 1)).map(({ replyCode }) => replyCode);
  const means = meansOf({ text, senderId }, replyCodes, route);
  return {
    // A name that comes late hides nobody (L. 34-5, al. 5). Of a sender that nobody registered another reason speaks.
    namesAdvertiser: namesAny(fold(text), route.names) && (bound.length === 0 || !namesAnother(senderId, route.names)),
    isRecognisableAsAdvertising: means.length > 0,
    carriesOppositionMeans: means.length > 0,
    ...judgedMeans(means),
    oppositionIsFree:
      means.every(({ target }) => !/^\+?\d+$/.test(target) || isFreeOfSurcharge(target)) && !isPricedIn(text),
    carriesProcessingNotice: route.noticeUrl !== '',
    saysWhy: true,
    namesSource: route.sources.length > 0 && namesAny(fold(text), route.sources),
  };
};

/** An SMS made by another system, whose segments are counted. */
export const externalSms = ({ sms }: { readonly sms: SmsBytes }): ExternalMessage => ({
  said: { sender: sms.senderId },
  texts: () => [plainText(sms.text)],
  trackingPixels: [],
  costFor: (advertiser) => costOfText(smsCost(sms.text), advertiser.sms.maxSegments),
  factsFor: (route, advertiser) => ({
    ...factsOfText(sms, route, advertiser),
    segments: segmentsOf(sms.text).segments,
    maxSegments: advertiser.sms.maxSegments,
  }),
});
