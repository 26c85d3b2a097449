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
    ...[
      'Keine Angebote mehr erhalten',
      'Keine Nachrichten mehr erhalten',
      'Von der Liste abmelden',
      'Melden Sie sich ab',
    ],
    ...['Diese Mitteilungen abbestellen', 'E-Mail-Benachrichtigungen abbestellen', 'Ich möchte keine Angebote mehr'],
    ...['Darse de Baja', 'Cancelar la Suscripción', 'Anular la suscripción', 'Darse de baja del Boletín'],
    ...['No quiero recibir más correos', 'Dejar de recibir Ofertas'],
    ...['Annulla Iscrizione', 'Non ricevere più Offerte', 'Disiscriversi dalla Newsletter'],
    ...['Afmelden voor de Nieuwsbrief', 'Schrijf me uit', 'Meld je af'],
    ...['Se Désabonner', 'Unsubscribe From This List', 'Opt Out', 'Remove me', 'Take me off this list'],
    ...['Me retirer', 'Me retirer de la liste', 'Retirez-moi', 'STOP', 'Stop pub', 'Stop newsletter'],
    ...['Stop SMS', 'Stop mails', 'Stop offres', 'Keine Werbung mehr', 'Ich möchte keine Newsletter mehr'],
    ...[
      'Melde dich ab',
      'Melde dich hier ab',
      'Melden Sie sich vom Newsletter ab',
      'Schrijf je uit',
      'Meld je hier af',
    ],
    ...['Schrijf u uit voor deze nieuwsbrief', 'Meld je af van de mailinglijst', 'Verwijder mij uit de lijst'],
    ...[
      'Se Désinscrire De Notre Liste',
      'Cliquez Ici Pour Vous Désabonner',
      'Je Ne Souhaite Plus Recevoir Ces E-mails',
    ],
    ...['Please Unsubscribe Me From Your Emails', 'Afmelden Voor Deze Nieuwsbrief', 'Cancelar Mi Suscripción'],
    ...['Borrarme de la lista', 'Cancellami dalla lista'],
  ])('so does %s, whose capitals name nobody', (words) => {
    expect(onlyStops(words)).toBe(true);
    expect(externalLinks(link(words))).toHaveLength(1);
  });

  test.each([
    ...['Keine Angebote verpassen', 'Angebote ansehen', 'Darse de baja en Madrid', 'Baja California', 'Baja temporada'],
    ...['Me retirer mon colis', 'Retirer ma commande', 'Retirez votre colis', 'Remove stains', 'Take me there'],
    ...['Stop au gaspillage', 'Stop and shop', 'Stop aux pertes de temps', 'Schrijf u in', 'Se désabonner de Canal'],
    ...[
      'Melden Sie sich ab sofort an',
      'Melden Sie sich ab 1. März an',
      'Melde dich ab jetzt an',
      'Melde dich abends an',
    ],
    ...[
      'Melde dich ab heute für unser Webinar an',
      'Melde dich ab 10 Uhr',
      'Schrijf je uitnodigingen',
      'Meld je afspraak',
    ],
    ...['Schrijf je uitdaging op', 'Meld je afwezigheid', 'Schrijf me uitgebreid', 'Schrijf je uit je hoofd in'],
    ...['Stop démarchage', 'Stop appels', 'Stop actualités', 'Stop info', 'Stop aux appels', 'Stop aux promos'],
    ...['Keine Werbung mehr, jetzt testen', 'Abmelden von Canal', 'Unsubscribe From Netflix'],
  ])('%s stops nothing, or names somebody', (words) => {
    expect(onlyStops(words)).toBe(false);
    expect(externalLinks(link(words))).toEqual([]);
  });

  const here = (words: string): string => `<a href="${URL}">${words}</a>`;
  test.each([
    `<p>Stop : ${here('ici')}</p>`,
    `<p>STOP e-mails : ${here('cliquez ici')}</p>`,
    `<p>Maison Ablette. Stop pub : ${here('ici')}</p>`,
    `<p>Me retirer de la liste : ${here('ici')}</p>`,
    `<p>Sie möchten keine Angebote mehr: ${here('hier')}</p>`,
    `<p>Keine Nachrichten mehr: ${here('hier')}</p>`,
    `<table><tr><td>Vous ne voulez plus recevoir nos offres ?</td><td>${here('Cliquez ici')}</td></tr></table>`,
    `<table><tr><td>Une question ?</td><td><a href="https://a.example">Cliquez ici</a></td></tr><tr><td>Vous ne voulez plus recevoir nos offres ?</td><td>${here('Cliquez ici')}</td></tr></table>`,
  ])('a link that says nothing is one where its line does: %s', (html) => {
    expect(externalLinks(html)).toHaveLength(1);
  });
  test.each([
    `<p>Stop aux idées reçues : ${here('ici')}</p>`,
    `<p>Non-stop : ${here('ici')}</p>`,
    `<p>Stop, on a une bonne nouvelle : ${here('ici')}</p>`,
    `<p>Me retirer un colis : ${here('ici')}</p>`,
    `<p>Stop démarchage : ${here('cliquez ici')}</p>`,
    `<p>Keine Spam-Mails mehr: ${here('hier klicken')}</p>`,
    `<p>Keine Werbung mehr: Unser Premium-Abo ${here('hier')}</p>`,
    `<p>Sie bekommen keine E-Mails mehr? ${here('Hier klicken')}</p>`,
    `<p>Melden Sie sich ab sofort an: ${here('hier')}</p>`,
    `<table><tr><td>Vous ne voulez plus recevoir vos factures par courrier ?</td><td>${here('Cliquez ici')}</td></tr></table>`,
    `<table><tr><td>Vous ne voulez plus recevoir nos offres ?</td><td>${here('Voir la boutique')}</td></tr></table>`,
    `<table><tr><td>Aucun souci.</td><td>${here('Cliquez ici')}</td></tr></table>`,
  ])('and is none where its line stops nothing: %s', (html) => {
    expect(externalLinks(html)).toEqual([]);
  });
  test('a text part says so too, and a code to answer with is no link', () => {
    expect(externalMeansInText(`Stop : ${URL}`)).toHaveLength(1);
    expect(externalMeansInText(`Me retirer : ${URL}`)).toHaveLength(1);
    expect(externalMeansInText(`Maison Ablette. STOP 36180\nBoutique : https://a.example/b`)).toEqual([]);
    expect(externalMeansInText(`STOP au 36180 https://a.example/b`)).toEqual([]);
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
