import { type ChapterPlan, situation, words } from './plan.ts';

export const RETENTION: ChapterPlan = {
  id: 'retention',
  title: words('Combien de temps garder les données', 'How long data are kept'),
  alsoQuoted: [],
  does: [
    words(
      '**Prospect** (consentement, professionnel) : trois ans à compter de la collecte ou du dernier contact venant de lui. **Client** : pendant la relation, puis trois ans à compter de sa fin : celle du contrat, ou le jour de la dernière commande. Un contrat en cours prolonge la relation ; il faut pouvoir le montrer : par sa référence, jusqu’à ce que sa fin soit enregistrée, ou par la dernière facture seule, qui ne montre la relation que jusqu’à son jour (lecture d’Aval). Une réponse ou un clic du client ne la prolonge pas : passé ces trois ans, on ne lui écrit plus en tant que client, et il faut un autre fondement, un consentement qui vaut encore par exemple. Ce sont les durées du référentiel de la CNIL, non d’une loi. L’annonceur peut en choisir de plus courtes (réglage `retention`) ; de plus longues seulement pour un secteur que le référentiel écarte, ou par une dérogation justifiée, avec un nom et une date. Passé le terme, les données ne servent plus, dès la seconde qui suit.',
      '**Prospect** (consent, professional): three years from the collection or from the last contact coming from the person. **Customer**: during the relation, then three years from its end: that of the contract, or the day of the last order. A running contract prolongs the relation; it must be shown: by its reference, until its end is recorded, or by the last invoice alone, which shows the relation up to its day only (a reading of Aval). A reply or a click of the customer does not: after these three years nothing is sent to them as a customer, and another basis is needed, such as a consent that still counts. These are the terms of CNIL’s référentiel, not of a statute. The advertiser may choose shorter ones (setting `retention`); longer ones only for a sector that the référentiel leaves out, or by a justified departure, with a name and a date. After the term the data serve no more, from the next second on.',
    ),
    words(
      '**Est un contact venant du prospect** : une commande, une connexion, une réponse, un appel, un clic humain, une visite en magasin ou sur un stand. De ces actes, ce qui a été lu du référentiel ne cite que le clic, en exemple ; les autres, la visite surtout, sont une lecture d’Aval, et l’annonceur en répond. N’en est pas : l’ouverture d’un courriel, un message que l’annonceur envoie, un clic de robot, une désinscription.',
      '**A contact coming from the prospect is** an order, a login, a reply, a call, a click by a human, a visit of a shop or a stand. Of these acts what was read of the référentiel names the click alone, as an example; the others, the visit above all, are a reading of Aval, and the advertiser answers for them. It is not: to open an e-mail, a message that the advertiser sends, a click by a robot, an opposition.',
    ),
    words(
      '**Avant la fin**, dans les trente derniers jours, un seul message peut demander à la personne si elle souhaite continuer à recevoir des messages. Il ne propose rien, exige un fondement, des heures admises et un moyen de s’opposer, et n’est jamais envoyé à qui s’est un jour opposé. Sans un oui clair, on supprime les données ou on les archive.',
      '**Before the end**, in the last thirty days, one message may ask whether the person wants to go on getting messages. It offers nothing, needs a basis, lawful hours and a means to oppose, and never goes to anybody who ever opposed. Without a clear yes the data are deleted or archived.',
    ),
    words(
      '**Le reste.** Liste des opposants : au moins trois ans selon la CNIL ; dans Aval, sans limite. Preuves, y compris d’un consentement aux appels : voir [la preuve](#evidence). Verdicts : codes et références, sans contenu de message. Une demande d’effacement vaut aussi opposition à tout : on efface, mais on garde de quoi ne plus écrire, ce qui est dit à la personne, dans le mois. Un effacement ne se défait pas : rien d’avant n’est enregistré de nouveau.',
      '**The rest.** List of people who opposed: at least three years according to CNIL; in Aval without limit. Proof, of consent to calls too: see [evidence](#evidence). Verdicts: codes and references, no content of messages. A request for erasure is also an opposition to everything: the data are erased, but what is needed not to write again is kept, and the person is informed of it, within a month. An erasure is not undone: nothing of before is recorded again.',
    ),
  ],
  open: [
    {
      codes: ['RENEWAL_TOO_EARLY', 'RENEWAL_ALREADY_ASKED'],
      says: words(
        'Le référentiel dit « au terme de ce délai », sans donner de jour, et parle d’une question. Aval la pose une fois, dans les trente jours qui précèdent, pour que les données servent encore à ce moment.',
        'The référentiel says “at the end of this term”, without a day, and speaks of one question. Aval asks it once, in the thirty days before, so that the data may still serve then.',
      ),
    },
    {
      codes: ['RENEWAL_AFTER_OPPOSITION'],
      says: words(
        'Aucun texte ne dit si l’on peut poser la question à qui s’est opposé un jour. Lecture prudente : non.',
        'No text says whether one may ask a person who once opposed. Cautious reading: no.',
      ),
    },
    {
      codes: ['RETENTION_EXPIRED', 'RETENTION_EXPIRED_CUSTOMER'],
      says: words(
        'Le référentiel ne s’applique ni aux établissements de santé ou d’éducation, ni aux établissements bancaires et assimilés (la suite de la liste n’a pas été lue). Ces annonceurs enregistrent leur secteur et la source de leurs durées (réglage `retention.sector`) ; le motif cite alors le RGPD, art. 5, § 1. Que l’on puisse s’écarter du référentiel en le justifiant (réglage `retention.departure`) n’a pas été lu dans ses propres mots.',
        'The référentiel does not apply to health or education, nor to banks and the like (the rest of the list was not read). Such advertisers record their sector and the source of their terms (setting `retention.sector`); the reason then cites the GDPR, art. 5(1). That one may depart from the référentiel with a justification (setting `retention.departure`) was not read in its own words.',
      ),
    },
  ],
  situations: [
    situation(
      '53',
      'Prospect dont le dernier clic date de trois ans et un jour',
      'A prospect whose last click is three years and a day old',
    ),
    situation(
      'RET-1c',
      'Consentement d’il y a quatre ans, clic le mois dernier',
      'A consent of four years ago, a click last month',
    ),
    situation(
      'RET-3d',
      'Contrat d’il y a quatre ans, toujours en cours et prouvé',
      'A contract of four years ago that still runs, as shown',
    ),
    situation(
      'RET-3f',
      'Le même, dont rien ne montre qu’il est en cours',
      'The same, of which nothing shows that it runs',
    ),
    situation(
      '54',
      'Demander une fois, dix jours avant le terme, si la personne souhaite continuer à recevoir des messages',
      'Asking once, ten days before the term, whether the person wants to go on getting messages',
    ),
    situation('54c', 'Le demander une seconde fois', 'Asking a second time'),
    situation('54i', 'Le demander à qui s’est opposé aux SMS', 'Asking a person who opposed SMS'),
  ],
};
