import { describe, expect, test } from 'vitest';
import { readExternalCall } from '#shared/channels/automated-call/external.ts';
import { renderCall } from '#shared/channels/automated-call/render-call.ts';
import { spokenMeans } from '#shared/channels/automated-call/spoken-means.ts';
import { spokenWords } from '#shared/channels/automated-call/spoken-words.ts';
import { READER_LANGUAGES, type ReaderLanguage } from '#shared/domain/reader-language.ts';
import { EVERYTHING_SAID, mentionsOf } from '../../../support/mentions.ts';

const NUMBER = '+33800123456';
const IN_FRANCE = '+33612345678';
const CONTENT = { script: 'Nos vins d’hiver sont arrivés, et chacun est à goûter sur place le samedi. '.repeat(6) };
const BY_KEY = { acceptsKeyPress: true };
const BY_NUMBER = { acceptsKeyPress: false, oppositionNumber: NUMBER };

const linesOf = (language: ReaderLanguage, route = {}, changes = {}): readonly string[] => {
  const ssml = renderCall(CONTENT, {}, mentionsOf({ language, ...changes }), { ...BY_KEY, to: IN_FRANCE, ...route });
  return (spokenWords(ssml) ?? '').split('\n').filter((line) => line.trim() !== '');
};

/** What is spoken first, in each language: who calls, that it is advertising by a machine, and the key. */
const FIRST: Readonly<Record<ReaderLanguage, readonly [RegExp, RegExp]>> = {
  fr: [/^Message publicitaire automatique de Caves Dubois, en voix de synthèse/, /appelé, tapez 9\.$/],
  en: [/^Automated advertising message from Caves Dubois, in a synthetic voice/, /calls, press 9\.$/],
  de: [/^Automatische Werbenachricht von Caves Dubois, .*synthetische/, /angerufen .*, drücken Sie die Taste 9\.$/],
  es: [/^Mensaje publicitario automático de Caves Dubois, con voz sintética/, /llamadas, pulse 9\.$/],
  it: [/^Messaggio pubblicitario automatico di Caves Dubois, con voce sintetica/, /chiamate, prema il tasto 9\.$/],
  nl: [
    /^Automatisch reclamebericht van Caves Dubois, ingesproken met een synthetische stem/,
    /^Druk op 9 om niet meer gebeld/,
  ],
};
const TAGS = { fr: 'fr-FR', en: 'en-GB', de: 'de-DE', es: 'es-ES', it: 'it-IT', nl: 'nl-NL' } as const;

describe.each(READER_LANGUAGES)('a call to a reader of %s', (language) => {
  test('says in that language who calls and how to stop, first and last', () => {
    const lines = linesOf(language);
    const [who, stop] = FIRST[language];
    expect([lines[0], lines[1], lines.at(-1)]).toEqual(
      [who, stop, stop].map((pattern) => expect.stringMatching(pattern)),
    );
    expect(lines.at(-2)).toContain('Caves Dubois');
  });

  test('is said to be in that language, so that a voice of it speaks', () => {
    const ssml = renderCall(CONTENT, {}, mentionsOf({ language }), { ...BY_KEY, to: IN_FRANCE });
    expect(ssml).toMatch(new RegExp(`^<speak [^>]*xml:lang="${TAGS[language]}">`));
  });

  test.each([
    ['a key', BY_KEY],
    ['a number', BY_NUMBER],
  ])('is found to say everything by whoever reads what is spoken, with %s', (_, route) => {
    const spoken = linesOf(language, route).join('\n');
    const facts = readExternalCall(spoken, {
      ...route,
      to: IN_FRANCE,
      names: ['Caves Dubois'],
      noticeUrl: 'https://a.example',
      sources: [],
    });
    expect(facts).toMatchObject(EVERYTHING_SAID);
  });

  test('names the source and the test where it must', () => {
    const spoken = linesOf(language, {}, { sourceToName: 'Salon des vins', isTest: true }).join(' ');
    expect(spoken).toMatch(/\bTEST\b.* Salon des vins\./);
  });

  test('that is owed names the caller, and neither advertising nor a way to stop', () => {
    const lines = linesOf(language, {}, { why: { basis: 'service' } });
    expect(lines.filter((line) => /publici|pubblici|advert|Werbe|reclame|9\.?$|Druk op/.test(line))).toEqual([]);
    expect(lines[0]).toContain('Caves Dubois');
    expect(lines.at(-1)).toContain('Caves Dubois');
  });
});

