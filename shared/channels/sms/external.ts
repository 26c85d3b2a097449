import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import type { Comparison, ExternalMessage } from '../content/external.ts';
import { fold, saysAny } from '../content/fold.ts';
import { judgedMeans, type Means, meansInText } from '../content/means-of-opposition.ts';
import { plainText } from '../content/plain-text.ts';
import type { SmsBytes } from './channel.ts';
import { costOfText } from './cost.ts';
import { segmentsOf, smsCost } from './segments.ts';
import { stopCodesIn } from './stop.ts';

/** STOP and a code; a link alone only by the advertiser's recorded setting (D19). */
const meansOf = (text: string, replyCode: string | undefined, route: Comparison): readonly Means[] => {
  const codes = stopCodesIn(text);
  if (codes.length > 0) return codes.map((code) => ({ target: code, isOurs: code === replyCode }));
  return route.linkAloneSuffices ? meansInText(text, route) : [];
};

/** What a text made by another system says to its reader (P3): of an SMS, or of the text part of an MMS. */
export const factsOfText = (
  { text, senderId }: Pick<SmsBytes, 'text' | 'senderId'>,
  route: Comparison,
  { senders }: Advertiser,
): BytesFacts => {
  const replyCode = senders.sms.find((sender) => sender.senderId === senderId)?.replyCode;
  const means = meansOf(text, replyCode, route);
  return {
    namesAdvertiser: saysAny(fold(text), route.names),
    isRecognisableAsAdvertising: means.length > 0,
    carriesOppositionMeans: means.length > 0,
    ...judgedMeans(means),
    oppositionIsFree: means.every(({ target }) => !/^\+?\d+$/.test(target) || isFreeOfSurcharge(target)),
    carriesProcessingNotice: route.noticeUrl !== '',
    saysWhy: true,
    namesSource: route.sources.length > 0 && saysAny(fold(text), route.sources),
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
