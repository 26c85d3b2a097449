import { describe, expect, test } from 'vitest';
import { whyOf } from '#shared/app/messages/why-you.ts';
import { emailRendering } from '#shared/channels/email/rendering.ts';
import { renderSms } from '#shared/channels/sms/render-sms.ts';
import { verifySms } from '#shared/channels/sms/verify-sms.ts';
import { anAdvertiser, aStanding, instant } from '../../support/builders.ts';
import { EVERYTHING_SAID, mentionsOf } from '../../support/mentions.ts';

const WHY = { basis: 'test', since: '2026-11-20T09:00:00.000Z' } as const;
const mentions = mentionsOf({ why: WHY, isTest: true });
const LIVE = mentionsOf({ why: WHY });

describe('a mail that is a test', () => {
  const mailOf = (said: typeof mentions, subject = 'Nos vins d’hiver') => {
    const prepared = emailRendering.prepare({ subject, html: '<p>Bonjour</p>' }, 'taken-out');
    const rendered = prepared
      .from(anAdvertiser(), undefined)
      ?.renderFor({ to: 'camille@example.fr', values: {}, mentions: said });
    if (rendered === undefined) throw new Error('no sender');
    return rendered;
  };

  test('says so first in its subject and in a header, and is else as any other', () => {
    const [marked, live] = [mailOf(mentions).outgoing, mailOf(LIVE).outgoing];
    expect(marked.subject).toBe('[TEST] Nos vins d’hiver');
    expect(marked.headers).toEqual([{ name: 'X-Message-Test', value: 'true' }, ...live.headers]);
    expect([marked.html, marked.text]).toEqual([live.html, live.text]);
    expect(live.headers.map(({ name }) => name)).toContain('List-Unsubscribe-Post');
  });

  test('its subject is judged without the mark, which hides no lie', () => {
    const rendered = mailOf(mentions, 'RE: votre commande');
    expect(rendered.outgoing.subject).toBe('[TEST] RE: votre commande');
    expect(rendered.verify(rendered.outgoing, false).subject).toBe('RE: votre commande');
  });

  test('P3: its mark is looked for in the very bytes, in the subject and in the header', () => {
    const { outgoing, verify } = mailOf(mentions);
    expect(verify(outgoing, false).isMarkedAsTest).toBe(true);
    for (const subject of ['Nos vins d’hiver', 'Nos vins [TEST] d’hiver', '[test] Nos vins d’hiver']) {
      const unmarked = verify({ ...outgoing, subject }, false);
      expect([unmarked.isMarkedAsTest, unmarked.subject]).toEqual([undefined, subject]);
    }
    const headers = outgoing.headers.filter(({ name }) => name !== 'X-Message-Test');
    expect(verify({ ...outgoing, headers }, false).isMarkedAsTest).toBeUndefined();
    const live = mailOf(LIVE, '[TEST] Nos vins d’hiver');
    expect(live.verify(live.outgoing, false)).toMatchObject({ subject: '[TEST] Nos vins d’hiver' });
    expect(live.verify(live.outgoing, false).isMarkedAsTest).toBeUndefined();
  });

  test.each([
    ['fr', 'Vous le recevez parce que vous avez accepté le 20 novembre 2026 de recevoir les messages d’essai de'],
    ['en', 'You receive it because you agreed on 20 November 2026 to get test messages from'],
  ] as const)('says why: %s', (language, words) => {
    const { text } = mailOf({ ...mentions, language }).outgoing;
    expect(text.replaceAll('\u00a0', ' ')).toContain(words);
    expect(text).toContain(language === 'fr' ? 'e-mail publicitaire' : 'advertising e-mail');
  });

  test('of a relational template has no word on advertising, and the means to stop', () => {
    const { text } = mailOf({ ...mentions, why: { ...WHY, isNoAdvertising: true } }).outgoing;
    expect(text).not.toContain('publicitaire');
    expect(text).toContain(mentions.oppositionUrl);
  });

  test('of a transactional template says what its messages say', () => {
    const standing = aStanding({ declared: { testsAgreed: { agreedAt: instant(WHY.since) } } });
    const whyBy = (detail: string) => whyOf({ reasons: [{ code: 'OK_TEST', detail }] } as never, standing, 'fr');
    expect(whyBy('transactional')).toEqual({ basis: 'service' });
    expect(whyBy('relational')).toEqual({ ...WHY, isNoAdvertising: true });
    expect(whyBy('prospecting')).toEqual(WHY);
    expect(whyOf({ reasons: [{ code: 'OK_TEST' }] } as never, aStanding(), 'fr')).toBeUndefined();
  });
});

describe('an SMS that is a test', () => {
  const textOf = (text: string) => renderSms({ text }, {}, mentions);
  test.each([
    ['-20 % sur les vins', 'Caves Dubois (TEST): -20 % sur les vins STOP 36123'],
    ['Caves Dubois: -20 %', 'Caves Dubois (TEST): -20 % STOP 36123'],
    ['Caves Dubois SARL: -20 %', 'Caves Dubois SARL (TEST): -20 % STOP 36123'],
    ['CAVES DUBOIS vous invite', 'CAVES DUBOIS (TEST) vous invite STOP 36123'],
    ['Caves Duboisson: -20 %', 'Caves Dubois (TEST): Caves Duboisson: -20 % STOP 36123'],
  ])('%s becomes %s', (written, expected) => {
    const rendered = textOf(written);
    expect(rendered.text).toBe(expected);
    expect(verifySms(rendered, mentions)).toMatchObject({ ...EVERYTHING_SAID, isMarkedAsTest: true });
  });

  test.each([
    'Caves Dubois: -20 % STOP 36123',
    'Caves Dubois: -20 % (TEST) STOP 36123',
    'Caves Dubois SARL et amis (TEST): -20 % STOP 36123',
    ' (TEST) Caves Dubois: -20 % STOP 36123',
  ])('P3: is not marked where its name and the mark do not begin it: %s', (text) => {
    expect(verifySms({ text }, mentions).isMarkedAsTest).toBeUndefined();
  });

  test('a name with accents, written with others, ends where its reader sees it end', () => {
    const named = { ...mentions, advertiserNames: ['Café Été'], publicName: 'Café Été' };
    expect(renderSms({ text: 'Cafe\u0301 Ete: -20 %' }, {}, named).text).toBe(
      'Cafe\u0301 Ete (TEST): -20 % STOP 36123',
    );
    const text = 'CAFÉ ÉTE\u0301 (TEST): -20 % STOP 36123';
    expect(renderSms({ text: 'CAFÉ ÉTE\u0301: -20 %' }, {}, named).text).toBe(text);
    expect(verifySms({ text }, named).isMarkedAsTest).toBe(true);
  });

  test('its segments are counted with the mark', () => {
    const written = 'a'.repeat(135);
    expect(renderSms({ text: written }, {}, LIVE).segments).toBe(1);
    expect(textOf(written).segments).toBe(2);
  });
});
