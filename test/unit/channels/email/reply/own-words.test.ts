import { describe, expect, test } from 'vitest';
import { readingsOf, type WordsOfReply } from '#shared/channels/email/reply/own-words.ts';

/** What every message of ours ends with, and what no reply may be read for. */
const ORIGINAL = [
  'Maison Valmy : 20 % sur les vestes.',
  '',
  'Pour ne plus recevoir nos messages, désabonnez-vous : https://avis.example/o/AbCdEf',
  'Unsubscribe · Abmelden · Darse de baja · Disiscriviti · Uitschrijven',
];
const QUOTED = ORIGINAL.map((line) => `> ${line}`).join('\n');
const PLAIN = ORIGINAL.join('\n');
const HTML = ORIGINAL.map((line) => `<p>${line}</p>`).join('');
const ownWordsOf = (reply: WordsOfReply): string => readingsOf(reply).own.join('\n\n');
const OWN = 'Bonjour, avez-vous la taille 42 ?';
const SUBJECT = 'Re: Désabonnez-vous des prix hauts';

const ATTRIBUTIONS = {
  'Gmail fr': 'Le mar. 24 nov. 2026 à 10:02, Maison Valmy <contact@maison-valmy.example> a\nécrit :',
  'Gmail en': 'On Tue, 24 Nov 2026 at 10:02, Maison Valmy <contact@maison-valmy.example>\nwrote:',
  'Gmail de': 'Am Di., 24. Nov. 2026 um 10:02 Uhr schrieb Maison Valmy <\ncontact@maison-valmy.example>:',
  'Gmail es': 'El mar, 24 nov 2026 a las 10:02, Maison Valmy (<contact@maison-valmy.example>)\nescribió:',
  'Gmail it': 'Il giorno mar 24 nov 2026 alle ore 10:02 Maison Valmy <\ncontact@maison-valmy.example> ha scritto:',
  'Gmail nl': 'Op di 24 nov 2026 om 10:02 schreef Maison Valmy <contact@maison-valmy.example>:',
  'Apple Mail fr': 'Le 24 nov. 2026 à 10:02, Maison Valmy <contact@maison-valmy.example> a écrit :',
  'Apple Mail de': 'Am 24.11.2026 um 10:02 schrieb Maison Valmy <contact@maison-valmy.example>:',
  'Thunderbird fr': 'Le 24/11/2026 à 10:02, Maison Valmy a écrit :',
  'Thunderbird en': 'On 24/11/2026 10:02, Maison Valmy wrote:',
  'an older Gmail': '2026-11-24 10:02 GMT+01:00 Maison Valmy <contact@maison-valmy.example>:',
  Orange:
    '> Message du 24/11/26 10:02\n> De : "Maison Valmy" <contact@maison-valmy.example>\n> Objet : Désabonnez-vous',
} as const;

