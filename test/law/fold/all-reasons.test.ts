import { describe, expect, test } from 'vitest';
import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { aConsent, anOpposition, aProposedMessage, aStanding, aVetRequest, someBytes } from '../../support/builders.ts';
import { MOBILE } from '../../support/proposed.ts';

const CHANNELS = ['email', 'sms', 'mms', 'automated-call'] as const;
type Channel = (typeof CHANNELS)[number];

/** A message that is lawful but for its bytes. */
const agreed = (channel: Channel) =>
  aVetRequest({
    ...(channel === 'email' ? {} : { address: MOBILE }),
    message: aProposedMessage({ channel }),
    standing: aStanding({ consents: [aConsent({ channels: [channel] })] }),
  });
/** The same to somebody who opposed everything. */
const opposed = (channel: Channel) => {
  const request = agreed(channel);
  const standing = aStanding({ ...request.standing, oppositions: [anOpposition({ scope: 'global' })] });
  return { ...request, standing };
};
const LACKS: readonly Partial<BytesFacts>[] = [
  { namesAdvertiser: false },
  { isRecognisableAsAdvertising: false },
  { carriesOppositionMeans: false },
  { oppositionMeansWork: false },
  { oppositionIsFree: false },
  { carriesProcessingNotice: false },
  { saysWhy: false },
  { namesAdvertiser: false, carriesOppositionMeans: false, saysWhy: false },
];
const codesOf = (request: ReturnType<typeof agreed>, bytes: BytesFacts) =>
  vetBytes(request, vet(request), bytes).reasons.map(({ code }) => code);

describe('all reasons means all: what the bytes lack is told beside what refuses already', () => {
  test.each(CHANNELS)('%s', (channel) => {
    expect(vet(agreed(channel)).outcome).toBe('allow');
    const already = vet(opposed(channel)).reasons.map(({ code }) => code);
    expect(already).toEqual(['OPPOSED_GLOBAL']);
    for (const lack of LACKS) {
      const ofBytes = codesOf(agreed(channel), someBytes(lack)).filter((code) => !code.startsWith('OK_'));
      const all = codesOf(opposed(channel), someBytes(lack));
      expect([lack, all.toSorted()]).toEqual([lack, [...already, ...ofBytes].toSorted()]);
    }
  });
});
