import { describe, expect, test } from 'vitest';
import type { Comparison } from '#shared/channels/content/external.ts';
import { externalMeansInText } from '#shared/channels/content/stopping/external-means.ts';
import { onlyStops } from '#shared/channels/content/stopping/words-of-stopping.ts';
import { externalEmail } from '#shared/channels/email/external.ts';
import { externalLinks } from '#shared/channels/email/html/external-links.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';

const OURS = 'https://stop.example/o/abc';
const SHOP = 'https://ablette.example/boutique';
const TRACKER = 'https://envoi.example/c/7f3a';
const NAMED = 'https://envoi.example/unsubscribe/1';
const ROUTE: Comparison = {
  names: ['Maison Ablette'],
  noticeUrl: 'https://ablette.example/donnees',
  address: 'jeanne@exemple.example',
  sources: [],
  isOurLink: (url) => url === OURS,
  isOurHost: (url) => url.startsWith('https://stop.example/'),
  isOurMailbox: () => false,
  oppositionInbox: undefined,
  linkAloneSuffices: true,
};
const link = (href: string, inside: string) => `<a href="${href}">${inside}</a>`;
const to = (inside: string) => link(TRACKER, inside);
const shop = (inside: string) => link(SHOP, inside);
const STOP = `<div>Maison Ablette. Publicité. Pour ne plus recevoir nos messages, ${link(OURS, 'cliquez ici')}.</div>`;
const LOGO = '<img src="https://i.example/logo.png" width="90" height="90">';

/** What a human is asked about, beside our own link, and how many places our link would take. */
const asked = (html: string): readonly [readonly string[] | undefined, number] => {
  const facts = externalEmail({
    email: { from: { address: 'a@ablette.example' }, subject: 'Au jardin', headers: [], html: `${html}${STOP}` },
  }).factsFor(ROUTE, { senders: { email: [], sms: [] } } as unknown as Advertiser);
  return [facts.externalMeans, externalLinks(html).filter(({ start }) => !html.slice(start).startsWith(OURS)).length];
};
const ASKED = [['envoi.example'], 1];
const LEFT = [undefined, 0];

/** The same line break, as sources write it. */
const BREAKS = [
  '<br>',
  '<br/>',
  '<br>\n',
  '<br>\n    ',
  '\n<br>\n',
  ' <br> ',
  '<br><br>',
  '<br>\n<br>\n',
  '<br>&nbsp;<br>',
  '<br>&nbsp;',
  '</span><br><span>',
  '<br clear="all">',
] as const;

