import { expect, test } from 'vitest';
import { keptForm } from '#shared/domain/consent/kept-form.ts';
import { aFormVersion } from '#test/support/builders.ts';

test('a form version is one object for all who read it, and another where anything in it is another', () => {
  const form = keptForm(aFormVersion());
  expect(keptForm(structuredClone(form))).toBe(form);
  const other = keptForm({ ...form, wording: `${form.wording} ` });
  expect(other).not.toBe(form);
  expect(other.wording).toBe(`${form.wording} `);
});

test('of very many the first are not kept', () => {
  const form = aFormVersion();
  const first = keptForm({ ...form, wording: 'first' });
  for (let count = 0; count < 300; count += 1) keptForm({ ...form, wording: `${count}` });
  expect(keptForm(structuredClone(first))).not.toBe(first);
});