describe('the own words of a reply, of its plain text', () => {
  test.each(Object.entries(ATTRIBUTIONS))('%s: above, beneath and between what is quoted', (_, attribution) => {
    const above = `${OWN}\n\n${attribution}\n\n${QUOTED}\n`;
    const beneath = `${attribution}\n\n${QUOTED}\n\n${OWN}\n`;
    for (const text of [above, beneath, above.replaceAll('\n', '\r\n')])
      expect(ownWordsOf({ subject: SUBJECT, text })).toBe(OWN);
    const between = `${attribution}\n${QUOTED.split('\n')[0]}\n${OWN}\n${QUOTED}\n`;
    expect(ownWordsOf({ subject: SUBJECT, text: between })).toBe(OWN);
  });

  test.each([
    [
      'Outlook fr',
      'De : Maison Valmy <contact@maison-valmy.example>\nEnvoyé : mardi 24 novembre 2026 10:02\nÀ : Camille\nObjet : Désabonnez-vous',
    ],
    [
      'Outlook en',
      'From: Maison Valmy <contact@maison-valmy.example>\nSent: Tuesday, 24 November 2026 10:02\nTo: Camille\nSubject: Unsubscribe',
    ],
    [
      'Outlook de',
      'Von: Maison Valmy <contact@maison-valmy.example>\nGesendet: Dienstag, 24. November 2026 10:02\nAn: Camille\nBetreff: Abmelden',
    ],
    [
      'Outlook es',
      'De: Maison Valmy <contact@maison-valmy.example>\nEnviado el: martes, 24 de noviembre de 2026 10:02\nPara: Camille\nAsunto: Baja',
    ],
    [
      'Outlook it',
      'Da: Maison Valmy <contact@maison-valmy.example>\nInviato: martedì 24 novembre 2026 10:02\nA: Camille\nOggetto: Disiscriviti',
    ],
    [
      'Outlook nl',
      'Van: Maison Valmy <contact@maison-valmy.example>\nVerzonden: dinsdag 24 november 2026 10:02\nAan: Camille\nOnderwerp: Uitschrijven',
    ],
    [
      'Outlook on the web',
      '________________________________\nDe : Maison Valmy <contact@maison-valmy.example>\nEnvoyé : mardi 24 novembre 2026 10:02\nÀ : Camille\nObjet : x',
    ],
    [
      'bold headers of Outlook for Mac',
      '*De : *Maison Valmy <contact@maison-valmy.example>\n*Date : *mardi 24 novembre 2026 à 10:02\n*À : *Camille',
    ],
    [
      'Zimbra',
      '----- Mail original -----\nDe: "Maison Valmy" <contact@maison-valmy.example>\nÀ: "Camille"\nEnvoyé: Mardi 24 Novembre 2026 10:02:11',
    ],
    [
      'Samsung',
      "-------- Message d'origine --------\nDe : Maison Valmy <contact@maison-valmy.example>\nDate : 24/11/2026 10:02 (GMT+01:00)",
    ],
    ['Outlook of old', '-----Original Message-----'],
    ['Yahoo', 'Le mardi 24 novembre 2026 à 10:02:11 UTC+1, Maison Valmy <contact@maison-valmy.example> a écrit :'],
    [
      'a mail passed on',
      '---------- Forwarded message ---------\nFrom: Maison Valmy <contact@maison-valmy.example>\nDate: Tue, 24 Nov 2026',
    ],
    [
      'an iPhone',
      'Envoyé de mon iPhone\n\nLe 24 nov. 2026 à 10:02, Maison Valmy <contact@maison-valmy.example> a écrit :',
    ],
  ])('%s: the original stands beneath, without a mark', (_, headers) => {
    const words = ownWordsOf({ subject: SUBJECT, text: `${OWN}\n\n${headers}\n\n${PLAIN}\n` });
    expect(words.replace('\n\nEnvoyé de mon iPhone', '')).toBe(OWN);
  });

  test('a signature and a notice of secrecy are not what the person said', () => {
    const notice =
      'Ce message est confidentiel. Si vous n’êtes pas le destinataire, merci de le supprimer et de ne plus le lire.';
    expect(ownWordsOf({ subject: SUBJECT, text: `${OWN}\n\n${notice}\n\n-- \nStop Pub SARL\n06 12 34 56 78` })).toBe(
      OWN,
    );
  });

  test('a subject counts where it is their own', () => {
    for (const prefix of ['Re:', 'RE :', 'Réf:', 'AW:', 'RV:', 'R:', 'Antw:', 'TR:', 'Fwd:', 'WG:', 'Re[2]:'])
      expect(ownWordsOf({ subject: `${prefix} Stop aux prix hauts`, text: OWN })).toBe(OWN);
    expect(ownWordsOf({ subject: 'STOP', text: '' })).toBe('STOP');
    expect(ownWordsOf({ subject: 'Rebaja', text: '' })).toBe('Rebaja');
  });

  test('words like those of headers or of an attribution in a sentence end nothing', () => {
    for (const text of [
      'De : rien\n\nDésabonnez-moi.',
      'On vous a écrit pour rien.\nDésabonnez-moi.',
      'Date : lundi\nDésabonnez-moi.',
    ])
      expect(ownWordsOf({ subject: SUBJECT, text })).toContain('Désabonnez-moi.');
  });
});

describe('the own words of a reply, of its HTML alone', () => {
  const above = `<div dir="ltr">${OWN}</div><br>`;
  test.each([
    [
      'Gmail',
      `<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Le mar. 24 nov. 2026 à 10:02, Maison Valmy &lt;<a href="mailto:c@v.example">c@v.example</a>&gt; a écrit :<br></div><blockquote class="gmail_quote">${HTML}</blockquote></div>`,
    ],
    [
      'Apple Mail',
      `<div><br><blockquote type="cite"><div>Le 24 nov. 2026 à 10:02, Maison Valmy &lt;c@v.example&gt; a écrit :</div>${HTML}</blockquote></div>`,
    ],
    [
      'Thunderbird',
      `<div class="moz-cite-prefix">Le 24/11/2026 à 10:02, Maison Valmy a écrit :<br></div><blockquote type="cite" cite="mid:x@y">${HTML}</blockquote>`,
    ],
    [
      'Outlook',
      `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>De :</b> Maison Valmy &lt;c@v.example&gt;<br><b>Envoyé :</b> mardi 24 novembre 2026 10:02<br><b>À :</b> Camille<br><b>Objet :</b> x</p></div></div>${HTML}`,
    ],
    [
      'Outlook on the web',
      `<hr tabindex="-1" style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>De :</b> Maison Valmy<br><b>Envoyé :</b> mardi</font></div><div>${HTML}</div>`,
    ],
    [
      'Yahoo',
      `<div id="ydp" class="yahoo_quoted"><div>Le mardi 24 novembre 2026 à 10:02:11 UTC+1, Maison Valmy a écrit :</div>${HTML}</div>`,
    ],
    [
      'Proton',
      `<div class="protonmail_quote">Le mardi 24 novembre 2026 à 10:02, Maison Valmy a écrit :<br><blockquote type="cite">${HTML}</blockquote></div>`,
    ],
    ['GMX', `<div name="quote" style="margin:10px 5px 5px 10px"><div><b>Gesendet:</b> Dienstag</div>${HTML}</div>`],
  ])('%s', (_, quote) => {
    const html = `<html><head><style>p{}</style></head><body>${above}${quote}</body></html>`;
    expect(ownWordsOf({ subject: SUBJECT, html })).toBe(OWN);
    expect(ownWordsOf({ subject: SUBJECT, text: ' \n', html })).toBe(OWN);
  });

  test('what is beside the quote stays, and a quote alone is nothing', () => {
    const html = `<blockquote>${HTML}</blockquote><p>${OWN}</p>`;
    expect(ownWordsOf({ subject: SUBJECT, html })).toBe(OWN);
    expect(ownWordsOf({ subject: SUBJECT, html: `<blockquote>${HTML}</blockquote>` })).toBe('');
  });
});