describe('a line that says what for leads to the link of the next', () => {
  test.each(BREAKS)('however its source breaks it: "%s"', (br) => {
    for (const html of [
      `Vous souhaitez vous désabonner ?${br}C’est simple : ${to('cliquez ici')}`,
      `Pour vous désabonner${br}C’est par ${to('ici')}`,
      `Pour vous désabonner :${br}Rendez-vous sur notre site ${to('ici')}`,
      `Pour vous désabonner${br}${to('Cliquez ici')}`,
      `Pour vous désabonner${br}${to('→')}`,
    ])
      expect(asked(`<div><p>${html}</p></div>`), html).toEqual(ASKED);
  });
  test.each([
    `Pour vous désabonner en un clic<br>Rendez-vous sur notre site ${to('ici')}`,
    `Pour ne plus recevoir nos 3 newsletters<br>Rendez-vous sur notre site ${to('ici')}`,
    `Pour ne plus recevoir nos appels et SMS<br>Rendez-vous sur notre site ${to('ici')}`,
    `Pour ne plus recevoir nos offres, nouveautés et invitations<br>Rendez-vous sur notre site ${to('ici')}`,
    `Pour ne plus recevoir nos offres, nos SMS et nos appels<br>Rendez-vous sur notre site ${to('ici')}`,
    `Pour vous désabonner facilement, suivez le lien<br>C’est par ${to('ici')}`,
    `Pour vous désabonner, rien de plus simple !<br>Rendez-vous sur notre site ${to('ici')}`,
    `Vous souhaitez vous désabonner ? C’est simple !<br>Rendez-vous sur notre site ${to('ici')}`,
    `Pour vous désabonner de jeanne@exemple.example<br>Rendez-vous sur notre site ${to('ici')}`,
    `Ce message a été envoyé à jeanne@exemple.example. Pour vous désabonner<br>Rendez-vous sur notre site ${to('ici')}`,
    `Pour vous désabonner de cette liste<br>Maison Ablette<br>Rendez-vous ${to('ici')}`,
    `Désabonnement<br>Rendez-vous sur notre site ${to('ici')}`,
    `Se désabonner<br>C’est par ${to('ici')}`,
    `Vous ne souhaitez plus recevoir nos offres ?<br>Rendez-vous sur notre site ${to('ici')}`,
    `No longer want to receive our news?<br>Go to our site ${to('here')}`,
    `Sie möchten keine E-Mails mehr erhalten?<br>Gehen Sie auf unsere Seite ${to('hier')}`,
    `Möchten Sie sich abmelden?<br>Gehen Sie ${to('hier')}`,
    `Si ya no desea recibir nuestros correos<br>Vaya a nuestra página ${to('aquí')}`,
    `Se non vuoi più ricevere le nostre e-mail<br>Vai al nostro sito ${to('qui')}`,
    `Om u af te melden<br>Ga naar onze site ${to('hier')}`,
    `Vous pouvez vous désabonner à tout moment.<br>${to('Cliquez ici')}`,
  ])('where it says no means of its own: %s', (html) => {
    expect(asked(`<p>${html}</p>`)).toEqual(ASKED);
  });
  test.each(BREAKS)('and not where it is whole, whatever follows it: "%s"', (br) => {
    for (const html of [
      `Vous pouvez vous désabonner à tout moment.${br}Nos horaires : ${shop('ici')}`,
      `Vous pouvez vous désabonner à tout moment${br}Nos horaires : ${shop('ici')}`,
      `Vous pouvez vous désabonner à tout moment !${br}Nos horaires : ${shop('ici')}`,
      `Pour ne plus recevoir nos offres, répondez STOP.${br}Nos horaires : ${shop('ici')}`,
      `Vous pouvez vous désabonner à tout moment.${br}${shop(LOGO)}`,
    ])
      expect(asked(`<div><p>${html}</p></div>`), html).toEqual(LEFT);
  });
  test.each([
    `Vous pouvez vous désabonner à tout moment<br>Suivez-nous sur Instagram ${shop('→')}`,
    `Vous pouvez vous désabonner à tout moment.<br>Suivez-nous ${shop('🔗')}`,
    `Vous pouvez vous désabonner à tout moment.<br>Écrivez-nous ${link('mailto:contact@ablette.example', '📧')}`,
    `Vous pouvez vous désabonner à tout moment<br>Voir ce message ${shop('en ligne')}`,
    `Vous pouvez vous désabonner à tout moment.<br>Voir ce message en ligne : ${shop('cliquez ici')}`,
    `Vous pouvez vous désabonner à tout moment.<br>${shop('Cliquez ici')} pour nos horaires`,
    `Vous pouvez vous désabonner à tout moment.<br>Nos fleurs<br>${shop(LOGO)}`,
    `Vous pouvez vous désabonner gratuitement en répondant à ce message.<br>Nos horaires : ${shop('ici')}`,
    `Vous pouvez vous opposer à tout moment à ces envois.<br>Retrouvez-nous ${shop('ici')}`,
    `Si vous souhaitez vous désabonner, dites-le en boutique.<br>Nos horaires sont ${shop('ici')}`,
    `Pour ne plus recevoir nos offres, téléphonez-nous<br>Nos horaires ${shop('ici')}`,
    `Pour ne plus recevoir nos offres, passez en boutique<br>Nos horaires ${shop('ici')}`,
    `Pour ne plus recevoir nos offres, dites-le-nous<br>Nos horaires ${shop('ici')}`,
    `Pour ne plus recevoir nos offres, envoyez NON au 36105<br>Nos horaires ${shop('ici')}`,
    `Pour vous désabonner, voyez avec nos équipes<br>Nos horaires ${shop('ici')}`,
    `Pour vous désabonner, utilisez l’en-tête de ce message<br>Nos horaires ${shop('ici')}`,
    `Pour ne plus recevoir nos offres, le lien est en bas de ce message<br>Nos fleurs : ${shop('ici')}`,
    `Pour vous désabonner, répondez STOP<br>Nos fleurs<br>${shop('ici')}`,
    `Nos fleurs<br>${shop('ici')}<br>Pour vous désabonner : répondez STOP`,
    `${shop(LOGO)}<br>Pour ne plus recevoir nos offres, répondez STOP`,
    `Pour vous désabonner | Nos horaires sont ${shop('ici')}`,
    `Pour vous désabonner<br>Nos horaires | C’est par ${shop('ici')}`,
    `Pour vous désabonner<br>Répondez STOP à ce message. Nos horaires sont ${shop('ici')}`,
    `Pour ne plus recevoir nos offres, ${link(OURS, 'c’est ici')}<br>Nos fleurs : ${shop('ici')}`,
    `Pour vous désabonner : ${link(OURS, 'ici')}<br>Nos fleurs ${shop('→')}`,
    `Une question ? Nos horaires sont ${shop('ici')}`,
    `You can unsubscribe at any time.<br>See our opening hours ${shop('here')}`,
    `You can unsubscribe at any time<br>See our opening hours ${shop('here')}`,
    `If you wish to unsubscribe, just tell us.<br>See our opening hours ${shop('here')}`,
    `If you wish to unsubscribe, just tell us<br>See our opening hours ${shop('here')}`,
    `Wenn Sie keine E-Mails mehr erhalten möchten, sagen Sie es uns.<br>Öffnungszeiten ${shop('hier')}`,
    `Sie können sich jederzeit abmelden<br>Öffnungszeiten ${shop('hier')}`,
    `Puede darse de baja en cualquier momento<br>Nuestro horario ${shop('aquí')}`,
  ])('nor where it has its own answer, or asks for nothing: %s', (html) => {
    expect(asked(`<p>${html}</p>`)).toEqual(LEFT);
  });
});

