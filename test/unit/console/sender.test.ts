import { expect, test } from 'vitest';
import { senderIn, senderLine } from '#console/frame/sender.ts';
import { fromHeader } from '#shared/adapters/ses/from-header.ts';

const address = 'lettre@valmy.example';

test.each([
  'Épicerie Valmy',
  'Maison Valmy',
  'L’Épicerie « à deux pas » de la rue des Écoles, dont le nom ne tient pas en un seul mot encodé',
  'Valmy, "les vins" \\ Cie',
  '日本 🍷',
])('a mail that leaves from %s is shown from it', (name) => {
  expect(senderIn(fromHeader({ address, name }))).toEqual({ address, name });
  expect(senderLine(fromHeader({ address, name }))).toBe(`${name} <${address}>`);
});

test('an address without a name is shown as it is, and so is what is no address', () => {
  expect(senderIn(address)).toEqual({ address });
  expect(senderLine('=?UTF-8?Q?=C3=89picerie?= <lettre@valmy.example>')).toBe(`Épicerie <${address}>`);
  expect(senderLine('')).toBe('');
});

test('a domain is shown in its own letters', () => {
  expect(senderLine('Épicerie <lettre@xn--caf-dma.example>')).toBe('Épicerie <lettre@café.example>');
  expect(senderLine('lettre@xn--caf-dma.example')).toBe('lettre@café.example');
});
