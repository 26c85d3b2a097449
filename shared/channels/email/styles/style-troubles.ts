import type { Trouble } from '../../content/content-fault.ts';

/** What a style can do to the block that says how to stop: the sentences that an author reads, in both languages. */

/** Characters of a rule that are quoted. */
const LONGEST_QUOTE = 90;
const quoted = (rule: string): string => (rule.length > LONGEST_QUOTE ? `${rule.slice(0, LONGEST_QUOTE)}…` : rule);

/** A rule for the page, its body or everything. */
export const HIDES_THE_BLOCK = (rule: string): Trouble => ({
  sentence: {
    fr: `« ${quoted(rule)} » s’applique à toute la page et peut cacher, déplacer ou réduire le pied de message, qui dit comment s’opposer.`,
    en: `"${quoted(rule)}" applies to the whole page and can hide, move or shrink the footer, which says how to stop.`,
  },
  remedy: {
    fr: 'Ôtez cette déclaration, ou donnez-la par une classe à un élément de votre message.',
    en: 'Take this declaration out, or give it to an element of your mail by a class.',
  },
});

export const HIDES_IN_OUTLOOK = (rule: string): Trouble => ({
  sentence: {
    fr: `« ${quoted(rule)} » s’applique aussi au pied de message, qu’Outlook pour Windows ne protège pas.`,
    en: `"${quoted(rule)}" also applies to the footer, which Outlook for Windows does not protect.`,
  },
  remedy: {
    fr: 'Ôtez !important, limitez la règle à une classe, ou mettez-la dans @media, qu’Outlook ne lit pas.',
    en: 'Take !important out, limit the rule to a class, or put it into @media, which Outlook does not read.',
  },
});

export const COVERS_THE_BLOCK = (rule: string): Trouble => ({
  sentence: {
    fr: `« ${quoted(rule)} » ajoute du contenu qui peut recouvrir ou repousser le lien d’opposition.`,
    en: `"${quoted(rule)}" adds content that can cover or push away the link by which a reader objects.`,
  },
  remedy: {
    fr: 'Limitez la règle à une classe de votre message.',
    en: 'Limit the rule to a class of your mail.',
  },
});

export const PULLS_THE_BLOCK = (rule: string): Trouble => ({
  sentence: {
    fr: `« ${quoted(rule)} » peut tirer le pied de message hors de la page.`,
    en: `"${quoted(rule)}" can pull the footer off the page.`,
  },
  remedy: {
    fr: 'Réduisez cette marge négative.',
    en: 'Make this negative margin smaller.',
  },
});

export const NESTS_COLUMNS = (rule: string): Trouble => ({
  sentence: {
    fr: `« ${quoted(rule)} » met des colonnes dans des colonnes : un navigateur n’en vient pas à bout, et ne montre rien.`,
    en: `"${quoted(rule)}" puts columns into columns: a browser does not come to an end with them, and shows nothing.`,
  },
  remedy: {
    fr: 'Limitez la règle à une classe de votre message.',
    en: 'Limit the rule to a class of your mail.',
  },
});

export const REDEFINES_A_FONT = (family: string): Trouble => ({
  sentence: {
    fr: `@font-face redéfinit ${family}, dont le pied de message se sert.`,
    en: `@font-face redefines ${family}, which the footer uses.`,
  },
  remedy: { fr: 'Donnez un autre nom à votre police.', en: 'Give your font another name.' },
});

export const SHEET_ELSEWHERE = (address: string): Trouble => ({
  sentence: {
    fr: `la feuille de style ${quoted(address)} est sur un autre serveur : elle peut changer après notre contrôle.`,
    en: `the style sheet ${quoted(address)} is on another server: it can change after it was checked.`,
  },
  remedy: {
    fr: 'Copiez ses règles dans le message ; seules les polices des hébergeurs connus restent ailleurs.',
    en: 'Copy its rules into the mail; only fonts of known hosts may stay elsewhere.',
  },
});

export const SHEET_TOO_DEEP: Trouble = {
  sentence: { fr: 'cette feuille de style est trop imbriquée.', en: 'this style sheet is nested too deeply.' },
  remedy: { fr: 'Imbriquez moins de règles.', en: 'Nest fewer rules.' },
};

export const TOO_MUCH_TO_COMPARE: Trouble = {
  sentence: {
    fr: 'ces feuilles de style ont trop de règles, ou des sélecteurs trop longs, pour un courriel.',
    en: 'these style sheets have more rules, or longer selectors, than a mail can need.',
  },
  remedy: {
    fr: 'Gardez les règles dont ce message se sert.',
    en: 'Keep the rules that this mail uses.',
  },
};

export const FIELD_IN_STYLE: Trouble = {
  sentence: {
    fr: 'un champ de fusion ne peut pas être dans un style ou une classe : sa valeur pourrait cacher le pied de message.',
    en: 'a merge field may not be in a style or a class: its value could hide the footer.',
  },
  remedy: {
    fr: 'Écrivez le style en toutes lettres ; un champ remplit des mots, un lien ou une image.',
    en: 'Write the style out; a field fills words, a link or a picture.',
  },
};

export const ATTRIBUTE_OF_THE_PAGE = (tag: string, attribute: string): Trouble => ({
  sentence: {
    fr: `l’attribut ${attribute} de <${tag}> cache ou désactive tout le message, pied compris.`,
    en: `the attribute ${attribute} of <${tag}> hides or disables the whole mail, the footer included.`,
  },
  remedy: { fr: 'Ôtez cet attribut.', en: 'Take this attribute out.' },
});

export const META = (name: string): Trouble => ({
  sentence: {
    fr: `<meta http-equiv="${name}"> mène le lecteur ailleurs, ou empêche le pied de message d’être lisible.`,
    en: `<meta http-equiv="${name}"> takes the reader elsewhere, or keeps the footer from being readable.`,
  },
  remedy: { fr: 'Ôtez cette balise : un courriel n’en a pas besoin.', en: 'Take this tag out: no mail needs it.' },
});

export const SHADOW_TREE: Trouble = {
  sentence: {
    fr: 'shadowrootmode remplace ce qu’un élément contient, et peut cacher le pied de message.',
    en: 'shadowrootmode replaces what an element contains, and can hide the footer.',
  },
  remedy: { fr: 'Ôtez cet attribut.', en: 'Take this attribute out.' },
};
