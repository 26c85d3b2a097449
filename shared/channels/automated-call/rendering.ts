import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { type Draft, hole } from '../content/marked.ts';
import { ofService } from '../content/mentions.ts';
import { rendering } from '../content/rendering.ts';
import { CallContent } from './channel.ts';
import { readExternalCall } from './external.ts';
import { numberOfCalls } from './number-of-calls.ts';
import { draftCall, isSpokenAsTest, OPPOSITION_KEY } from './render-call.ts';
import { spokenWords } from './spoken-words.ts';

/** A call exactly as handed over. */
export interface OutgoingCall {
  readonly to: string;
  readonly callerId: string;
  readonly ssml: string;
  /** Keys that the script offers, and what each is for. Empty: none, and none is listened to. */
  readonly keys: Readonly<Record<string, 'opposition'>>;
  /** As of an SMS. */
  readonly isService?: true;
}

/** What cannot be read says nothing, so that nothing of it is allowed. */
const UNREADABLE: BytesFacts = {
  namesAdvertiser: false,
  isRecognisableAsAdvertising: false,
  hidesCommercialNature: true,
  carriesOppositionMeans: false,
  oppositionMeansWork: false,
  oppositionIsFree: false,
  carriesProcessingNotice: false,
  saysWhy: false,
  namesSource: false,
};

/** Spoken for each reader, and its final words read again as those of a call made by another system are. */
export const callRendering = rendering('automated-call', {
  content: CallContent,
  isParsed: false,
  prepare: (content) => content,
  sender: numberOfCalls,
  render: (content, sender, { to, values, mentions }): Draft<OutgoingCall> => ({
    to: hole('to', to),
    callerId: sender.callerId,
    ssml: draftCall(content, values, mentions, { ...sender, to }),
    keys: sender.acceptsKeyPress ? { [OPPOSITION_KEY]: 'opposition' } : {},
    ...ofService(mentions),
  }),
  asFinal: ({ callerId, ssml }: OutgoingCall) => ({ automatedCall: { callerId, script: ssml } }),
  verify: ({ ssml }, { sender, reader: { to, mentions } }) => {
    const spoken = spokenWords(ssml);
    if (spoken === undefined) return UNREADABLE;
    const { publicName, advertiserNames, noticeUrl, sourceToName } = mentions;
    const names = [publicName, ...advertiserNames];
    const sources = sourceToName === undefined ? [] : [sourceToName];
    const facts = readExternalCall(spoken, { ...sender, to, names, noticeUrl, sources });
    return { ...facts, ...(mentions.isTest && isSpokenAsTest(spoken) ? { isMarkedAsTest: true } : {}) };
  },
});
