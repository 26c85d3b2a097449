import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valuesWithOtherCode } from '#shared/channels/sms/other-code.ts';
import { renderSms } from '#shared/channels/sms/render-sms.ts';
import {
  contentWithoutRoom,
  costOfMessage,
  costOfTemplate,
  dearContent,
  valuesWithoutRoom,
} from '#shared/channels/sms/room.ts';
import { verifySms } from '#shared/channels/sms/verify-sms.ts';
import { countedAgain } from '../../support/gsm.ts';
import { mentionsOf } from '../../support/mentions.ts';

const WINDOW = { from: '08:00', until: '21:30' };
const settingsOf = (maxSegments: number, tradeName = 'Caves Dubois', codes = ['36123']) => ({
  legalName: 'Caves Dubois SARL',
  tradeNames: [tradeName],
  senders: { email: [], sms: codes.map((replyCode, index) => ({ senderId: `CAVES${index}`, replyCode })) },
  sms: { maxSegments, sundayAndHolidayCourtesy: true, window: WINDOW },
});
const ONE = settingsOf(1);
const messageOf = (values: Record<string, string>) => ({ carriesStop: true, values, textAt: '/content/sms/text' });

describe('the room of a text at the door', () => {
  test('says how many segments it takes, of how many, and which character costs one', () => {
    const text = `Fêtez Noël : ${'-20 % sur les vins. '.repeat(3)}`;
    const [missing, ...more] = contentWithoutRoom({ text }, ONE, true);
    expect(more).toEqual([]);
    expect(missing?.sentence.en).toBe(
      'This text is too long: 2 segments once the name and STOP are added (97 units, UCS-2), where 1 segment is allowed (OPPOSITION_MENTION_MISSING). ê (character 2), ë (character 9) are not in the alphabet GSM-7: without them, 1 segment.',
    );
    expect(missing?.remedy.sentence.fr).toBe('Écrivez e à la place de ê, e à la place de ë.');
    expect(dearContent({ text }, settingsOf(2), true)[0]?.sentence.fr).toBe(
      'Ce texte prend 2 segments une fois le nom et le STOP ajoutés (97 unités, UCS-2). ê (caractère 2), ë (caractère 9) ne sont pas dans l’alphabet GSM-7 : sans eux, 1 segment.',
    );
  });

  test('says where each character is: in the text, a fallback, a value, or the name', () => {
    const content = { text: 'Bonjour {{ prenom | default: "Zoë" }}, {{ville}} ❄' };
    const name = settingsOf(3, 'Rêve');
    expect(costOfTemplate(content, name, true)).toMatchObject({
      encoding: 'UCS-2',
      outside: [
        { character: 'ê', in: 'name', instead: 'e' },
        { character: 'ë', in: 'text', position: 33, instead: 'e' },
        { character: '❄', in: 'text', position: 50 },
      ],
      fieldsNotCounted: ['ville'],
    });
    expect(costOfMessage({ text: 'Salut {{ville}}' }, ONE, messageOf({ ville: 'Besançon' }))).toMatchObject({
      outside: [{ character: 'ç', in: 'value', field: 'ville', position: 6, instead: 'c' }],
      fieldsNotCounted: [],
    });
  });

  test('of a template is that of its fallbacks, and of its other fields at nothing', () => {
    const fits = (text: string) => contentWithoutRoom({ text }, ONE, true).length === 0;
    const most = 'a'.repeat(160 - 'Caves Dubois: '.length - ' STOP 36123'.length);
    expect(fits(`${most}{{prenom}}`)).toBe(true);
    expect(fits(`${most.slice(3)}{{prenom|default:"Léa"}}`)).toBe(true);
    expect(fits(`${most.slice(2)}{{prenom|default:"Léa"}}`)).toBe(false);
    expect(costOfTemplate({ text: most.slice(3) }, ONE, true)).toMatchObject({ units: 157, unitsLeft: 3 });
  });

  test('of a message is that of its own sender', () => {
    const two = settingsOf(1, 'Caves Dubois', ['36123', '+33612345678']);
    const content = { text: 'a'.repeat(135) };
    expect(contentWithoutRoom(content, two, true)).toEqual([]);
    expect(valuesWithoutRoom(content, two, messageOf({}))).toEqual([]);
    expect(valuesWithoutRoom(content, two, { ...messageOf({}), sender: 'CAVES1' })).toMatchObject([
      { pointer: '/content/sms/text' },
    ]);
  });

  test('points at the value that names another code, or at the text', () => {
    const at = (text: string, values: Record<string, string>) =>
      valuesWithOtherCode({ text }, ONE, messageOf(values)).map(({ pointer }) => pointer);
    expect(at('Bonjour {{prenom}}, {{fin}}', { prenom: 'Léa', fin: 'STOP38000' })).toEqual(['/mergeValues/fin']);
    expect(at('STOP au {{code}}', { code: '38000' })).toEqual(['/mergeValues/code']);
    expect(at('STOP 38000 {{prenom}}', { prenom: 'Léa' })).toEqual(['/content/sms/text']);
    expect(at('STOP au {{code}}, NON-STOP 38000', { code: '36 123' })).toEqual([]);
  });
});

