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
      '**Qui, quand, comment, et ce qui a été dit.** Un fondement ne vaut que par ce que l’annonceur peut en montrer : la personne ; la personne morale à qui l’accord est donné ; le canal et la finalité ; la date et l’heure ; l’acte, et l’état de la case avant l’acte ; les mots exacts montrés, dans leur langue ; la version du formulaire, son image et la personne nommée qui l’a approuvée ; la mention d’information ; qui a recueilli la réponse, si c’est un autre ; la confirmation, si elle a été demandée. Montrer le formulaire d’aujourd’hui ne prouve rien d’hier : un consentement recueilli par une version approuvée un jour postérieur ne compte que si elle est dite reconstituée (voir les degrés) : c’est une lecture d’Aval, et d’une vente aucune approbation n’est demandée. Aval ne vérifie pas depuis quand une version était montrée : l’annonceur le déclare, en répond, et peut l’enregistrer plus tard, à la reprise d’un fichier. Si un élément manque, la preuve est incomplète et rien n’est envoyé.',
      '**Who, when, how, and what was said.** A basis is what the advertiser can show of it: the person; the legal person to whom it was given; the channel and the purpose; the day and hour; the act, and the state of the box before it; the exact words shown, in their language; the version of the form, its image and the named human who approved it; the notice; who collected the answer, if another did; the confirmation, if one was asked for. Today’s form proves nothing of yesterday: a consent by a version that was approved on a later day counts only where the version is said to be rebuilt (see the grades): that is a reading of Aval’s, and of a sale no approval is asked. Aval does not check since when a version was shown: the advertiser declares it, answers for it, and may record it later, when a file is imported. If a piece is missing, the evidence is incomplete and nothing is sent.',
    ),
    words(
      '**Selon le mode de collecte.** En ligne, dans une application ou sur l’écran d’une caisse : les mots, l’image de la page, l’acte et l’état d’avant. Sur papier : le formulaire vierge et, pour un consentement, le document signé. Par téléphone : le texte lu et, pour un consentement, l’enregistrement. D’une vente ainsi conclue, Aval ne demande ni l’un ni l’autre, et n’a pas de champ pour eux : l’annonceur les garde. À l’oral en caisse : pour l’exception des clients, le texte et la mention affichés suffisent ; pour un consentement, il faut en plus un fichier qui contient l’acte, ou une confirmation donnée sur une page d’Aval. Sur une page d’Aval : notre propre enregistrement, si nous avons constaté l’acte ; un formulaire qui n’est que dit hébergé par nous est jugé comme les autres, et une page de commande l’est toujours.',
      '**By the way it was collected.** Online, in an app or on the screen of a till: the words, the image of the page, the act and the state before. On paper: the blank form and, for a consent, the signed one. By phone: the script and, for a consent, the recording. Of a sale that was concluded so Aval asks for neither, and has no field for them: the advertiser keeps them. Spoken at the till: for the exception for customers the script and the notice on display are enough; for a consent a file that holds the act is needed as well, or a confirmation given on a page of Aval. On a page of Aval: our own record, where we saw the act; a form that is only said to be hosted by us is judged like any other, and so is every checkout.',
    ),
    words(
      '**Trois degrés**, indiqués dans chaque verdict : preuve constatée par Aval, déclarée par l’annonceur, ou reconstituée d’après des archives (page archivée, ancienne version), pour une période donnée et sous le nom d’une personne qui en répond. Une version reconstituée attend un examen, une fois ; l’image de la page de commande est exigée comme celle d’un consentement.',
      '**Three grades**, named in each verdict: evidence observed by Aval, declared by the advertiser, or reconstructed from archives (an archived page, an old version), for a stated period and under the name of a person who answers for it. A rebuilt version awaits one review; the image of a checkout is asked for as that of a consent is.',
    ),
    words(
      '**Intégrité.** Les enregistrements s’ajoutent et ne se réécrivent pas. Chaque consentement et chaque vente portent une empreinte ; modifiés après coup, ils ne prouvent plus rien et le message est refusé. C’est un choix de conception : aucune autorité n’exige ni ne consacre d’empreinte ou de chaîne d’empreintes, qui renforce la preuve sans remplacer ce qu’elle doit contenir. Cette version ne chaîne pas les enregistrements entre eux. Une erreur de saisie, sans acte de la personne, peut être annulée sous le nom de deux personnes ; ni prospection ni message relationnel n’est envoyé à ce contact pendant vingt-quatre heures.',
      '**Integrity.** Records are added and never rewritten. Each consent and each sale carries a content hash; changed afterwards, it is no evidence and the message is refused. That is a choice of design: no authority asks for hashes or a chain of hashes, or blesses one; it strengthens what the evidence must contain, and does not replace it. This version has no chain over its records. A mistaken record, without an act of the person, can be annulled in the names of two persons; neither prospecting nor a relational message is sent to this contact for twenty-four hours.',
    ),
    words(
      '**Combien de temps la garder ?** R. 223-2 veut que celle d’un consentement aux appels soit conservée trois ans à compter de son recueil. Pour le courriel et le SMS, aucune durée fixe n’a été trouvée, ni dans la loi ni à la CNIL. C’est donc un choix : cinq ans après la fin du consentement couvriraient la prescription civile, six ans celle d’un délit (textes non lus). Aval retient six ans pour toutes, appels compris : il garde les événements d’un contact, donc la preuve, six ans après la fin de son utilisation ou sa dernière opposition, sans qu’aucun message ne parte d’eux, puis les supprime ; d’une opposition restent l’empreinte de l’adresse, la portée et la date.',
      '**How long to keep it?** R. 223-2 asks that the proof of a consent to calls be kept for three years from its collection. For e-mail and SMS no fixed term was found, in the law or at CNIL. So it is a choice: five years after the end of the consent would cover the limitation of civil law, six years that of a crime of this rank (texts not read). Aval takes six for all of them, calls included: it keeps the events of a contact, hence the proof, for six years after its use ended or it last opposed, and sends no message from them; then it deletes them. Of an opposition the fingerprint of the address, the scope and the date remain.',
    ),
  ],
  open: [
    {
      codes: ['EVIDENCE_TAMPERED'],
      says: words(
        'L’article 7 ne parle que du consentement : Aval y tient aussi la vente (article 5, § 2). Un canal ou une finalité que la personne n’a pas acceptés ne rendent pas la preuve incomplète : le consentement ne les couvre pas, et un autre motif le dit. Aucun texte ne dit quand une version de formulaire doit avoir été conservée : Aval admet celle qui est enregistrée après coup, au degré « déclarée », et refuse celle dont l’approbation est datée d’un jour postérieur à l’acte. R. 223-2 dit « pendant une période de trois ans ». Est-ce un minimum, ou faut-il supprimer la preuve après trois ans ? Rien de ce qui a été lu ne le dit. Aval y voit un minimum, et garde cette preuve comme les autres, six ans ; qui lit autrement supprime lui-même plus tôt.',
        'Art. 7 speaks of consent alone: Aval holds the record of a sale to it too (art. 5(2)). A channel or a purpose that was not agreed to is no gap in the evidence: another reason says that it does not cover the message. No text says when a version of a form must have been kept: Aval takes one that is recorded afterwards, as “declared”, and refuses one whose approval has a later day than the act. R. 223-2 says “pendant une période de trois ans”. Is that a minimum, or must the proof be deleted after three years? Nothing that was read says so. Aval takes it for a minimum, and keeps this proof as any other, for six years; whoever reads it otherwise deletes earlier by themselves.',
      ),
    },
  ],
  situations: [
    situation('2', 'Consentement invoqué, rien d’enregistré', 'Consent is named, and nothing is recorded'),
    situation('3', 'On ignore le texte qui a été montré', 'The text that was shown is not known'),
    situation('D9a', 'Formulaire que personne n’a approuvé', 'A form that nobody approved'),
    situation('65', 'Date du consentement modifiée après coup', 'The date of the consent changed afterwards'),
    situation('D4', 'Enregistrement annulé il y a deux heures', 'A record annulled two hours ago'),
  ],
};
