import { describe, expect, test } from 'vitest';
import { externalMeansInText } from '#shared/channels/content/stopping/external-means.ts';
import { onlyStops } from '#shared/channels/content/stopping/words-of-stopping.ts';
import { externalLinks } from '#shared/channels/email/html/external-links.ts';

const URL = 'https://liste.example/weg?u=1';
const link = (words: string): string => `<p><a href="${URL}">${words}</a></p>`;

describe('ways to stop of other tools, in the languages of readers', () => {
  test.each([
    'Abbestellen',
    'Newsletter abbestellen',
    'Hier abmelden',
    'Darse de baja',
    'Dejar de recibir estos correos',
    'Disiscriviti',
    'Non ricevere più queste e-mail',
    'Afmelden',
    'Uitschrijven voor deze nieuwsbrief',
  ])('a link that only says %s gives its place to ours', (words) => {
    expect(onlyStops(words)).toBe(true);
    expect(externalLinks(link(words))).toHaveLength(1);
  });

  test.each([
    ['Wenn Sie keine E-Mails mehr erhalten möchten, klicken Sie', 'hier'],
    ['Si no desea recibir más correos, o para darse de baja, pulse', 'aquí'],
    ['Per disiscriversi dalla newsletter', 'clicchi qui'],
    ['Wilt u geen e-mails meer ontvangen, klik dan', 'hier'],
  ])('so does a link in "%s … %s"', (sentence, words) => {
    expect(externalLinks(`<p>${sentence} <a href="${URL}">${words}</a>.</p>`)).toHaveLength(1);
    expect(externalMeansInText(`${sentence} ${words}: ${URL}`)).toHaveLength(1);
  });

  test.each([
    'Unsere Weine im Angebot',
    'Melden Sie sich an',
    'Ver las ofertas de Baja California',
    'Iscriviti alla newsletter',
    'Meld u aan voor onze proeverij',
    'Plus de vins, par ici',
    'Read more about our wines',
  ])('a link that says %s stays', (words) => {
    expect(externalLinks(link(words))).toEqual([]);
    expect(externalMeansInText(`${words}: ${URL}`)).toEqual([]);
  });
});
