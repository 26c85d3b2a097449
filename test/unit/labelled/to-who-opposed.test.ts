import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { answerIn } from '#shared/adapters/bedrock/answer.ts';
import { INSTRUCTION } from '#shared/adapters/bedrock/instruction.ts';
import { signsOfVersion } from '#shared/app/settings/reading/signs-of-version.ts';
import type { TemplateReader, TemplateToAssess } from '#shared/app/settings/reading/template-reader.port.ts';
import { isTaken } from '#shared/app/settings/templates/judged-template.ts';
import type { OfferSign } from '#shared/domain/message/offer-sign.ts';
import { offerSignsIn } from '#shared/domain/message/offer-signs.ts';
import { TemplateVersion } from '#shared/domain/message/template.ts';
import { valuesCarryOffer } from '#shared/domain/message/value-signs.ts';
import type { NamedTemplate } from '#shared/domain/message/vet.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { contentOf, measureReader } from '#test/labelled/reader/measure.ts';
import {
  aConsent,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  NOW,
  sha256,
} from '#test/support/builders.ts';
import { isTransactional, type LabelledMessage, messagesIn, textsOf } from '#tools/signs/labelled.ts';

const storedOnce = (message: LabelledMessage): TemplateVersion => {
  const { reason, ownHosts = [] } = message;
  const offerSigns = [...offerSignsIn(textsOf(message), { reason, ownHosts, products: [] })];
  return TemplateVersion.parse({
    ...{ advertiserId: 'maison-valmy', templateId: 'owed', version: '1', recordedAt: NOW, putBy: 'key' },
    ...{ class: 'transactional', category: 'wine', reason, reference: '/orders', channelKind: 'email' },
    ...{ offerSigns, sha256: sha256('1'), contentSha256: sha256('2') },
  });
};

const STORED = new Map<LabelledMessage, TemplateVersion>();

/** The template of a message as it is stored, read once: nobody approved it, and nobody reviewed it. */
const storedOf = (message: LabelledMessage): TemplateVersion => {
  const stored = STORED.get(message) ?? storedOnce(message);
  STORED.set(message, stored);
  return stored;
};

/** What becomes of a message to a person who opposed everything, once another key approved its template. */
const outcomeOf = (
  message: LabelledMessage,
  standing: 'opposed' | 'consenting' = 'opposed',
  offerSigns: readonly OfferSign[] = storedOf(message).offerSigns,
) => {
  const { reason, values = {}, ownHosts = [] } = message;
  const { templateId, version } = storedOf(message);
  const template: NamedTemplate = {
    ...{ templateId, version, reason, offerSigns: [...offerSigns], class: 'transactional' },
    bringsOffer: valuesCarryOffer(values, { reason, ownHosts }),
  };
  return vet(
    aVetRequest({
      message: aProposedMessage({ template, reference: 'V-1' }),
      standing: aStanding({
        consents: [aConsent()],
        oppositions: standing === 'opposed' ? [anOpposition({ scope: 'global' })] : [],
      }),
    }),
  ).outcome;
};

const UNSEEN = messagesIn('unseen');
const PROMOTING = UNSEEN.filter((each) => !isTransactional(each));
const OWED = UNSEEN.filter(isTransactional);
const GOES = (each: LabelledMessage): boolean => outcomeOf(each) === 'allow';

/**
 * The whole way to a person who opposed, of the messages that nobody tuned on (docs/decisions/0023): what the text shows, what the
 * values bring, the second key, and the verdict. The aim is that the third figure is 0 and the fourth a tenth.
 */
describe('the unseen half, to a person who refused everything', () => {
  test('nothing goes that no second person approved: each template waits for another key than its own', () => {
    expect(UNSEEN.filter((each) => isTaken(storedOf(each), undefined))).toEqual([]);
  });
  test('what is seen to promote goes to nobody who opposed, and is refused until a human decides', () => {
    const seen = PROMOTING.filter((each) => !GOES(each));
    expect(seen.length).toBeGreaterThanOrEqual(234);
    expect(new Set(seen.map((each) => outcomeOf(each)))).toEqual(new Set(['refuse']));
  });
  test('of promoting and mixed ones at most 21 of 255 go by the approval alone', () => {
    expect(PROMOTING.length).toBe(255);
    expect(PROMOTING.filter(GOES).length).toBeLessThanOrEqual(21);
  });
  test('of owed ones at most 31 of 230 wait for a human beside the second key', () => {
    expect(OWED.length).toBe(230);
    expect(OWED.filter((each) => !GOES(each)).length).toBeLessThanOrEqual(31);
  });
  test('to one who consented none of them is refused', () => {
    expect(UNSEEN.filter((each) => outcomeOf(each, 'consenting') !== 'allow')).toEqual([]);
  });
});

