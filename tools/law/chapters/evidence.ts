import { type ChapterPlan, situation, words } from './plan.ts';

export const EVIDENCE: ChapterPlan = {
  id: 'evidence',
  title: words('La preuve', 'Evidence'),
  alsoQuoted: [
    { version: 'l223-1/2026-08-11', paragraph: 'al. 3' },
    { version: 'r223-2/2026-08-11', paragraph: 'al. 2' },
  ],
  does: [
    words(
      '**Qui, quand, comment, et ce qui a été dit.** Un fondement ne vaut que par ce que l’annonceur peut en montrer : la personne, la date et l’heure, l’acte, l’état de la case avant l’acte, les mots exacts montrés, la version du formulaire et son image, la mention d’information. Montrer le formulaire d’aujourd’hui ne prouve rien d’hier. Si un élément manque, la preuve est incomplète et rien n’est envoyé.',
      '**Who, when, how, and what was said.** A basis is what the advertiser can show of it: the person, the day and hour, the act, the state of the box before it, the exact words shown, the version of the form and its image, the notice. Today’s form proves nothing of yesterday. If a piece is missing, the evidence is incomplete and nothing is sent.',
    ),
    words(
      '**Selon le mode de collecte.** En ligne, dans une application ou sur l’écran d’une caisse : les mots, l’image de la page, l’acte et l’état d’avant. Sur papier : le formulaire vierge et le document signé. Par téléphone : l’enregistrement. À l’oral en caisse : un fichier qui contient l’acte. Sur une page d’Aval : notre propre enregistrement.',
      '**By the way it was collected.** Online, in an app or on the screen of a till: the words, the image of the page, the act and the state before. On paper: the blank form and the signed one. By phone: the recording. Spoken at the till: a file that holds the act. On a page of Aval: our own record.',
    ),
    words(
      '**Trois degrés**, indiqués dans chaque verdict : preuve constatée par Aval, déclarée par l’annonceur, ou reconstituée d’après des archives (page archivée, ancienne version), pour une période donnée et sous le nom d’une personne qui en répond. Une version reconstituée attend un examen, une fois ; l’image de la page de commande est exigée comme celle d’un consentement.',
      '**Three grades**, named in each verdict: evidence observed by Aval, declared by the advertiser, or reconstructed from archives (an archived page, an old version), for a stated period and under the name of a person who answers for it. A rebuilt version awaits one review; the image of a checkout is asked for as that of a consent is.',
    ),
    words(
      '**Intégrité.** Les enregistrements s’ajoutent et ne se réécrivent pas. Chaque consentement et chaque vente portent une empreinte ; modifiés après coup, ils ne prouvent plus rien et le message est refusé. C’est un choix de conception : aucune autorité n’exige ni ne consacre d’empreinte ou de chaîne d’empreintes, qui renforce la preuve sans remplacer ce qu’elle doit contenir. Cette version ne chaîne pas les enregistrements entre eux. Une erreur de saisie, sans acte de la personne, peut être annulée par deux personnes nommées ; rien n’est envoyé pendant vingt-quatre heures.',
      '**Integrity.** Records are added and never rewritten. Each consent and each sale carries a content hash; changed afterwards, it is no evidence and the message is refused. That is a choice of design: no authority asks for hashes or a chain of hashes, or blesses one; it strengthens what the evidence must contain, and does not replace it. This version has no chain over its records. A mistaken record, without an act of the person, can be annulled by two named persons; nothing is sent for twenty-four hours.',
    ),
    words(
      '**Combien de temps la garder ?** Consentement aux appels : trois ans à compter de son recueil (R. 223-2). Consentement au courriel et au SMS : aucune durée fixe n’a été trouvée, ni dans la loi ni à la CNIL. Repère, qui est un choix et non une règle : la vie du consentement, puis cinq ans, en archive intermédiaire à accès restreint (prescription civile ; six ans couvriraient un délit ; textes non lus). Aval garde les événements d’un contact six ans après la fin de son utilisation ou sa dernière opposition, sans qu’aucun message ne parte d’eux, puis les supprime ; d’une opposition restent l’empreinte de l’adresse, la portée et la date.',
      '**How long to keep it?** Consent to calls: three years from its collection (R. 223-2). Consent to e-mail and SMS: no fixed term was found, in the law or at CNIL. A mark, which is a choice and no rule: the life of the consent, then five years, in an intermediate archive with restricted access (limitation in civil law; six years would cover a crime of this rank; texts not read). Aval keeps the events of a contact for six years after its use ended or it last opposed, and sends no message from them; then it deletes them. Of an opposition the fingerprint of the address, the scope and the date remain.',
    ),
  ],
  open: [],
  situations: [
    situation('2', 'Consentement invoqué, rien d’enregistré', 'Consent is named, and nothing is recorded'),
    situation('3', 'On ignore le texte qui a été montré', 'The text that was shown is not known'),
    situation('D9a', 'Formulaire que personne n’a approuvé', 'A form that nobody approved'),
    situation('65', 'Date du consentement modifiée après coup', 'The date of the consent changed afterwards'),
    situation('D4', 'Enregistrement annulé il y a deux heures', 'A record annulled two hours ago'),
  ],
};