describe('a block that says what for leads to the link of the next', () => {
  test.each([
    `<p>Pour vous désabonner</p><p>C’est par ${to('ici')}</p>`,
    `<p>Pour vous désabonner</p>\n<p>${to('ici')}</p>`,
    `<div>Pour vous désabonner</div><div>Rendez-vous ${to('ici')}</div>`,
    `<table><tr><td><img src="a.png"></td><td>Pour vous désabonner</td></tr><tr><td><img src="a.png"></td><td>${to('ici')}</td></tr></table>`,
    `<table><tr><td>Pour vous désabonner</td><td>${to('ici')}</td></tr></table>`,
    `<table><tr><td><b>Pour vous désabonner :</b></td></tr>\n<tr><td>${to('→')}</td></tr></table>`,
    `<ul><li>Pour vous désabonner :</li><li>${to('cliquez ici')}</li></ul>`,
    `<dl><dt>Pour vous désabonner</dt><dd>${to('cliquez ici')}</dd></dl>`,
    `<article>Pour vous désabonner</article><section>${to('cliquez ici')}</section>`,
    `<h4>Désabonnement</h4><p>Cliquez ${to('ici')}</p>`,
    `<p>Vous ne souhaitez plus recevoir nos offres ?</p><p>${to('Cliquez ici')}</p>`,
  ])('where that only points: %s', (html) => {
    expect(asked(html)).toEqual(ASKED);
  });
  test.each([
    `<p>Pour vous désabonner</p><p>Nos horaires sont ${shop('ici')}</p>`,
    `<p>Pour vous désabonner, répondez STOP</p><p>${shop('ici')}</p>`,
    `<p>Vous pouvez vous désabonner à tout moment.</p><p>${shop('Cliquez ici')} pour nos horaires</p>`,
    `<p>Pour vous désabonner, ${link(OURS, 'cliquez ici')}</p><p>${shop('→')}</p>`,
    `<p>Pour vous désabonner</p>${shop(LOGO)}`,
    `<p>Pour vous désabonner</p><p>Maison Ablette, 3 rue des Lilas</p><p>${shop('→')}</p>`,
    `Pour vous désabonner : répondez STOP<hr>Nos horaires ${shop('ici')}`,
    ...'dd dt section article footer header main nav aside address figure pre ul form'
      .split(' ')
      .map(
        (tag) =>
          `<div><${tag}>Pour vous désabonner : répondez STOP</${tag}><${tag}>Nos horaires ${shop('ici')}</${tag}></div>`,
      ),
  ])('and not where it does not: %s', (html) => {
    expect(asked(html)).toEqual(LEFT);
  });
});

