import type { Words } from '#shared/law/texts/text.ts';
import { words } from '../chapters/plan.ts';

/** For whom the page is. */
export const FOR_WHOM: Words = words(
  'Pour qui répond devant la CNIL ou la DGCCRF, et pour qui prépare une campagne : ce que disent les textes, ce que fait Aval, ce qui reste ouvert, avec des exemples. Ce n’est pas un conseil juridique.',
  'For those who answer an authority, and for those who prepare a campaign: what the texts say, what Aval does, what stays open, with examples. This is software, not legal advice.',
);

/** What a reader must know before the chapters. */
export const HOW_TO_READ: readonly Words[] = [
  words(
    '**Quatre issues.** Refus : le message n’est jamais envoyé. Examen : une personne décide d’abord. Report : il est licite, mais plus tard. Permis : il part, avec les mentions voulues. La plus sévère l’emporte.',
    '**Four outcomes.** Refused: the message is never sent. Review: a human decides first. Deferred: lawful, but later. Allowed: it is sent, with the mentions that are asked for. The severest wins.',
  ),
  words(
    '**Motifs.** Un verdict donne tous ses motifs. Le premier est le principal (d’un refus, ceux qui refusent viennent avant ce qu’une personne peut encore décider), dans cet ordre : la demande, le pays, la nature du message, l’opposition, le secteur et la personne, sa qualité, le fondement, la preuve, la conservation, la forme, le nombre, l’heure. [L’annexe](#reasons) dit pour chaque motif quoi faire et ce qu’il peut en coûter.',
    '**Reasons.** A verdict gives all its reasons. The first is the primary one (of a refusal, those that refuse come before what a human may still decide), in this order: the request, the country, what the message is, opposition, sector and person, who the recipient is, the basis, evidence, retention, form, number, hour. [The annex](#reasons) says for each what to do and what it can cost.',
  ),
  words(
    '**Fondements.** Consentement, client, professionnel, adresse générique : un seul suffit, et les défauts des autres ne sont alors que signalés. Si aucun ne tient et que l’un attend une décision, le message est à examiner ; sinon, il est refusé.',
    '**Bases.** Consent, customer, professional, generic address: one is enough, and what is wrong with the others is then only noted. If none holds and one waits for a decision, the outcome is review; else it is refused.',
  ),
  words(
    '**Examen.** Il porte sur une cause commune à beaucoup de messages (une version de formulaire, un modèle, un type de vente), jamais sur un message. Une personne nommée décide une fois, avec ses raisons, pour le champ et la durée qu’elle indique. Un message n’attend pas au-delà de sa validité : si personne n’a décidé, il n’est jamais envoyé.',
    '**Review.** It is about a cause that many messages share (a version of a form, a template, a type of sale), never about one message. A named human decides once, with a reason, for what and how long the decision says. A message waits no longer than its validity: if nobody decided, it is never sent.',
  ),
  words(
    '**Textes.** Chaque citation est littérale, avec le jour et la manière dont elle a été lue ; « […] » marque ce que la source a coupé, et chaque ligne est un extrait distinct ; un texte qui n’a pas été lu n’est pas cité, et c’est dit. La doctrine de la CNIL, les chartes et les règles d’Aval ne sont pas du droit : le jour où Aval les a adoptées est indiqué.',
    '**Texts.** Each quotation is to the letter, with the day and the way in which it was read; “[…]” marks what the source cut, and each line is an extract by itself; a text that was not read is not quoted, which is said. CNIL’s doctrine, charters and rules of Aval are no law: the day on which Aval took them is given.',
  ),
  words(
    '**Ce qui reste ouvert.** Là où un texte laisse un choix, ou ne dit pas la règle en toutes lettres, la lecture d’Aval est indiquée, et l’annexe des motifs la signale. S’il y a un réglage, l’annonceur peut choisir l’autre lecture : il l’enregistre dans ses réglages (`readings`) avec sa justification, un nom et une date.',
    '**What stays open.** Where a text leaves a choice, or does not say the rule in so many words, Aval’s reading is given, and the annex of reasons points at it. Where there is a setting, the advertiser may choose the other reading: it is recorded in the settings (`readings`) with a justification, a name and a date.',
  ),
];

