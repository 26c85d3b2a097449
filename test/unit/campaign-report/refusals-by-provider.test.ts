import { expect, test } from 'vitest';
import { inWords } from '#shared/app/campaigns/report/report-view.ts';

/** Whoever waits for a limit, a right or an account that somebody has to mend is not said to wait for nothing. */
const saidOf = (code: string) => inWords('waiting', code);

test.each([
  ['refused:MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT', 'plafond de dépense'],
  ['refused:ServiceQuotaExceededException', 'plafond de dépense'],
  ['refused:ACCOUNT_DISABLED', 'n’autorise pas'],
  ['refused:AuthorizationErrorException', 'n’autorise pas'],
  ['refused:AccessDeniedException', 'n’autorise pas'],
  ['refused:NotFoundException', 'sans dire que c’est pour toujours'],
])('%s', (code, sentence) => {
  expect(saidOf(code).sentence.fr).toContain(sentence);
  expect(saidOf(code).remedy?.fr).toContain('exploitant');
  expect(saidOf(code).remedy?.fr).not.toContain('Rien à faire');
});

test('whom the provider alone rejected is in words of its own, and nobody calls it the law', () => {
  const { sentence, remedy } = inWords('refused', 'rejected:PRICE_OVER_THRESHOLD');
  expect(sentence.fr).toContain('à ces personnes seules');
  expect(remedy?.fr).toContain('maxPriceUsd');
});

test('whom the law kept past the end is advised a later end, and no faster pace', () => {
  for (const code of ['VALIDITY_PASSED', 'FREQUENCY_CAP']) {
    expect(inWords('expired', code).remedy?.fr).toContain('une fin plus tardive');
    expect(inWords('expired', code).remedy?.fr).not.toContain('rythme');
  }
});