describe('a sign without words, beside words that say what for', () => {
  const SIGNS =
    '✕ × ✗ ✘ ⊗ ❌ 🚫 ⛔ 🛑 🗑️ 👎 ✋ 🖐 🙅 🙅‍♀️ 🔕 ▼ ▾ ◀ 🔽 ⏩ ⏭ ✉️ 📧 📨 📬 📭 📮 💌 🖂 ☑ ☐ ✔ + = ● ■ ~ 🡒 🠖 ＞ ➤ ⮕ → » 👇🏽 🖱️ 🔗'.split(
      ' ',
    );
  test.each(SIGNS)('is a way to stop: %s', (sign) => {
    expect(asked(`<p>Pour vous désabonner : ${to(sign)}</p>`)).toEqual(ASKED);
    expect(asked(`<p>${to(sign)} Se désabonner</p>`)).toEqual(ASKED);
    expect(asked(`<p>Nos fleurs ${shop(sign)}</p>`)).toEqual(LEFT);
  });
  test.each(['✕', '👎', '🗑️', '★', '🛒', '→', '📘'])(
    'or without any, where its address is named after stopping: %s',
    (sign) => {
      expect(asked(`<p>${link(NAMED, sign)}</p>`)).toEqual(ASKED);
    },
  );
  test.each(['✕', '✉️', '📧', '📬', '🚫', '☑', '✔', '●', '★', '☆', '📘', '📞', '🛒', '🌸', '📍'])(
    'says where it leads, where the sentence has its own answer: %s',
    (sign) => {
      for (const html of [
        `<p>${shop(sign)} Pour ne plus recevoir nos offres, répondez STOP</p>`,
        `<p>Pour ne plus recevoir nos offres, répondez STOP ${shop(sign)}</p>`,
        `<p>Pour ne plus recevoir nos offres, appelez le 06 39 98 00 01 ${shop(sign)}</p>`,
      ])
        expect(asked(html), html).toEqual(LEFT);
    },
  );
  test.each(['📘', '📞', '🛒', '🌸', '📍', '☆', '⭐'])('says where it leads, whatever the sentence: %s', (sign) => {
    expect(asked(`<p>Vous pouvez vous désabonner à tout moment ${shop(sign)}</p>`)).toEqual(LEFT);
  });
  test('of a mail, leads to a mailbox that one is to write to', () => {
    const mailbox = link('mailto:contact@envoi.example', '✉️');
    expect(asked(`<p>Pour ne plus recevoir nos offres, écrivez-nous ${mailbox}</p>`)).toEqual(ASKED);
    expect(asked(`<p>${mailbox} Pour ne plus recevoir nos offres, répondez STOP.</p>`)).toEqual(LEFT);
  });
});

