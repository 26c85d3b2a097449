import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STOPPING } from '#shared/channels/content/means-of-opposition.ts';
import { fieldNames } from '#shared/channels/content/merge-fields.ts';
import { renderSms } from '#shared/channels/sms/render-sms.ts';
import { verifySms } from '#shared/channels/sms/verify-sms.ts';
import { lastStop, stopCodesIn } from '#shared/domain/opposition/stop-instruction.ts';
import { EVERYTHING_SAID, mentionsOf } from '../../support/mentions.ts';

const OURS = '36123';
const mentions = mentionsOf({});

/** Written by hand, as authors write it. */
const INSTRUCTIONS = [
  'STOP 36123',
  'STOP36123',
  'Stop au 36123',
  'STOP au 36123.',
  'STOP AU36123',
  'STOP SMS au 36123',
  'STOPSMS 36123',
  'stop sms : 36123',
  'STOP par SMS au 36123',
  'STOP => 36123',
  'STOP -> 36123 ',
  'STOP to 36123!',
  'STOP\u00a0au\u00a036123',
  'STOP au 36 123',
  'STOP au numéro 36123',
  '(STOP au 36123)',
  'Envoyez "STOP" au 36123',
  'envoyez « STOP » au 36123.',
  'pour ne plus recevoir, ‘STOP’ au 36123',
];
const NO_INSTRUCTIONS = [
  'NON-STOP 36123',
  'Non stop 75011 Paris',
  'ouvert non\u2011stop 36123',
  'non - stop 36123',
  'pit-stop 36123',
  'NONSTOP 36123',
  'stopper 36123',
  'STOP aux 36123 prix',
  'STOP ! 75011 Paris',
  'Stop. 75011 Paris',
  'STOP 2026',
  'STOP',
  '36123',
];

describe('the instruction of a text', () => {
  test.each(INSTRUCTIONS)('is %s, last, and nothing is added', (written) => {
    expect(lastStop(`Caves Dubois: -20 % ${written}`)?.code).toBe(OURS);
    const rendered = renderSms({ text: `Caves Dubois: -20 % ${written}` }, {}, mentions);
    expect(rendered.text).toBe(`Caves Dubois: -20 % ${written}`.trim());
    expect(verifySms(rendered, mentions)).toMatchObject(EVERYTHING_SAID);
  });

  test.each(NO_INSTRUCTIONS)('is not %s, and ours is added', (written) => {
    expect(stopCodesIn(written)).toEqual([]);
    const rendered = renderSms({ text: `Caves Dubois: ${written}` }, {}, mentions);
    expect(rendered.text).toBe(`Caves Dubois: ${written} STOP 36123`);
    expect(verifySms(rendered, mentions)).toMatchObject(EVERYTHING_SAID);
  });

  test.each([
    ['STOP au 06 12 34 56 78', '+33612345678'],
    ['STOP au 0612345678', '+33612345678'],
    ['STOP au +33 6.12.34.56.78', '+33612345678'],
    ['STOP au 0033612345678', '+33612345678'],
    ['STOP 36123 10', '36123'],
    ['STOP 38000, STOP 36123', '38000'],
  ])('names its code as settings write it: %s', (written, code) => {
    expect(stopCodesIn(written)[0]).toBe(code);
  });

  test.each(['STOP 38000', 'STOP38000', '"STOP" par SMS au 38 000', 'stop=>38000', 'STOP au 0612345678'])(
    'to another code is never taken for ours: %s',
    (written) => {
      for (const text of [`Caves Dubois: ${written}`, `Caves Dubois: ${written} puis STOP 36123`])
        expect(verifySms(renderSms({ text }, {}, mentions), mentions)).toMatchObject({
          carriesOppositionMeans: true,
          oppositionMeansWork: false,
        });
    },
  );

  test('whatever stands before it, what is rendered is read again as it is', () => {
    const pieces = fc.constantFrom(...INSTRUCTIONS, ...NO_INSTRUCTIONS, '-20 %', 'ë', ' ', '.', 'STOP', '36123', 'non');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), fc.string(), (some, any) => {
        const text = `x${some.join(' ')}${any}`;
        const values = Object.fromEntries(fieldNames({ text }).map((name) => [name, 'a']));
        const rendered = renderSms({ text }, values, mentions);
        const found = verifySms(rendered, mentions);
        expect(found).toMatchObject({ namesAdvertiser: true, carriesOppositionMeans: true });
        const others = stopCodesIn(rendered.text).filter((code) => code !== OURS);
        expect(found.oppositionMeansWork).toBe(others.length === 0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('words by which a text speaks of stopping, in Spanish', () => {
  test.each(['puede oponerse', 'derecho de oposicion', 'registrar su oposicion', 'quiero oponerme'])(
    '%j does',
    (text) => {
      expect(text).toMatch(STOPPING);
    },
  );

  test.each(['academia de oposiciones', 'oposiciones 2026', 'la oposicion al cuerpo de maestros'])(
    '%j does not',
    (text) => {
      expect(text).not.toMatch(STOPPING);
    },
  );
});
