import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneIn } from '#test/support/shares/share.ts';
import { type Judge, openJudge } from '#tools/mails/judge/judge.ts';
import { MODES } from '#tools/mails/judge/modes.ts';
import { isTrueInOutlook, sourceForOutlook } from '#tools/mails/judge/outlook.ts';
import { BLIND, LEADS_TO, SEEN } from './planted.ts';

let judge: Judge;
beforeAll(async () => {
  judge = await openJudge();
});
afterAll(() => judge?.close());

/** A look costs a tenth of a second in each of eight modes: one plant in three, which each commit draws anew. */
const failuresOf = async (html: string) => {
  const { looks } = await judge.judge(html, LEADS_TO);
  return looks.filter(({ seen }) => !seen).map(({ mode, why }) => `${mode}: ${why.join('; ')}`);
};

describe('a planted fault is found', () => {
  test.each(oneIn(3, BLIND))('%s', async (_, html, why) => {
    expect((await failuresOf(html))[0]).toMatch(why);
  });
});

describe('an honest design is seen', () => {
  test.each(oneIn(3, SEEN))('%s', async (_, html) => {
    expect(await failuresOf(html)).toEqual([]);
  });
});

test('a mail that keeps the browser busy for ever is not seen, and the next one is looked at', async () => {
  const impatient = await openJudge({ longestLook: 1500 });
  const columns = `${'<div style="columns:9 1px">'.repeat(20)}Novembre${'</div>'.repeat(20)}`;
  const [[, honest = ''] = []] = SEEN;
  try {
    const { looks } = await impatient.judge(columns, LEADS_TO, [MODES[0]]);
    expect(looks).toMatchObject([{ seen: false, why: ['the browser does not come to an end with it'] }]);
    expect(await impatient.judge(honest, LEADS_TO, [MODES[0]])).toMatchObject({ seen: true });
  } finally {
    await impatient.close();
  }
});

describe('the modes in which a fault is found', () => {
  test.each([
    ['gone in the dark', ['600 px, dark', '375 px, dark']],
    ['gone on a phone', ['375 px, light', '375 px, dark', '320 px, light']],
    ['kept by !important alone', ['600 px, Outlook', '375 px, Outlook']],
    ['gone in Outlook', ['600 px, Outlook', '375 px, Outlook']],
  ])('%s', async (what, modes) => {
    const [, html = ''] = BLIND.find(([name]) => name === what) ?? [];
    expect((await failuresOf(html)).map((failure) => failure.split(':')[0])).toEqual(modes);
  });
});

test('a mail is judged the same after any other', async () => {
  const [, hidden = ''] = BLIND.find(([name]) => name === 'display none') ?? [];
  const [, plain = ''] = SEEN[0] ?? [];
  const seen = [];
  for (const html of [plain, hidden, plain, '<meta http-equiv="refresh" content="0;url=https://shop.example/">', plain])
    seen.push((await judge.judge(html, LEADS_TO)).seen);
  expect(seen).toEqual([true, false, true, false, true]);
});

describe('what Outlook for Windows reads', () => {
  test.each([
    ['mso', true],
    ['!mso', false],
    ['gte mso 9', true],
    ['(gte mso 9)|(IE)', true],
    ['(mso)&(lt mso 12)', false],
    ['mso 16', true],
    ['IE', false],
    ['lt IE 9', false],
  ])('[if %s] is %s', (condition, isTrue) => {
    expect(isTrueInOutlook(condition)).toBe(isTrue);
  });

  test('conditional comments are resolved', () => {
    const html =
      'a<!--[if mso]>b<![endif]--><!--[if !mso]><!-->c<!--<![endif]--><![if !mso]>d<![endif]><!--[if mso]><!-->e<!--<![endif]-->';
    expect(sourceForOutlook(html)).toBe('abe');
    expect(sourceForOutlook('a<!--[if mso]>b<!--<![endif]-->c')).toBe('abc');
    expect(sourceForOutlook('a<!--[if mso]><xml><o:Dpi>96</o:Dpi></xml>b<![endif]-->c')).toBe('abc');
  });
});
