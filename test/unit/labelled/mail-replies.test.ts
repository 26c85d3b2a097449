import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type MailReplyMeaning, readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';

const FOLDER = 'test/labelled/mail-replies';

interface Labelled {
  readonly id: string;
  readonly label: MailReplyMeaning;
  readonly text: string;
}
const labelledIn = (file: string): readonly (Labelled & { readonly read: MailReplyMeaning })[] =>
  (JSON.parse(readFileSync(file, 'utf8')) as readonly Labelled[]).map((each) => ({
    ...each,
    read: readMailReply(each.text),
  }));

const FILES = ['written', 'unseen'].flatMap((half) =>
  readdirSync(`${FOLDER}/${half}`).map((name) => `${FOLDER}/${half}/${name}`),
);

describe('replies by mail in six languages', () => {
  test.each(FILES)('%s: no stop goes unheard', (file) => {
    expect(labelledIn(file).filter((each) => each.label !== 'none' && each.read === 'none')).toEqual([]);
  });

  test('a human reads every doubtful one, and few of the plain ones', () => {
    const all = FILES.flatMap(labelledIn);
    const plain = all.filter(({ label }) => label === 'opposition');
    expect(plain.length).toBeGreaterThan(70);
    expect(all.filter(({ label, read }) => label === 'doubtful' && read === 'opposition')).toEqual([]);
    expect(plain.filter(({ read }) => read === 'doubtful').length / plain.length).toBeLessThan(0.05);
  });

  test('of what says nothing of the kind none is plain, and few are read by a human', () => {
    const none = FILES.flatMap(labelledIn).filter(({ label }) => label === 'none');
    expect(none.length).toBeGreaterThan(40);
    expect(none.filter(({ read }) => read === 'opposition')).toEqual([]);
    expect(none.filter(({ read }) => read === 'doubtful').length / none.length).toBeLessThan(0.1);
  });

  test('every language is in both halves', () => {
    for (const half of ['written', 'unseen'])
      for (const language of ['de', 'en', 'es', 'fr', 'it', 'nl'])
        expect(FILES).toContain(`${FOLDER}/${half}/${language}.json`);
  });
});