describe('words of stopping, as senders write them', () => {
  const WORDINGS: readonly (readonly [string, string])[] = [
    ['Si vous ne souhaitez plus recevoir nos e-mails, cliquez', 'ici'],
    ['Vous ne souhaitez plus recevoir nos offres ? Cliquez', 'ici'],
    ['Si vous ne désirez plus recevoir nos e-mails, cliquez', 'ici'],
    ['Si vous ne voulez plus en recevoir, cliquez', 'ici'],
    ['Si vous souhaitez ne plus recevoir nos e-mails, cliquez', 'ici'],
    ['Vous ne voulez plus de nos e-mails ? C’est', 'ici'],
    ['Plus envie de recevoir nos mails ? Cliquez', 'ici'],
    ['Pour arrêter de recevoir nos e-mails, cliquez', 'ici'],
    ['Pour cesser de recevoir ces messages, cliquez', 'ici'],
    ['Pour vous retirer de cette liste, cliquez', 'ici'],
    ['Pour être retiré de notre liste, cliquez', 'ici'],
    ['Se désabonner', 'ici'],
    ['Désabonnement', 'ici'],
    ['No longer want to receive our news? Click', 'here'],
    ['Don’t want these e-mails any more? Click', 'here'],
    ['If you no longer want these e-mails, click', 'here'],
    ['If you would rather not receive these e-mails, click', 'here'],
    ['To be removed from this list, click', 'here'],
    ['Sie möchten keine E-Mails mehr erhalten? Klicken Sie', 'hier'],
    ['Wenn Sie keine Nachrichten mehr möchten, klicken Sie', 'hier'],
    ['Wenn Sie diese E-Mails nicht mehr erhalten wollen, klicken Sie', 'hier'],
    ['Si ya no desea recibir nuestros correos, haga clic', 'aquí'],
    ['¿Ya no quiere recibir nuestros correos? Haga clic', 'aquí'],
    ['Se non vuoi più ricevere le nostre e-mail, clicca', 'qui'],
    ['Non desidera più ricevere questi messaggi? Clicchi', 'qui'],
    ['Om u af te melden, klik', 'hier'],
    ['Wilt u geen e-mails meer ontvangen? Klik', 'hier'],
    ['Wilt u deze e-mails niet langer ontvangen? Klik', 'hier'],
  ];
  test.each(WORDINGS)('%s [%s]', (sentence, words) => {
    expect(asked(`<p>${sentence} ${to(words)}.</p>`)).toEqual(ASKED);
    expect(externalMeansInText(`${sentence} ${words} : ${TRACKER}`)).toHaveLength(1);
  });
  test.each([
    ['Vous ne souhaitez plus attendre ? Cliquez', 'ici'],
    ['Vous souhaitez recevoir nos offres ? Cliquez', 'ici'],
    ['Vous ne voulez plus de cheveux secs ? Nos soins sont', 'ici'],
    ['Plus envie de cuisiner ? Commandez', 'ici'],
    ['Pour ne plus rater nos offres, cliquez', 'ici'],
    ['Pour retirer votre colis, cliquez', 'ici'],
    ['Pour arrêter de fumer, cliquez', 'ici'],
    ['No longer want to wait? Click', 'here'],
    ['Want to receive our news? Click', 'here'],
    ['Sie möchten mehr E-Mails erhalten? Klicken Sie', 'hier'],
    ['Si desea recibir nuestros correos, haga clic', 'aquí'],
    ['Se vuoi ricevere le nostre e-mail, clicca', 'qui'],
    ['Wilt u meer e-mails ontvangen? Klik', 'hier'],
  ])('and of other things: %s [%s]', (sentence, words) => {
    expect(asked(`<p>${sentence} ${shop(words)}.</p>`)).toEqual(LEFT);
    expect(externalMeansInText(`${sentence} ${words} : ${SHOP}`)).toEqual([]);
  });
  test.each([
    'Je ne souhaite plus recevoir ces e-mails',
    'Je ne veux plus de ces e-mails',
    'Me retirer de la liste',
    'Ne plus recevoir de mails',
    'Arrêter de recevoir ces e-mails',
    'Stop aux mails',
  ])('a link that only says so: %s', (words) => {
    expect(onlyStops(words)).toBe(true);
    expect(asked(`<p>${to(words)}</p>`)).toEqual(ASKED);
  });
  test.each([
    'Se désabon&shy;ner',
    'Se dés&#8203;abonner',
    'Se d&#233;sabonner',
    '&#83;e d&#xE9;s&#x61;bonner',
    'Un\u00adsub\u200bscribe',
  ])('with signs in them that nobody sees: %s', (words) => {
    expect(asked(`<p>${to(words)}</p>`)).toEqual(ASKED);
    expect(asked(`<p>Pour nos fleurs : ${shop('Nos f&shy;leurs')}</p>`)).toEqual(LEFT);
  });
});

