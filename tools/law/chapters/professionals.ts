import { type ChapterPlan, situation, words } from './plan.ts';

export const PROFESSIONALS: ChapterPlan = {
  id: 'professionals',
  title: words('Professionnels et personnes morales', 'Professionals and legal persons'),
  alsoQuoted: [{ version: 'rgpd-6/2018-05-25', paragraph: '§ 1, f' }],
  does: [
    words(
      '**Un professionnel peut être prospecté sans consentement**, par courriel, SMS ou MMS, si l’objet est en rapport avec sa profession, s’il a été informé que son adresse servirait à la prospection et mis en mesure de refuser, s’il le peut encore dans chaque message, et s’il ne s’est pas opposé. C’est la doctrine de la CNIL, fondée sur l’intérêt légitime ; L. 34-5 ne contient pas cette exception : la doctrine peut changer, et ne protège pas à elle seule. Elle ne vaut que pour les offres propres de l’annonceur.',
      '**A professional may be prospected without consent**, by e-mail, SMS or MMS, if the subject concerns the profession, if the person was informed that the address would serve prospecting and could refuse, still can in each message, and did not oppose. That is CNIL’s doctrine, on legitimate interest; L. 34-5 has no such exception: doctrine may change, and does not protect by itself. It covers the advertiser’s own offers alone.',
    ),
    words(
      '**Rapport avec la profession.** Une table des réglages dit, avec une justification, quelles offres concernent quelles fonctions. Une offre que la table ne prévoit pas pour cette fonction est refusée : proposer des vacances à un directeur informatique, par exemple.',
      '**Concern for the profession.** A table in the settings says, with a justification, which offers concern which functions. An offer that the table does not list for that function is refused: holidays to a director of IT, for instance.',
    ),
    words(
      '**Quand informer.** Le jour de la collecte si la personne a donné elle-même son adresse (carte de visite, salon) ; avant le message si l’adresse vient d’ailleurs. Dans ce second cas, l’annonceur peut choisir que le premier message porte l’information. Le premier message dit alors toujours d’où elle vient.',
      '**When to inform.** On the day of collection if the person gave the address (a card, a fair); before the message if it came from elsewhere. In that second case the advertiser may choose that the first message gives the information. The first message then always says where it comes from.',
    ),
    words(
      '**Qui est un professionnel ?** On ne le croit pas sur parole. Il faut un SIREN valide, une adresse électronique ailleurs que chez un fournisseur de messageries publiques, ou un achat fait à titre professionnel. Aval tient une liste de ces fournisseurs, chez qui chacun peut ouvrir une boîte ou un alias (gmail, orange, ceux qui vendent des noms de domaine). Une adresse chez l’un d’eux, sans autre preuve, est celle d’un consommateur : un artisan ou un auto-entrepreneur compris. Tout autre nom de domaine suffit à montrer la qualité déclarée, même s’il n’est pas celui d’un organisme : c’est une lecture d’Aval, et l’annonceur répond de ce qu’il déclare. Si rien n’est déclaré d’une telle adresse, le message est refusé faute de consentement, et le refus dit à quelles conditions enregistrer l’organisme ou la qualité de la personne suffirait.',
      '**Who is a professional?** Nobody’s word is enough. A valid SIREN, an e-mail address elsewhere than at a provider of public mailboxes, or a purchase made as a professional is needed. Aval keeps a list of these providers, where anybody can open a mailbox or an alias (gmail, orange, those who sell domain names). A mailbox at one of them without more is a consumer’s: a craftsman’s or a sole trader’s too. Any other domain is enough to show the declared quality, even if it is no organisation’s: that is a reading of Aval, and the advertiser answers for what it declares. Where nothing is declared of such an address, the message is refused for want of consent, and the refusal says on which conditions recording the organisation or the quality of the person would be enough.',
    ),
    words(
      '**Adresse générique** (contact@, info@, commande@ d’une société) : elle est celle d’une personne morale et peut être prospectée par courriel sans consentement ; les exigences de forme demeurent, et sa demande d’arrêt est respectée (règle d’Aval : aucun texte ne l’impose). prenom.nom@ ou direction@ désigne une personne : c’est un professionnel.',
      '**Generic address** (contact@, info@, orders@ of a company): it belongs to a legal person and may be prospected by e-mail without consent; the duties of form remain, and its request to stop is respected (a rule of Aval: no text asks for it). firstname.lastname@ or director@ is one person: a professional.',
    ),
    words(
      '**D’où vient l’adresse.** Lue sur une page publique ou dans un annuaire par une personne : admis. Aspirée par un programme, ou déduite d’un nom, s’il s’agit de l’adresse d’une personne : la prospection qui ne repose que sur cette adresse est refusée, et tout message relationnel l’est aussi tant que la personne n’a ni consenti ni acheté. Ce qu’une commande appelle est envoyé ; l’adresse générale d’une personne morale n’est la donnée de personne. La collecte déloyale est un délit (art. 226-18), quoi qu’on envoie ensuite : effacez l’adresse. La Cour de cassation l’a jugé d’adresses que des robots prenaient sur des pages publiques, à l’insu des personnes (crim., 14 mars 2006, n° 05-83.423, résumé lu) ; qu’une adresse déduite en soit une aussi est une lecture d’Aval. Louée ou cédée : il faut la preuve, comme pour [tout fichier d’un tiers](#consent).',
      '**Where the address comes from.** Read on a public page or in a directory by a person: allowed. Scraped by a program, or guessed from a name, where it is the address of a person: prospecting that rests on this address alone is refused, and so is every relational message as long as the person neither agreed nor bought. What an order calls for is sent; the generic address of a legal person is nobody’s datum. Unfair collection is a crime (art. 226-18), whatever is sent then: erase the address. The Cour de cassation held it of addresses that robots took from public pages without the knowledge of the persons (crim., 14 March 2006, no. 05-83.423, a summary was read); that a guessed address is one as well is a reading of Aval. Rented or sold: the proof is needed, as for [any file of others](#consent).',
    ),
  ],
  open: [
    {
      codes: ['LEGAL_PERSON_UNCERTAIN', 'RECIPIENT_KIND_UNKNOWN'],
      says: words(
        'Aucun texte ne dit ce qui montre la qualité de professionnel : qu’une adresse dont l’hôte n’est pas sur la liste des messageries publiques la montre est une lecture. La forme juridique, elle, est montrée par un SIREN ou un achat à titre professionnel et, pour une association, par son numéro au répertoire national des associations, qui ne contient rien d’autre ; dire d’où on la tient ne suffit pas. L’adresse générique d’une entreprise unipersonnelle peut être celle de son dirigeant : aucun texte d’une autorité n’a été trouvé, et une personne décide une fois.',
        'No text says what shows that somebody is a professional: that an address at a host outside of the list of public mailboxes does is a reading. The legal form is shown by a SIREN or a purchase as a professional and, of an association, by its number in the register of associations, which holds nothing else; to say where it is known from is not enough. The generic address of a firm of one may be its owner’s: no text of an authority was found, and a human decides once.',
      ),
    },
    {
      codes: ['BASIS_NOT_AVAILABLE_FOR_CHANNEL'],
      setting: 'professionals-by-automated-call',
      says: words(
        'Appel d’un automate à un professionnel : la page de la CNIL de janvier 2022 se contentait de l’information et du droit de refuser ; la loi (L. 34-5, al. 1, « une personne physique »), non. Par défaut : refus sans consentement.',
        'Automated calls to professionals: for CNIL’s page of January 2022 information and a way to refuse were enough; for the statute (L. 34-5, al. 1, “une personne physique”) they are not. By default: refused without consent.',
      ),
    },
    {
      codes: ['LEGAL_PERSON_BY_TEXT'],
      setting: 'sms-to-legal-person',
      says: words(
        'SMS au numéro d’une société : L. 34-5 ne protège que les personnes physiques, mais la CNIL ne parle que d’adresses électroniques, et un numéro ne dit pas à qui il est. Par défaut, par une règle d’Aval et non de la loi : consentement. L’autre lecture ne vaut que pour un numéro qui n’est pas un mobile : quelqu’un porte un mobile, et c’est à lui que l’on écrit.',
        'SMS to a company’s number: L. 34-5 protects natural persons alone, but CNIL speaks of e-mail addresses, and a number does not show whose it is. By default, by a rule of Aval and not of the law: consent. The other reading holds only for a number that is no mobile: somebody carries a mobile, and is written to.',
      ),
    },
    {
      codes: ['B2B_ADDRESS_GUESSED', 'COLLECTION_UNFAIR'],
      setting: 'first-message-carries-professional-notice',
      says: words(
        'L’article 226-18 ne parle ni d’adresses devinées, ni de programmes qui les aspirent. Des secondes, un arrêt dit qu’elles sont collectées par un moyen déloyal (crim., 14 mars 2006, n° 05-83.423, résumé lu) ; des premières, c’est une lecture d’Aval : aucune décision n’a été lue. L’article punit la collecte : que l’adresse ne serve ensuite à aucun message relationnel est aussi une lecture. Adresse venue d’ailleurs : le premier message peut-il donner l’information (RGPD, art. 14, § 3, b, texte non lu) ? Par défaut, elle est donnée avant.',
        'Art. 226-18 speaks neither of guessed addresses nor of programs that gather them. Of the latter a judgment says that they are collected by unfair means (crim., 14 March 2006, no. 05-83.423, a summary was read); of the former it is a reading of Aval: no judgment was read. The article punishes the collecting: that the address then serves no relational message is a reading as well. An address from elsewhere: may the first message give the information (GDPR, art. 14(3)(b), text not read)? By default it is given before.',
      ),
    },
  ],
  situations: [
    situation(
      '39',
      'Directrice trouvée dans un annuaire public, informée avant, offre pour sa fonction',
      'A director found in a public directory, informed before, an offer for the job',
    ),
    situation('40', 'La même, offre de vacances', 'The same, an offer of holidays'),
    situation('FR-B2B-1', 'Professionnel jamais informé', 'A professional who was never informed'),
    situation('41', 'Adresse devinée d’après le nom', 'An address guessed from the name'),
    situation('226-18', 'Adresse aspirée sur un réseau social', 'An address scraped from a social network'),
    situation(
      '42',
      'Artisan à une adresse de messagerie publique, sans autre preuve',
      'A craftsman at a public mailbox, without more',
    ),
    situation('44', 'contact@ d’une société', 'contact@ of a company'),
    situation('46', 'contact@ d’une entreprise unipersonnelle', 'contact@ of a firm of one'),
    situation('FR-B2B-2b', 'SMS au numéro d’une société', 'An SMS to a company’s number'),
    situation(
      '70',
      'Appel d’un automate à un professionnel, sans consentement',
      'An automated call to a professional, without consent',
    ),
  ],
};
