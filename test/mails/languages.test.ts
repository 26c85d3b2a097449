import { afterAll, beforeAll, expect, test } from 'vitest';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';
import { type Judge, openJudge } from '#tools/mails/judge/judge.ts';
import { LEADS_TO, sendInProcess } from './sender.ts';

let judge: Judge;
beforeAll(async () => {
  judge = await openJudge();
});
afterAll(() => judge?.close());

/** Without a way to stop of its own. */
const DESIGN = '<html><head><title>Vins</title></head><body><p>Les vins de novembre sont arrivés.</p></body></html>';

test.each(READER_LANGUAGES)('the block in %s is seen in every program, with its link', async (language) => {
  const sent = sendInProcess(DESIGN, { language });
  if ('refused' in sent) throw new Error(sent.refused.join('; '));
  const { looks } = await judge.judge(sent.html, LEADS_TO);
  expect(looks.filter(({ seen }) => !seen)).toEqual([]);
  // Planted: the link of this language loses its words.
  const lost = sent.html.replace(`>${FOOTER_WORDS[language].stop}<`, '><');
  expect(lost).not.toBe(sent.html);
  expect((await judge.judge(lost, LEADS_TO)).looks.filter(({ seen }) => seen)).toEqual([]);
});