describe('lines of a text part', () => {
  test.each([
    `Pour vous désabonner\nRendez-vous sur notre site\n${TRACKER}`,
    `Pour vous désabonner\n\nC’est par ici : ${TRACKER}`,
    `Pour vous désabonner de la lettre\nde Maison Ablette, rendez-vous sur ${TRACKER}`,
    `Vous ne souhaitez plus recevoir nos e-mails ?\r\nRendez-vous sur ${TRACKER}`,
    `Vous pouvez vous désabonner à tout moment.\n${TRACKER}`,
    `Vous pouvez également vous désinscrire ici ${TRACKER}`,
  ])('that lead to a link: %j', (text) => {
    expect(externalMeansInText(text)).toHaveLength(1);
  });
  test.each([
    `Vous pouvez vous désabonner à tout moment.\nNos horaires : ${SHOP}`,
    `Vous pouvez vous désabonner à tout moment\nNos horaires : ${SHOP}`,
    `Vous pouvez vous désabonner à tout moment\n\nNos horaires : ${SHOP}`,
    `Pour ne plus recevoir nos offres, téléphonez-nous\nNos horaires : ${SHOP}`,
  ])('that do not: %j', (text) => {
    expect(externalMeansInText(text)).toEqual([]);
  });
});

const ours = (inside: string) => link(OURS, inside);

describe('between two links', () => {
  test.each([
    `Vous pouvez ${shop('gérer vos préférences')} ou vous désabonner ${ours('via ce lien')}`,
    `You can ${shop('update your preferences')} or unsubscribe ${ours('from this list')}`,
    `${shop('Gérer mes préférences')} ou me désabonner ${ours('de toutes les listes')}`,
    `Voir en ligne : ${shop('cliquez ici')} - Se désabonner : ${ours('cliquez ici')}`,
    `Voir en ligne : ${shop('cliquez ici')} – Se désabonner : ${ours('cliquez ici')}`,
    `Voir en ligne : ${shop('cliquez ici')}, se désabonner : ${ours('cliquez ici')}`,
    `Voir en ligne : ${shop('cliquez ici')} · Désabonnement : ${ours('cliquez ici')}`,
    `Voir en ligne : ${shop('cliquez ici')} • Désinscription : ${ours('gérer vos choix')}`,
    `Voir en ligne : ${shop('cliquez ici')} / Désinscription : ${ours('cliquez ici')}`,
    `Voir en ligne : ${shop('cliquez ici')}&nbsp;&nbsp;Désinscription : ${ours('cliquez ici')}`,
    `Pour voir ce message en ligne ${shop('cliquez ici')} et pour vous désabonner ${ours('cliquez ici')}`,
    `${shop('Cliquez ici')} pour nos horaires - Désabonnement : ${ours('ici')}`,
    `View online: ${shop('click here')} - Unsubscribe: ${ours('click here')}`,
    `Online ansehen: ${shop('hier')} - Abmelden: ${ours('hier')}`,
    `Ver en línea: ${shop('aquí')} - Darse de baja: ${ours('aquí')}`,
    `Vedi online: ${shop('qui')} - Disiscriviti: ${ours('qui')}`,
    `Online bekijken: ${shop('hier')} - Afmelden: ${ours('hier')}`,
    `${shop(LOGO)}<br>Désabonnement : ${ours('Mes préférences')}`,
    `${shop(LOGO)} Désabonnement : ${ours('Mes préférences')}`,
    `${shop(LOGO)}<br>Pour ne plus recevoir nos offres ${ours('suivez le lien')}`,
    `${ours('Cliquez ici')} pour vous désabonner, ${shop('ici')} pour voir ce message en ligne`,
    `${ours('Cliquez ici')} pour vous désabonner<br>${shop('Cliquez ici')} pour voir ce message en ligne`,
  ])('words are of the one that they lead to: %s', (html) => {
    expect(asked(`<p>${html}</p>`)).toEqual(LEFT);
  });
  test.each([
    `Voir en ligne : ${shop('cliquez ici')} - Se désabonner : ${to('cliquez ici')}`,
    `Voir en ligne : ${shop('cliquez ici')}, pour vous désabonner : ${to('cliquez ici')}`,
    `${to('Cliquez ici')} pour vous désabonner, ${shop('ici')} pour voir ce message en ligne`,
    `${to('Cliquez ici')} pour vous désabonner<br>${shop('Cliquez ici')} pour voir ce message en ligne`,
    `Se désabonner : ${to('cliquez ici')} - Voir en ligne : ${shop('cliquez ici')}`,
    `Pour vous désabonner, ${to('cliquez ici')} ou ${shop('ici')} pour nos horaires`,
    `${shop('Cliquez ici')} pour nos horaires, pour vous désabonner ${to('ici')} sans frais`,
    `Merci de ${to('cliquer ici')} pour vous désabonner ou ${shop('ici')} pour nos horaires`,
    `${to('→')} Se désabonner<br>${shop('Nos magasins')}`,
  ])('and those of another system are found: %s', (html) => {
    expect(asked(`<p>${html}</p>`)).toEqual(ASKED);
  });
});