const means = (text: string) =>
  spokenMeans(text, { ...BY_KEY, to: IN_FRANCE, oppositionNumber: NUMBER }).map(({ target, isOurs }) => [
    target || 'key',
    isOurs,
  ]);
const KEY = [['key', true]];
const OURS = [[NUMBER, true]];

describe('the means of opposition in a text spoken in another language', () => {
  test.each([
    ['Um nicht mehr angerufen zu werden, drücken Sie die 9.', KEY],
    ['Drücken Sie die Taste 9, um nicht mehr angerufen zu werden.', KEY],
    ['Wenn Sie keine weiteren Anrufe wünschen, drücken Sie bitte die Neun.', KEY],
    ['Sie möchten keine Werbeanrufe mehr erhalten? Wählen Sie die 9.', KEY],
    ['Drücken Sie jetzt die 9, um keine Werbeanrufe mehr zu erhalten.', KEY],
    ['Um nicht mehr angerufen zu werden, wählen Sie 9.', KEY],
    ['Wählen Sie die Taste 9, um nicht mehr angerufen zu werden.', KEY],
    ['Widerspruch: Drücken Sie die Sterntaste oder die Taste 0.', KEY],
    ['Um zu bestellen, drücken Sie die 1, und um nicht mehr kontaktiert zu werden, drücken Sie die 2.', KEY],
    ['Um zu widersprechen, rufen Sie 0 800 123 456 an.', OURS],
    ['Para no recibir más llamadas, pulse 9.', KEY],
    ['Pulse la tecla 9 si no desea que le volvamos a llamar.', KEY],
    ['¿No quiere recibir más publicidad? Marque el nueve.', KEY],
    ['Para darse de baja, presione el 9.', KEY],
    ['Para no recibir más llamadas marque 9.', KEY],
    ['Marque el número 9 para darse de baja.', KEY],
    ['Marque la tecla número 9 para darse de baja.', KEY],
    ['Para oponerse a estas llamadas, llame gratis al 0 800 123 456.', OURS],
    ['Per non ricevere più chiamate, prema 9.', KEY],
    ['Prema il tasto 9 per non essere più contattato.', KEY],
    ['Se non desidera ricevere altre telefonate, digiti nove.', KEY],
    ['Per opporsi, chiami il numero 0 800 123 456.', OURS],
    ['Druk op 9 om niet meer gebeld te worden.', KEY],
    ['Wilt u geen telefoontjes meer ontvangen, toets dan een 9.', KEY],
    ['Om u af te melden kiest u de toets 9.', KEY],
    ['Druk op de 9 als u niet langer gebeld wilt worden.', KEY],
    ['Om niet meer gebeld te worden, kies 9.', KEY],
    ['Afmelden: druk op het hekje.', KEY],
    ['Bel 0 800 123 456 als u niet meer wilt worden gebeld.', OURS],
    ['Rufen Sie die 3103 an, wenn Sie nicht mehr angerufen werden möchten.', [['3103', false]]],
    ['Para no recibir más llamadas, llame al 3103.', [['3103', false]]],
    ['Per non essere più chiamato, chiami il 3103.', [['3103', false]]],
    ['Bel 3103 om niet meer gebeld te worden.', [['3103', false]]],
  ])('%s', (text, expected) => {
    expect(means(text)).toEqual(expected);
  });

  test.each([
    'Um zu bestellen, drücken Sie die 1.',
    'Sie können per Brief widersprechen. Drücken Sie die 1, um zu bestellen.',
    'Um nicht mehr angerufen zu werden, sagen Sie es Ihrem Berater.',
    'Rufen Sie 0 800 123 456 an und bestellen Sie.',
    'Nie mehr teuer: drücken Sie die 1.',
    'Para hacer su pedido, pulse 1.',
    'Puede oponerse por carta. Para comprar, pulse 1.',
    'Para no recibir más llamadas, dígaselo a su asesor.',
    'No se lo pierda más: pulse 1.',
    'Per ordinare, prema 1.',
    'Può opporsi per lettera. Per ordinare, prema 1.',
    'Per non ricevere più chiamate, lo dica al suo consulente.',
    'Non ci pensi più: prema 1.',
    'Druk op 1 om te bestellen.',
    'U kunt zich per brief afmelden. Om te bestellen, druk op 1.',
    'Zeg het uw adviseur om niet meer gebeld te worden.',
    'Wacht niet meer: druk op 1.',
    'Widerspruch ist jederzeit möglich. Wählen Sie drei, zahlen Sie zwei.',
    'U kunt zich per brief afmelden. Kies een. Betaal later.',
  ])('none in: %s', (text) => {
    expect(means(text)).toEqual([]);
  });
});
