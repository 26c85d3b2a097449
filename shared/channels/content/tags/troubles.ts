import type { Trouble } from '../content-fault.ts';
import type { FaultKind, TagFault } from './reading.ts';

type Say = (shown: string) => Trouble;

/** What an author reads of each kind of tag that is refused. `shown` is its form. */
const SAY: Readonly<Record<FaultKind, Say>> = {
  logic: (shown) => ({
    sentence: {
      fr: `${shown} est une condition ou une boucle de modèle : elle n’est pas exécutée ici, et le lecteur la verrait.`,
      en: `${shown} is a condition or a loop of a template: it is not run here, and the reader would see it.`,
    },
    remedy: {
      fr: 'Faites un modèle par cas, ou mettez le texte fini dans un champ {{ nom }}.',
      en: 'Make one template for each case, or put the finished words into a field {{ name }}.',
    },
  }),
  'changed-value': (shown) => ({
    sentence: {
      fr: `${shown} transforme une valeur par un filtre ou une fonction, ce qui n’est pas fait ici.`,
      en: `${shown} changes a value by a filter or a function, which is not done here.`,
    },
    remedy: {
      fr: 'Écrivez {{ nom }} ou {{ nom | default: "…" }}, et donnez la valeur telle qu’elle doit être lue.',
      en: 'Write {{ name }} or {{ name | default: "…" }}, and give the value as it is to be read.',
    },
  }),
  code: (shown) => ({
    sentence: {
      fr: `${shown} est une instruction ou un commentaire d’un autre outil : elle n’est pas exécutée ici, et le lecteur la verrait.`,
      en: `${shown} is a programme or a comment of another tool: it is not run here, and the reader would see it.`,
    },
    remedy: {
      fr: 'Ôtez-la, ou mettez ce qu’elle écrirait dans un champ {{ nom }}.',
      en: 'Take it out, or put what it would write into a field {{ name }}.',
    },
  }),
  'of-that-tool': (shown) => ({
    sentence: {
      fr: `${shown} est une page ou une valeur que seul l’outil d’origine peut fournir.`,
      en: `${shown} is a page or a value that only the tool it comes from can give.`,
    },
    remedy: {
      fr: 'Ôtez-la ou écrivez le texte vous-même. Le pied de message dit déjà qui écrit ; {{ oppositionUrl }} est le lien pour ne plus recevoir.',
      en: 'Take it out or write the words yourself. The footer says who writes; {{ oppositionUrl }} is the link to stop.',
    },
  }),
  'markup-inside': (shown) => ({
    sentence: {
      fr: `${shown} contient du HTML ou des caractères codés : ce n’est pas lu comme une seule balise, et le lecteur la verrait.`,
      en: `${shown} has HTML or encoded characters inside: it is not read as one tag, and the reader would see it.`,
    },
    remedy: {
      fr: 'Écrivez la balise d’un seul tenant, sans mise en forme à l’intérieur : {{ nom }}.',
      en: 'Write the tag in one piece, with no formatting inside: {{ name }}.',
    },
  }),
  unclosed: (shown) => ({
    sentence: {
      fr: `${shown} ouvre ou ferme une balise dont l’autre bout manque.`,
      en: `${shown} opens or closes a tag whose other end is missing.`,
    },
    remedy: {
      fr: 'Écrivez la balise entière, {{ nom }}, ou ôtez-la.',
      en: 'Write the whole tag, {{ name }}, or take it out.',
    },
  }),
  unknown: (shown) => ({
    sentence: {
      fr: `${shown} a la forme d’une balise que rien ne remplit ici : le lecteur la verrait.`,
      en: `${shown} has the form of a tag that nothing fills here: the reader would see it.`,
    },
    remedy: {
      fr: 'Écrivez {{ nom }} pour un champ à vous. Pour montrer ces caractères tels quels, mettez-les dans la valeur d’un champ.',
      en: 'Write {{ name }} for a field of yours. To show these characters as they are, put them into the value of a field.',
    },
  }),
};

/** What its author reads of a tag that is refused, in both languages. */
export const troubleOf = ({ kind, shown }: TagFault): Trouble => SAY[kind](shown);
