import { expect, test } from 'vitest';
import subjects from '#test/labelled/wordings/subjects.json' with { type: 'json' };
import { feignsAnswer } from './subject.ts';

test('the second opinion reads which subjects feign an answer as whoever labelled them did', () => {
  const wrong = subjects.filter(({ said, subject }) => feignsAnswer(subject) !== (said === 'feigns'));
  expect(wrong).toEqual([]);
  expect(feignsAnswer('R\u200BE: votre dossier')).toBe(true);
});