/** The questions of a marketer, each with an answer of a few words and the chapter that says more. */
export const IN_SHORT: readonly { readonly asked: Words; readonly answer: Words; readonly chapter: string }[] = [
  {
    asked: words('Particulier qui n’a rien acheté ni accepté', 'A private person who bought and agreed to nothing'),
    answer: words(
      'Non. Ni courriel, ni SMS, ni appel, ni message pour demander son accord.',
      'No. No e-mail, SMS or call, nor a message to ask for consent.',
    ),
    chapter: 'consent',
  },
  {
    asked: words('Particulier qui a consenti', 'A private person who consented'),
    answer: words(
      'Oui, par le canal, pour la finalité et par la société qu’il a acceptés, preuve à l’appui.',
      'Yes, by the channel, for the purpose and by the company that were agreed to, with proof.',
    ),
    chapter: 'consent',
  },
  {
    asked: words('Client', 'A customer'),
    answer: words(
      'Oui par courriel, SMS ou MMS, pour des produits analogues du même vendeur, s’il a été informé et a pu refuser à la commande, et si la relation n’a pas pris fin depuis plus de trois ans.',
      'Yes by e-mail, SMS or MMS, for analogous goods of the same seller, if the customer was informed and could refuse at the checkout, and the relation ended no more than three years ago.',
    ),
    chapter: 'existing-customer',
  },
  {
    asked: words('Professionnel, à son adresse nominative', 'A professional, at a named address'),
    answer: words(
      'Oui par courriel, SMS ou MMS, si l’offre concerne sa fonction, s’il a été informé et pouvait refuser.',
      'Yes by e-mail, SMS or MMS, if the offer concerns the function and the person was informed and could refuse.',
    ),
    chapter: 'professionals',
  },
  {
    asked: words('contact@ d’une société', 'contact@ of a company'),
    answer: words(
      'Oui par courriel, sauf si elle a demandé l’arrêt (règle d’Aval).',
      'Yes by e-mail, unless it asked to stop (a rule of Aval).',
    ),
    chapter: 'professionals',
  },
  {
    asked: words('Personne qui s’est opposée', 'A person who opposed'),
    answer: words(
      'Non, quel que soit le fondement ; mais ses messages de commande partent.',
      'No, whatever the basis; but order messages are sent.',
    ),
    chapter: 'opposition',
  },
  {
    asked: words('Fichier acheté ou loué', 'A bought or rented file'),
    answer: words(
      'Non, sauf si le formulaire nommait l’annonceur et que vous détenez la preuve.',
      'No, unless the form named the advertiser and you hold the proof.',
    ),
    chapter: 'consent',
  },
  {
    asked: words('Appel d’un automate à un particulier', 'An automated call to a consumer'),
    answer: words(
      'Avec son consentement (L. 34-5). Par les règles du démarchage téléphonique, qu’Aval applique aux automates : consentement d’un an au plus, du lundi au vendredi de 10 h à 13 h et de 14 h à 20 h, hors jours fériés, quatre fois en trente jours au plus.',
      'With consent (L. 34-5). By the rules on telephone calls, which Aval applies to automates: a consent of a year at most, Monday to Friday from 10:00 to 13:00 and 14:00 to 20:00, not on public holidays, four times in thirty days at most.',
    ),
    chapter: 'hours',
  },
  {
    asked: words('SMS publicitaire', 'A promotional SMS'),
    answer: words(
      'Du lundi au samedi de 8 h à 21 h 30, hors jours fériés (heures : charte des opérateurs ; dimanches et jours fériés : règle d’Aval) ; votre nom au début, STOP à la fin.',
      'Monday to Saturday from 8:00 to 21:30, not on public holidays (hours: the operators’ charter; Sundays and public holidays: a rule of Aval); your name first, STOP last.',
    ),
    chapter: 'hours',
  },
  {
    asked: words(
      'Rénovation énergétique, pompe à chaleur, adaptation du logement',
      'Energy works, heat pumps, adaptation of homes',
    ),
    answer: words(
      'Non aux consommateurs, même s’ils ont consenti, sauf contrat en cours ; répondre à qui l’a demandé n’est pas le démarcher.',
      'Not to consumers, even with consent, save a running contract; to answer whoever asked is no canvassing.',
    ),
    chapter: 'limits',
  },
  {
    asked: words('Prospect silencieux depuis trois ans', 'A prospect silent for three years'),
    answer: words('Non. Ouvrir un courriel n’est pas un contact.', 'No. To open an e-mail is no contact.'),
    chapter: 'retention',
  },
];
