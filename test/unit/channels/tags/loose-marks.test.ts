import { describe, expect, test } from 'vitest';
import { missingMergeFields } from '#shared/channels/content/merge-fields.ts';
import { tagsIn } from '#shared/channels/content/tags/tags-in.ts';
import { faultsOf, newsletter, sent } from '../../../support/tags/put.ts';

const escaped = (words: string): string => words.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Names of a reader between marks, which are fields: without a value no message is made. */
const FIELDS = [
  ...['Bonjour %PRÉNOM%,', 'Bonjour %prénom%,', 'Bonjour %Prénom%,', 'Bonjour %civilité%', '10 % pour %PRÉNOM%'],
  ...['Bonjour __PRENOM__,', 'Bonjour __Prénom__,', 'Chère __NOM_CLIENT__', 'À __VILLE__'],
  ...['Bonjour #PRENOM#,', 'Bonjour #prénom#', 'Bonjour |PRENOM|,', 'Bonjour $PRENOM,', 'Offre pour $FIRSTNAME'],
  ...[
    'Hello $firstname,',
    'Bonjour «Prénom»,',
    'Bonjour «Membre»',
    'Cher « Client »,',
    'Cher «Nom»',
    'Pour «Nom_Client»',
  ],
  ...['Bonjour « Prénom »,', 'Cher «\u00A0Nom\u00A0»', 'Bonjour “Prénom”,', 'Hello #Client#,', 'Offre pour #prénom#'],
  ...['Bonjour ((prénom)),', 'Bonjour <<Prénom>>,', 'Bonjour <‹Prénom>>,', 'Bonjour ‹prénom›,'],
];
/** Words that their author meant to replace. */
const REFUSED = [
  ...['Bonjour [Prénom du client],', 'Bonjour [Prénom Nom],', 'Cher [Nom du destinataire]', '[Votre nom]'],
  ...['Dear [Customer Name],', 'Dear [Your First Name],', 'Hi [insert name],', 'Chez [nom de la société]'],
  ...[
    'Bonjour {NOM DU CLIENT},',
    'Bonjour {Prénom du client},',
    'Bonjour ((nom du client))',
    'Bonjour <<nom du client>>',
  ],
  ...['[Prénom ici]', 'Bonjour [insérer prénom ici],', '[Your name here]', '[Entrez votre nom]', 'Bonjour [Client],'],
  ...['Chère [Cliente],', 'Cher {Abonné}', 'Bonjour « Prénom du client »,', 'Hello **%s**,'],
  ...['Bonjour {0},', 'Hello %s,', 'Bonjour %1$s,', 'Bonjour [Insérer le prénom],'],
];
const LINKS = [
  ...['[LIEN DE DESINSCRIPTION]', '[lien de désabonnement]', '[Lien pour se désinscrire]', '[Unsubscribe link]'],
  ...[
    '[insérer le lien de désinscription]',
    '[Insérez ici le lien de désabonnement]',
    '{LIEN DE DESINSCRIPTION}',
    '((lien de désinscription))',
    '%LIEN_DÉSINSCRIPTION%',
  ],
  ...['<<lien de désinscription>>', '[Désinscription]'],
];
const ORDINARY = [
  ...['[Client] : voir plus bas', 'Votre #Nom# commercial', 'Suivez #nom#', 'Bonjour « Madame »'],
  ...['Bienvenue « Membre » !', 'Salut « Lecteur », dit le chat', 'Hello “Reader”'],
  ...['[Nom ici et là]', 'Bonjour à tous [client ou non]', 'Le champ « Prénom » est demandé', 'Votre “nom” de scène'],
  ...['-20 %, 100 % coton et 50 %', 'De 5 %à 10 %', '-30%été-20%', 'En % réel, en % net', 'ÉTÉ : -50%SOLDES-70%'],
  ...['#SOLDES #été #vin', 'Suivez #prénom et #nom', 'Modèle n° 12#ROUGE# bis', 'C# et F#', '#1 des ventes #2'],
  ...['« Bonjour »', '« Prénom »', 'Le champ «Prénom» est demandé', 'Notre cuvée «Madame» arrive', '«Bonjour» dit-il'],
  ...['[1]', '[Facture 12]', '[Nom commercial]', '[le nom du vin]', '[Nom de code : Vendanges]', '[à lire]', '[sic]'],
  ...['$20', 'US$ 20 et $PATH', 'echo $name', 'Prix : $1,50', 'A$AP', 'Bonjour $20 de remise'],
  ...['{0}', 'printf("Hello %s")', 'Remplacez {0} et %s par vos mots', 'Le modèle {1}', '5 %s'],
  ...['__SOLDES__', '__init__', '__', 'mot__nom__mot', '|Nom|Prénom|Ville|', '| Accueil |Contact| Email |', 'a || b'],
  ...[
    '((voir plus bas))',
    '(nom)',
    '((a + b) * c)',
    'a < b > c',
    'x << 2 >> 1',
    'Bonjour <3',
    'Écrivez à <bonjour@example.fr>',
  ],
  ...['[Voir comment se désinscrire]', '(lien de désinscription plus bas)', '[lien vers nos vins]'],
];

