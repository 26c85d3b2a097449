import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/message/channel.ts';
import { opposedByMail } from '#shared/domain/opposition/mail-reply/opposed-by-mail.ts';
import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { readReply, stopsTexts } from '#shared/domain/opposition/sms-reply.ts';

const FOLDER = 'test/labelled/replies-by-name';

interface Labelled {
  readonly said: string;
  /** What it opposes as a text, and as a mail: `everything`, `nothing`, or some of `texts`, `mails` and `calls`. */
  readonly text: string;
  readonly mail: string;
}

/** Written by hand: of each name, all that must be opposed with it. */
const OF_NAMES: Readonly<Record<string, readonly Channel[]>> = {
  texts: ['sms', 'mms', 'rcs'],
  mails: ['email'],
  calls: ['automated-call', 'live-call', 'voicemail-drop'],
};

const channelsIn = (label: string): readonly string[] =>
  label === 'everything' || label === 'nothing'
    ? [label]
    : label.split(' ').flatMap((each): readonly string[] => OF_NAMES[each] ?? [each]);

const opposed = (of: OppositionScope | undefined): readonly string[] => {
  if (of === undefined) return ['nothing'];
  return of.scope === 'global' ? ['everything'] : of.channels;
};

const labelledIn = (file: string): readonly Labelled[] =>
  JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as readonly Labelled[];

describe.each(readdirSync(FOLDER))('channels that a reply names (OPP-3): %s', (file) => {
  test.each(labelledIn(file).map((each) => [each.said, each.text] as const))(
    'by text, "%s" opposes %s',
    (said, label) => {
      expect(opposed(readReply(said)?.of).toSorted()).toEqual(channelsIn(label).toSorted());
    },
  );

  test.each(labelledIn(file).map((each) => [each.said, each.mail] as const))(
    'by mail, "%s" opposes %s',
    (said, label) => {
      const meaning = readMailReply(said);
      const of = meaning === 'none' ? undefined : opposedByMail(said, meaning === 'opposition');
      expect(opposed(of).toSorted()).toEqual(channelsIn(label).toSorted());
    },
  );
});

const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'nl'].map((each) => `${each}.json`);

test('every language is there, with what is opposed beside the own channel, and with what is not', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual([...LANGUAGES, 'fresh.json', 'narrower.json'].toSorted());
  for (const file of LANGUAGES) {
    const texts = labelledIn(file).map(({ text }) => text);
    for (const label of ['texts', 'texts mails', 'texts calls', 'everything', 'nothing'])
      expect([file, texts.includes(label)]).toEqual([file, true]);
  }
});

test('hours at which no call is wanted are in doubt, and final neither beside a stop', () => {
  expect(readReply('Ne m’appelez pas avant 18h')).toMatchObject({ isDoubtful: true });
  expect(readReply('STOP. Ne m’appelez pas avant 18h')).toEqual({
    of: { scope: 'channel', channels: ['sms', 'mms', 'rcs'] },
    isDoubtful: false,
  });
});

test('words of a mail that are in doubt oppose mails as well, and "your SMS" is what is refused in the next words', () => {
  const of = (said: string, isPlain: boolean) => opposed(opposedByMail(said, isPlain));
  expect(of('Ne m’envoyez plus de SMS', true)).toEqual(['sms', 'mms', 'rcs']);
  expect(of('Ne m’envoyez plus de SMS', false)).toEqual(['email', 'sms', 'mms', 'rcs']);
  expect(of('Ne m’envoyez plus de SMS. Désinscrivez-moi.', true)).toEqual(['email', 'sms', 'mms', 'rcs']);
  expect(of('Ne m’envoyez\nplus de\nSMS', true)).toEqual(['sms', 'mms', 'rcs']);
});

test('who names the only means to keep says nothing final, and texts go on where they are it', () => {
  expect(readReply('par SMS uniquement')).toMatchObject({ isDoubtful: true });
  const stops = (said: string) => {
    const read = readReply(said);
    return read !== undefined && stopsTexts(read);
  };
  expect(['STOP', 'Ne me contactez plus', 'par SMS uniquement'].map(stops)).toEqual([true, true, false]);
});
