import { expect, test } from 'vitest';
import { preparedOnce } from '#shared/app/messages/render-message.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';

const newsletter = { subject: 'Nos vins d’hiver', text: 'Bonjour' };
const NAME = sha256OfJson(newsletter);

test('a newsletter is parsed once for all its readers, however many texts of one message come between', () => {
  const prepare = preparedOnce();
  const first = prepare(newsletter, NAME, 'taken-out');
  for (let n = 0; n < 40; n += 1) {
    const code = { text: `Votre code : ${n}` };
    prepare(code, sha256OfJson(code), 'taken-out');
  }
  expect(prepare(newsletter, NAME, 'taken-out')).toBe(first);
  expect(prepare(newsletter, NAME, 'kept')).not.toBe(first);
});

test('of newsletters, the twenty asked for last are kept', () => {
  const prepare = preparedOnce();
  const first = prepare(newsletter, NAME, 'taken-out');
  for (let n = 0; n < 20; n += 1) {
    const other = { ...newsletter, subject: `Numéro ${n}` };
    prepare(other, sha256OfJson(other), 'taken-out');
  }
  expect(prepare(newsletter, NAME, 'taken-out')).not.toBe(first);
});
