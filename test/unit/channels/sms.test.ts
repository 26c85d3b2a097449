import { describe, expect, test } from 'vitest';
import { renderSms } from '#shared/channels/sms/render-sms.ts';
import { verifySms } from '#shared/channels/sms/verify-sms.ts';
import { EVERYTHING_SAID, mentionsOf } from '../../support/mentions.ts';

const mentions = mentionsOf({});
const sms = (text: string, values: Record<string, string> = {}) => renderSms({ text }, values, mentions);

describe('the instructions of an SMS', () => {
  test('the public name comes first and STOP with the code last', () => {
    const rendered = sms('-20 % jusqu’au 30, {{prenom}} !'.replace('’', "'"), { prenom: 'Léa' });
    expect(rendered.text).toBe("Caves Dubois: -20 % jusqu'au 30, Léa ! STOP 36123");
    expect(rendered).toMatchObject({ segments: 1, encoding: 'GSM-7' });
    expect(verifySms(rendered, mentions)).toMatchObject({ ...EVERYTHING_SAID, segments: 1, maxSegments: 3 });
  });

  test.each(['Caves Dubois : -20 %', 'CAVES DUBOIS, -20 %', 'Caves Dubois SARL: -20 %'])(
    '%s names its advertiser already',
    (text) => {
      expect(sms(text).text).toBe(`${text} STOP 36123`);
    },
  );

  test('a longer word is not the name', () => {
    expect(sms('Caves Duboisson: -20 %').text).toBe('Caves Dubois: Caves Duboisson: -20 % STOP 36123');
  });

  test.each([
    'Caves Dubois: -20 % STOP 36123',
    'Caves Dubois: -20 %. STOP au 36123',
    'Caves Dubois: -20 % STOP SMS au 36123.',
  ])('%s ends as it must already', (text) => {
    expect(sms(text).text).toBe(text);
  });

  test('another code of the author is no means that this sender hears', () => {
    expect(sms('Caves Dubois: -20 % STOP 38000').text).toBe('Caves Dubois: -20 % STOP 38000 STOP 36123');
  });

  test('another code beside ours is not heard, and may cost', () => {
    const read = (text: string) => verifySms(sms(text), mentions);
    const heard = { carriesOppositionMeans: true, oppositionMeansWork: true, oppositionIsFree: true };
    expect(read('-20 % STOP au 38000')).toMatchObject({ ...heard, oppositionMeansWork: false });
    expect(read('-20 % STOP SMS : 81180')).toMatchObject({
      ...heard,
      oppositionMeansWork: false,
      oppositionIsFree: false,
    });
    expect(read('-20 % STOP 36123, STOP 36123')).toMatchObject(heard);
    expect(read('Non-stop au 81180 Castres')).toMatchObject(heard);
    expect(read('Ouvert non stop 75011 Paris')).toMatchObject(heard);
    expect(read('NON STOP au 81180 Castres')).toMatchObject(heard);
    expect(read('Vous dites non. STOP au 38000')).toMatchObject({ ...heard, oppositionMeansWork: false });
    expect(read('Vous aimez le canon STOP 38000')).toMatchObject({ ...heard, oppositionMeansWork: false });
    expect(read('Entrée libre, 81180 Castres')).toMatchObject(heard);
  });

  test.each([
    ['a'.repeat(135), 160, 1, 'GSM-7'],
    ['a'.repeat(136), 161, 2, 'GSM-7'],
    [`${'a'.repeat(133)}€`, 159, 1, 'GSM-7'],
    [`${'a'.repeat(134)}€`, 160, 2, 'GSM-7'],
    [`${'a'.repeat(44)}ê`, 70, 1, 'UCS-2'],
    [`${'a'.repeat(45)}ê`, 71, 2, 'UCS-2'],
  ])('both sides of a segment are counted after injection (%#)', (text, length, segments, encoding) => {
    const rendered = sms(text);
    expect(rendered.text).toHaveLength(length);
    expect(rendered).toMatchObject({ segments, encoding });
  });

  test('an SMS too long is never cut: its segments tell the law, row 51', () => {
    const rendered = sms('é'.repeat(500));
    expect(rendered.text).toContain('é'.repeat(500));
    expect(verifySms(rendered, mentions)).toMatchObject({ carriesOppositionMeans: true, segments: 4, maxSegments: 3 });
  });

  test('bytes changed after rendering are seen', () => {
    const rendered = sms('-20 %');
    const changed = (text: string) => verifySms({ ...rendered, text }, mentions);
    expect(changed('-20 % STOP 36123')).toMatchObject({ namesAdvertiser: false });
    expect(changed('Caves Dubois: -20 %')).toMatchObject({ carriesOppositionMeans: false });
    expect(changed('Caves Dubois: STOP 36123 -20 %')).toMatchObject({ carriesOppositionMeans: false });
    expect(changed('Caves Dubois: -20 % STOP 38000')).toMatchObject({ carriesOppositionMeans: false });
  });

  test('the source of coordinates that others gave is named before STOP, and read again in the bytes', () => {
    const first = mentionsOf({ sourceToName: 'annuaire du barreau' });
    const stated = (text: string) => renderSms({ text }, {}, first).text;
    expect(stated('-20 %')).toBe('Caves Dubois: -20 % (source: annuaire du barreau) STOP 36123');
    expect(stated('Caves Dubois: -20 %. STOP SMS au 36123')).toBe(
      'Caves Dubois: -20 %. (source: annuaire du barreau) STOP SMS au 36123',
    );
    expect(stated('Vu dans l’Annuaire du Barreau: -20 %')).toBe(
      'Caves Dubois: Vu dans l’Annuaire du Barreau: -20 % STOP 36123',
    );
    const rendered = renderSms({ text: '-20 %' }, {}, first);
    expect(verifySms(rendered, first)).toMatchObject({ ...EVERYTHING_SAID, namesSource: true });
    const cut = { ...rendered, text: 'Caves Dubois: -20 % STOP 36123' };
    expect(verifySms(cut, first).namesSource).toBe(false);
    expect(
      verifySms(cut, mentionsOf({ why: { basis: 'consent', since: '2026-03-03', collectedBy: 'Courtier' } })),
    ).toMatchObject({ namesSource: false });
  });

  test('a sender without code carries no means, and a premium code is not free', () => {
    const none = mentionsOf({ replyCode: undefined });
    expect(verifySms(renderSms({ text: 'x' }, {}, none), none)).toMatchObject({ carriesOppositionMeans: false });
    for (const replyCode of ['81234', '+33899123456']) {
      const premium = mentionsOf({ replyCode });
      expect(verifySms(renderSms({ text: 'x' }, {}, premium), premium).oppositionIsFree).toBe(false);
    }
  });

  test('the sender id names its publisher, whole, shortened or by initials', () => {
    const rendered = sms('x');
    for (const senderId of ['CAVESDUBOIS', 'CavesDubois', 'DUBOIS', 'CDS', 'VINSDUBOIS'])
      expect(verifySms(rendered, mentions, { senderId }).namesAdvertiser).toBe(true);
    for (const senderId of ['PROMO', 'BONSPLANS', 'X'])
      expect(verifySms(rendered, mentions, { senderId }).namesAdvertiser).toBe(false);
  });

  test('a whole word of a name names it, however short, and the name of a product that is registered', () => {
    const named = (name: string, senderId: string) => {
      const ours = mentionsOf({ publicName: name, advertiserNames: ['Distribution SA', name] });
      return verifySms(renderSms({ text: 'x' }, {}, ours), ours, { senderId }).namesAdvertiser;
    };
    for (const [name, senderId] of [
      ['Le X', 'X'],
      ['Bons Plans', 'BONSPLANS'],
      ['O’Five', 'OFIVE'],
    ] as const)
      expect(named(name, senderId), senderId).toBe(true);
    for (const [name, senderId] of [
      ['Le Xylophone', 'X'],
      ['L’Orange', 'L'],
      ['Galeries Martin', 'BONSPLANS'],
    ] as const)
      expect(named(name, senderId), senderId).toBe(false);
  });

  test.each(['36113', '38115', '+33937123456', '36200'])(
    'from %s, which names nobody, its beginning decides',
    (senderId) => {
      const from = (text: string) => verifySms({ text }, mentions, { senderId }).namesAdvertiser;
      expect(verifySms(sms('x'), mentions, { senderId })).toMatchObject(EVERYTHING_SAID);
      expect(from('Caves Dubois: nos vins. STOP 36123')).toBe(true);
      expect(from('Nos vins. STOP 36123')).toBe(false);
      expect(from('Nos vins des Caves Dubois. STOP 36123')).toBe(false);
    },
  );
});