const Readings = z.strictObject({
  instructionSha256: z.string(),
  readings: z.array(
    z.strictObject({
      writer: z.string(),
      id: z.string(),
      answer: z.enum(['owed', 'promotes']),
      part: z.optional(z.string()),
      /** Of what was read: the message as a model is given it. */
      contentSha256: z.string(),
    }),
  ),
});
const { instructionSha256, readings } = z.parse(
  Readings,
  JSON.parse(readFileSync('test/labelled/readings/unseen.json', 'utf8')),
);
const nameOf = ({ writer, id }: { readonly writer: string; readonly id: string }): string => `${writer}/${id}`;
const READ = new Map(readings.map((each) => [nameOf(each), each]));

/** What a model is given, by its hash: of other texts it would say something else. */
const hashOf = ({ reason, subject, content, ownHosts }: TemplateToAssess): string =>
  createHash('sha256').update(JSON.stringify({ reason, subject, content, ownHosts })).digest('hex');

/** Writes what language models wrote of this message, and of no other: it is read as what a model writes is. */
const recordedReaderOf = (message: LabelledMessage): TemplateReader => ({
  model: 'recorded',
  read: async (given) => {
    const found = READ.get(nameOf(message));
    if (found?.contentSha256 !== hashOf(given)) return { answer: 'none', why: 'unavailable' };
    const { answer, part } = found;
    return answerIn(JSON.stringify({ answer, part }));
  },
});

/** Which of these go, with a template reader, or without one. */
const goWith = async (
  messages: readonly LabelledMessage[],
  readerOf: (message: LabelledMessage) => TemplateReader | undefined,
): Promise<readonly LabelledMessage[]> => {
  const gone = await Promise.all(
    messages.map(async (message) => {
      const { reason, ownHosts = [] } = message;
      const saidFor = { reason, ownHosts, products: [] };
      const { offerSigns } = await signsOfVersion(readerOf(message), contentOf(message), saidFor, NOW);
      return outcomeOf(message, 'opposed', offerSigns) === 'allow' ? [message] : [];
    }),
  );
  return gone.flat();
};

/**
 * The same way with a template reader, which answers what language models answered that had the instruction and the messages, without
 * labels and values (docs/decisions/0119). None of them was a model of Amazon Bedrock: what another one reaches, `npm run reader -- MODEL` says.
 */
describe('the unseen half, to a person who refused everything, with a template reader', () => {
  test('each message was read, by the instruction that models are given', () => {
    expect(READ.size).toBe(readings.length);
    expect([...READ.keys()].sort()).toEqual(UNSEEN.map(nameOf).sort());
    expect(createHash('sha256').update(INSTRUCTION).digest('hex')).toBe(instructionSha256);
  });
  test('each part that was named is in its text, and each answer is that of its message', async () => {
    const stored = await Promise.all(
      UNSEEN.map(async (message) => {
        const { reason, ownHosts = [] } = message;
        const saidFor = { reason, ownHosts, products: [] };
        const { assessment } = await signsOfVersion(recordedReaderOf(message), contentOf(message), saidFor, NOW);
        return [
          nameOf(message),
          assessment?.answer,
          assessment?.answer === 'promotes' && assessment.part === undefined,
        ];
      }),
    );
    const recorded = [...READ].map(([name, { answer }]) => [name, answer === 'owed' ? 'transactional' : answer, false]);
    expect(stored.toSorted()).toEqual(recorded.toSorted());
  });
  test('of a text that was changed since, nothing is known', async () => {
    const [message = expect.fail('none')] = OWED;
    const changed = { ...message, subject: `${message.subject ?? ''}!`, text: `${message.text ?? ''}!` };
    const saidFor = { reason: message.reason, ownHosts: message.ownHosts ?? [], products: [] };
    const { offerSigns } = await signsOfVersion(recordedReaderOf(message), contentOf(changed), saidFor, NOW);
    expect(offerSigns).toContain('not-assessed');
  });
  test('of promoting and mixed ones none goes by the approval alone', async () => {
    expect(await goWith(PROMOTING, recordedReaderOf)).toEqual([]);
  });
  test('of owed ones at most a tenth wait for a human beside the second key, and today 5 of 230', async () => {
    const waiting = OWED.length - (await goWith(OWED, recordedReaderOf)).length;
    expect(waiting).toBeLessThanOrEqual(OWED.length / 10);
    expect(waiting).toBe(5);
  });
  test('the command that measures a model finds the same', async () => {
    const found = await measureReader(UNSEEN, recordedReaderOf);
    expect(found).toMatchObject({ promotingThatGo: [], promoting: 255, transactional: 230, withoutAnswer: [] });
    expect(found.transactionalThatWait).toHaveLength(5);
  });
  test('a reader that finds nothing, one that is never asked, and one that never answers would be seen', async () => {
    const saysOwed: TemplateReader = { model: 'planted', read: async () => ({ answer: 'transactional' }) };
    const isSilent: TemplateReader = { model: 'planted', read: async () => ({ answer: 'none', why: 'timed-out' }) };
    expect((await goWith(PROMOTING, () => saysOwed)).length).toBeGreaterThan(200);
    expect(await goWith(PROMOTING, () => undefined)).toEqual(PROMOTING.filter(GOES));
    expect(await goWith(OWED, () => undefined)).toEqual(OWED.filter(GOES));
    expect(await goWith(UNSEEN, () => isSilent)).toEqual([]);
  });
});
