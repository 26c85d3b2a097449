import type { Trouble } from '../content/content-fault.ts';

// What can be wrong with a mail as its author wrote it: the sentences that the author reads, in both languages.

export const SUBJECT_OF_SEVERAL_LINES: Trouble = {
  sentence: { fr: 'un objet tient sur une ligne.', en: 'a subject is one line.' },
  remedy: { fr: 'Ôtez le saut de ligne de l’objet.', en: 'Take the line break out of the subject.' },
};

export const SUBJECT_BROKEN_BY_VALUE: Trouble = {
  sentence: {
    fr: 'une valeur de fusion couperait l’objet en plusieurs lignes.',
    en: 'a merge value would break the subject into lines.',
  },
  remedy: { fr: 'Ôtez le saut de ligne de cette valeur.', en: 'Take the line break out of that value.' },
};

export const FRAMESET: Trouble = {
  sentence: {
    fr: 'un frameset n’a pas de corps où placer le pied de message.',
    en: 'a frameset has no body that a footer could stand in.',
  },
  remedy: { fr: 'Écrivez le message sans cadres, dans <body>.', en: 'Write the mail without frames, in <body>.' },
};

export const neverClosed = (tag: string): Trouble => ({
  sentence: {
    fr: `<${tag}> n’est jamais fermé et absorbe la suite.`,
    en: `<${tag}> is never closed and swallows what follows.`,
  },
  remedy: { fr: `Fermez-le par </${tag}>.`, en: `Close it with </${tag}>.` },
});

export const hidesItsContent = (tag: string): Trouble => ({
  sentence: {
    fr: `rien n’est visible : ce <${tag}> cache ce qu’il contient.`,
    en: `nothing is visible: this <${tag}> hides what it holds.`,
  },
  remedy: { fr: 'Ôtez le style qui le cache.', en: 'Take out the style that hides it.' },
});

export const hiddenAndNeverClosed = (tag: string): Trouble => ({
  sentence: {
    fr: `ce <${tag}> caché n’est jamais fermé et cache la suite.`,
    en: `this hidden <${tag}> is never closed and hides what follows.`,
  },
  remedy: { fr: `Fermez-le par </${tag}>.`, en: `Close it with </${tag}>.` },
});

export const TAG_WITHOUT_END: Trouble = {
  sentence: {
    fr: 'cette balise ne finit jamais : il manque un guillemet ou « > ».',
    en: 'this tag never ends: a quote or ">" is missing.',
  },
  remedy: { fr: 'Ajoutez le guillemet ou le « > » qui manque.', en: 'Add the quote or ">" that is missing.' },
};

export const nestedTooDeep = (deepest: number): Trouble => ({
  sentence: {
    fr: `les éléments sont imbriqués sur plus de ${deepest} niveaux.`,
    en: `elements are nested more than ${deepest} deep.`,
  },
  remedy: { fr: 'Imbriquez moins d’éléments.', en: 'Nest fewer elements.' },
});

export const COMMENT_WITHOUT_END: Trouble = {
  sentence: { fr: 'ce commentaire n’est jamais fermé.', en: 'this comment is never closed.' },
  remedy: { fr: 'Fermez-le par « --> ».', en: 'Close it with "-->".' },
};

export const NOTHING_VISIBLE: Trouble = {
  sentence: {
    fr: 'rien ne serait visible dans ce courriel, ou aucun pied de message ne pourrait en être la dernière chose visible.',
    en: 'nothing in this mail would be visible, or no footer could be the last visible thing in it.',
  },
  remedy: {
    fr: 'Laissez du texte visible, et rien qui recouvre ou cache la fin du message.',
    en: 'Leave some text visible, and nothing that covers or hides the end of the mail.',
  },
};

export const FIELD_IN_SCRIPT: Trouble = {
  sentence: {
    fr: 'un champ de fusion ne peut pas être dans un script.',
    en: 'a merge field may not stand in a script.',
  },
  remedy: { fr: 'Ôtez-le du script : un courriel n’en exécute aucun.', en: 'Take it out: no mail runs a script.' },
};

export const FOOTER_SENT_BEFORE: Trouble = {
  sentence: {
    fr: 'c’est le pied d’un message déjà envoyé, avec le lien d’un autre lecteur.',
    en: 'this is the footer of a mail sent before, with the link of another reader.',
  },
  remedy: { fr: 'Ôtez ce pied : chaque envoi ajoute le sien.', en: 'Remove this footer: every send adds its own.' },
};