describe('marks that ordinary text has as well', () => {
  test.each(FIELDS)('%o names its reader: a field', (words) => {
    for (const content of [{ subject: 'Vins', text: words }, newsletter(`<p>${escaped(words)}</p>`)]) {
      expect(faultsOf(content)).toEqual([]);
      expect(missingMergeFields(content, {})).toHaveLength(1);
    }
  });

  test.each(REFUSED)('%o is refused: the reader would see it', (words) => {
    expect(faultsOf({ subject: 'Vins', text: words })).toMatchObject([{ pointer: '/content/email/text' }]);
    expect(faultsOf(newsletter(`<p>${escaped(words)}</p>`))).toMatchObject([{ pointer: '/content/email/html' }]);
  });

  test.each(LINKS)('%o becomes our link', (mark) => {
    const words = `Pour vous désabonner : ${mark}`;
    const content = { ...newsletter(`<p>${escaped(words)}</p>`), text: words };
    expect(faultsOf(content)).toEqual([]);
    const mail = sent(content);
    for (const part of [mail.text, mail.html ?? '']) expect(part).not.toContain(mark);
  });

  test.each(ORDINARY)('%o is words', (words) => {
    expect(tagsIn(words, 'text')).toEqual([]);
    expect(tagsIn(escaped(words), 'html')).toEqual([]);
  });

  test.each([
    '<p>Bonjour <strong>%s</strong>,</p>',
    '<p>Bonjour <b>{0}</b></p>',
    '<td><b>Bonjour</b> <span style="color:#8a1538;font-family:Georgia,serif;font-size:14px">%s</span></td>',
    '<p>Bonjour &laquo;&nbsp;Prénom&nbsp;&raquo;</p>',
    '<p>Bonjour <i>[Client]</i></p>',
    'Et <b>Bonjour {0}</b>',
  ])('a greeting is before it in %s', (html) => {
    expect(tagsIn(html, 'html')).toHaveLength(1);
  });

  test.each(['<p>Bonjour</p><p><b>{0}</b></p>', '<p>Prix : <b>{0}</b></p>', '<b>Bonjour</b> à <b>{0}</b>'])(
    'none is before it in %s',
    (html) => {
      expect(tagsIn(html, 'html')).toEqual([]);
    },
  );

  test.each([
    '[Lien de désinscription](https://news.example/u)',
    '[Lien de désinscription](https://news.example/u?a=1&b=2 "Se désinscrire")',
    '[Lien de désinscription](<https://news.example/u>)',
    '[Unsubscribe link]<https://news.example/u>',
  ])('an address that is glued to it is a part of it: %s', (mark) => {
    const { text } = sent({ subject: 'Vins', text: `Vins de novembre.\n${mark}\nÀ bientôt` });
    expect(text).not.toContain('news.example');
    expect(text).toMatch(/\nhttps:\/\/[^\s()<>]+\nÀ bientôt/);
  });

  test('what is beside the mark of a tool stays', () => {
    expect(tagsIn('[unsubscribe] (https://valmy.example/vins)', 'text')).toMatchObject([{ start: 0, end: 13 }]);
    expect(tagsIn('{{unsubscribe}}(https://valmy.example/vins)', 'text')).toMatchObject([{ start: 0, end: 15 }]);
  });

  test('elements of HTML, their attributes and style sheets are no marks', () => {
    const html = '<style>.a::before{content:"{0}"}</style><p title="#PRENOM"><name>Vins</name></p><nom>Vins</nom>';
    expect(tagsIn(html, 'html')).toEqual([]);
  });
});