describe('a block before', () => {
  test.each([
    `<h4>Désabonnement</h4><p>${shop('Cliquez ici')} pour nos horaires</p>`,
    `<table><tr><td>Nos magasins</td><td>Pour vous désabonner</td></tr><tr><td>${shop('ici')}</td><td>${ours('ici')}</td></tr></table>`,
    `<table><tr><th>Nos magasins</th><th>Se désabonner</th></tr><tr><td>${shop('→')}</td><td>${ours('→')}</td></tr></table>`,
  ])('is not of a link with a purpose of its own, nor of another column: %s', (html) => {
    expect(asked(html)).toEqual(LEFT);
  });
  test.each([
    `<h4>Désabonnement</h4><p>${to('Cliquez ici')}</p>`,
    `<h4>Désabonnement</h4><p>${to('Cliquez ici')} pour ne plus recevoir nos offres</p>`,
    `<table><tr><td></td><td>Pour vous désabonner</td></tr><tr><td></td><td>${to('ici')}</td></tr></table>`,
    `<table><tr><td><img src="a.png"></td><td>Pour vous désabonner</td></tr><tr><td><img src="a.png"></td><td>${to('ici')}</td></tr></table>`,
    `<table><tr><td>Pour vous désabonner</td><td>${to('ici')}</td></tr></table>`,
    `<table><tr><td colspan="2">Pour vous désabonner</td></tr><tr><td><img src="a.png"></td><td>${to('ici')}</td></tr></table>`,
  ])('is of the link that it is for: %s', (html) => {
    expect(asked(html)).toEqual(ASKED);
  });
});

test.each([
  `Vous ne souhaitez plus recevoir vos factures par courrier ? ${shop('Cliquez ici')}`,
  `Vous ne souhaitez plus recevoir vos factures par e-mail ? ${shop('Cliquez ici')}`,
  `Pour ne plus recevoir de relances de paiement, réglez votre facture ${shop('ici')}`,
  `Vous voulez arrêter de recevoir des colis abîmés ? ${shop('Cliquez ici')}`,
  `Plus envie de recevoir vos amis sur une vieille table ? ${shop('Cliquez ici')}`,
  `Do not want to receive a paper bill? Click ${shop('here')}`,
  `If you don’t want to receive your parcel at home, click ${shop('here')}`,
  `Don’t want to get caught in the rain? Click ${shop('here')}`,
  `No longer want to get up early? Click ${shop('here')}`,
  `Wenn Sie keine Mücken mehr wollen, klicken Sie ${shop('hier')}`,
  `No quiere esperar para recibir su pedido? Haga clic ${shop('aquí')}`,
  `Wilt u geen vlekken meer? ${shop('Klik hier')}`,
  `Pour retirer de la liste un article, ${shop('cliquez ici')}`,
  `Pour être retiré du fichier des absents, venez ${shop('ici')}`,
  `Want stains to be removed from this shirt? Click ${shop('here')}`,
  shop('Stop aux appels abusifs'),
  shop('Ne plus recevoir de courrier papier'),
])('a wish for another thing is none to stop: %s', (html) => {
  expect(asked(`<p>${html}</p>`)).toEqual(LEFT);
});

