import { describe, expect, test } from 'vitest';
import { pastedAddress, typedAddress } from '#shared/domain/contact/typed-address.ts';

describe('an address that a person types', () => {
  test.each([
    ['Jeanne.Petit@Example.FR ', 'email', 'Jeanne.Petit@example.fr'],
    ['06 12 34 56 78', 'phone', '+33612345678'],
    ['06.12.34.56.78', 'phone', '+33612345678'],
    ['0033 6 12 34 56 78', 'phone', '+33612345678'],
    ['+33 (0)6 12 34 56 78', 'phone', '+33612345678'],
    // Overseas departments, as they are dialled within France.
    ['0692 12 34 56', 'phone', '+262692123456'],
    ['0590 12 34 56', 'phone', '+590590123456'],
    ['0694 12 34 56', 'phone', '+594694123456'],
    ['0696 12 34 56', 'phone', '+596696123456'],
    ['0269 12 34 56', 'phone', '+262269123456'],
    ['0639 12 34 56', 'phone', '+262639123456'],
    // Of the mainland, for fiction.
    ['06 39 98 12 34', 'phone', '+33639981234'],
    ['0508 41 23 45', 'phone', '+508508412345'],
    ['+44 7911 123456', 'phone', '+447911123456'],
    // As people type and paste them: a zero after the country code, no plus, marks that nobody sees, a name before, a comma after.
    ['+33 06 12 34 56 78', 'phone', '+33612345678'],
    ['0033 06 12 34 56 78', 'phone', '+33612345678'],
    ['33612345678', 'phone', '+33612345678'],
    ['33 6 12 34 56 78', 'phone', '+33612345678'],
    ['+33 0692 12 34 56', 'phone', '+262692123456'],
    ['\u202a+33612345678\u202c', 'phone', '+33612345678'],
    ['06\u200b12345678', 'phone', '+33612345678'],
    ['\ufeff06 12 34 56 78', 'phone', '+33612345678'],
    ['\u200bjean@orange.fr', 'email', 'jean@orange.fr'],
    ['Jean Dupont <jean@orange.fr>', 'email', 'jean@orange.fr'],
    ['<jean@orange.fr>', 'email', 'jean@orange.fr'],
    ['jean@orange.fr,', 'email', 'jean@orange.fr'],
    ['jean@orange.fr;', 'email', 'jean@orange.fr'],
    ['jean@orange.fr.', 'email', 'jean@orange.fr'],
  ])('%s', (text, kind, value) => {
    expect(pastedAddress(text)).toEqual({ kind, value });
  });

  test.each([
    'jean@orange.fr, paul@orange.fr',
    'Jean <jean@orange.fr> <paul@orange.fr>',
    '33 6 12 34 56 7',
    '',
    'Jeanne',
    'jeanne@',
    '12 34',
    '0012',
    '06 12 34 56 7',
  ])('“%s” is none', (text) => {
    expect(pastedAddress(text)).toBeUndefined();
    expect(typedAddress(text)).toBeUndefined();
  });
});

test.each([
  ['06 12 34 56 78,', '+33612345678'],
  ['tél : 06 12 34 56 78', '+33612345678'],
  ['Tel. 06 12 34 56 78', '+33612345678'],
  ['tel:0612345678', '+33612345678'],
  ['N° 06.12.34.56.78.', '+33612345678'],
  ['33 0612345678', '+33612345678'],
  ['mailto:jean@orange.fr', 'jean@orange.fr'],
])('"%s" is pasted from a list, a card or a link', (written, value) => {
  expect(pastedAddress(written)?.value).toBe(value);
});