describe('what the door lets in', () => {
  const word = fc.constantFrom(
    'vin',
    'Noël',
    'fête',
    '€',
    'STOP',
    'non',
    '36123',
    'STOP38000',
    '😀',
    '-20 %',
    ',',
    'au',
    '{{a}}',
    '{{b|default:"çà et là"}}',
  );
  const written = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
  const value = fc.oneof(
    fc.constantFrom('', 'Léa', 'Zoë', 'STOP', '38000', 'STOP 36123'),
    fc.string({ maxLength: 40 }),
  );
  const world = fc.record({
    text: written,
    a: value,
    b: fc.option(value, { nil: undefined }),
    maxSegments: fc.integer({ min: 1, max: 4 }),
    name: fc.constantFrom('Caves Dubois', 'Œnothèque', 'L’Été'),
    code: fc.constantFrom('36123', '+33612345678'),
    basis: fc.constantFrom('legal-person', 'relation'),
  });

  test('leaves with its name, its STOP and no other, within its segments', () => {
    let taken = 0;
    fc.assert(
      fc.property(world, ({ text, a, b, maxSegments, name, code, basis }) => {
        const settings = settingsOf(maxSegments, name, [code]);
        const values = b === undefined ? { a } : { a, b };
        const message = messageOf(values);
        if (valuesWithoutRoom({ text }, settings, message).length > 0) return;
        if (valuesWithOtherCode({ text }, settings, message).length > 0) return;
        taken += 1;
        const mentions = mentionsOf({
          publicName: name,
          advertiserNames: ['Caves Dubois SARL', name],
          replyCode: code,
          maxSegments,
          why: { basis: basis as 'relation' },
        });
        const rendered = renderSms({ text }, values, mentions);
        const found = verifySms(rendered, mentions);
        expect(found).toMatchObject({ namesAdvertiser: true, carriesOppositionMeans: true, oppositionMeansWork: true });
        expect(found.segments).toBeLessThanOrEqual(maxSegments);
        expect(costOfMessage({ text }, settings, message).segments).toBe(found.segments);
        if (!/\p{M}/u.test(rendered.text)) expect(found.segments).toBe(countedAgain(rendered.text).segments);
      }),
      { numRuns: 200 },
    );
    expect(taken).toBeGreaterThan(60);
  });

  test('of a template, leaves at its longest known values', () => {
    let taken = 0;
    fc.assert(
      fc.property(world, ({ text, maxSegments, name, code }) => {
        const settings = settingsOf(maxSegments, name, [code]);
        const message = messageOf({ a: '' });
        if (contentWithoutRoom({ text }, settings, true).length > 0) return;
        taken += 1;
        expect(valuesWithoutRoom({ text }, settings, message)).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(taken).toBeGreaterThan(60);
  });
});