/** Without what asks our own link for anything: nothing else may let a text be read. */
const foundAlone = (html: string) => externalLinks(`<p>${html}</p>`).length;
test.each([
  `Wenn Sie diese E-Mails nicht länger erhalten möchten, klicken Sie ${to('hier')}`,
  `Wenn Sie diese E-Mails nicht l&auml;nger erhalten m&ouml;chten, klicken Sie ${to('hier')}`,
  `Wenn Sie unsere E-Mails nicht weiter erhalten möchten, klicken Sie ${to('hier')}`,
  `Don&rsquo;t want these e-mails any more? Click ${to('here')}`,
  `If you do not wish these mailings any more, click ${to('here')}`,
  `Pour ne plus être contacté, ${to('cliquez ici')}`,
  `Si vous ne souhaitez <b>plus</b>\n&ecirc;tre sollicit&eacute;, ${to('cliquez ici')}`,
  `Pour être supprimé de notre liste, ${to('cliquez ici')}`,
  `Pour être effacé de nos fichiers, ${to('cliquez ici')}`,
  `Pour être enlevé de nos listes, ${to('cliquez ici')}`,
  `To be taken off our list, click ${to('here')}`,
  `Pour être retiré de la liste<br>${to('Cliquez ici')}`,
  `Si vous ne souhaitez plus recevoir ce type d’e-mail, cliquez ${to('ici')}`,
  `Pour ne plus recevoir nos bons plans, cliquez ${to('ici')}`,
  `Vous ne voulez plus en recevoir ? Cliquez ${to('ici')}`,
  `If you no longer want to get these, click ${to('here')}`,
  `If you do not want to receive promotional e-mails, click ${to('here')}`,
  `Wenn Sie zukünftig keine Werbung per E-Mail mehr erhalten möchten, klicken Sie ${to('hier')}`,
  `Wilt u geen e-mails van ons meer ontvangen? Klik ${to('hier')}`,
  `Arrêter ces envois : ${to('ici')}`,
  to('Arr&ecirc;ter ces envois'),
  `If you prefer not to receive our emails, ${to('click here')}`,
  `Rather not get our emails? ${to('Click here')}`,
  `Si vous préférez ne plus recevoir nos e-mails, ${to('cliquez ici')}`,
  `${to('Klicken Sie hier')}, um sich abzumelden.`,
  `Um den Newsletter abzubestellen, ${to('klicken Sie bitte hier')}`,
  to('Vom Newsletter abmelden'),
  to('Cancelar suscripción'),
  `Para cancelar la suscripción, ${to('haga clic aquí')}`,
  `Si quieres darte de baja ${to('pulsa aquí')}`,
  to('Annulla iscrizione'),
  to('Cancella iscrizione'),
  `Per cancellarsi dalla lista, ${to('clicca qui')}`,
  `Wilt u geen nieuwsbrief meer ontvangen? ${to('Klik dan hier')}`,
  `Pour vous désabonner, merci de ${to('cliquer ici')}`,
  `Pour vous désabonner, ${to('veuillez cliquer ici')}`,
  `Vous ne souhaitez plus recevoir nos informations ? ${to('Cliquez-ici')}`,
  `Vous pouvez à tout moment vous désabonner en ${to('cliquant ici')}`,
  `Pour exercer votre droit d’opposition, ${to('cliquez ici')}`,
  `Vous disposez d’un droit d’opposition que vous pouvez exercer ${to('en cliquant ici')}`,
])('a way to stop elsewhere is found, whatever else the mail says: %s', (html) => {
  expect(foundAlone(html)).toBe(1);
});

test('in a text part, a line with its own answer leads to no link below it', () => {
  const found = (text: string) => externalMeansInText(text).length;
  for (const line of ['Pour vous désabonner, répondez STOP.', 'Désabonnement : répondez STOP'])
    expect(found(`${line}\n\n${SHOP}`), line).toBe(0);
  for (const line of ['Pour vous désabonner :', 'Pour vous désabonner, répondez STOP ou suivez ce lien :'])
    expect(found(`${line}\n\n${TRACKER}`), line).toBe(1);
});
