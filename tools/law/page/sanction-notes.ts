import type { Words } from '#shared/law/texts/text.ts';
import { words } from '../chapters/plan.ts';

/** What the list of sanctions does not say by itself. */
export const SANCTION_NOTES: readonly Words[] = [
  words(
    '**Qui sanctionne.** La CNIL, au titre du RGPD et de L. 34-5 (al. 6) ; la DGCCRF, par les amendes administratives de L. 34-5 (al. 8) et du code de la consommation ; le juge pénal, pour les délits ; l’Arcep, contre le titulaire d’un numéro ; l’opérateur, par contrat. C’est l’annonceur, pour qui le message est envoyé, qui répond de L. 34-5 ; le routeur est en principe son sous-traitant. Des appels faits en violation de L. 223-1, qui en a tiré profit est présumé responsable, sauf s’il démontre qu’il n’est pas à l’origine de leur violation (L. 223-1, al. 8). La décision de la DGCCRF sur ces appels est publiée aux frais de la personne sanctionnée : c’est la règle, et y renoncer l’exception (L. 242-16, al. 3 et 4).',
    '**Who sanctions.** CNIL, under the GDPR and L. 34-5 (al. 6); DGCCRF, by the administrative fines of L. 34-5 (al. 8) and of the Code de la consommation; the criminal court, for crimes; Arcep, against the holder of a number; the operator, by contract. The advertiser, for whom the message is sent, answers for L. 34-5; a router is as a rule its processor. For calls made in breach of L. 223-1 whoever profited from them is presumed responsible, unless they show that they are not at the origin of the breach (L. 223-1, al. 8). DGCCRF’s decision on such calls is published at the expense of the person sanctioned: that is the rule, and not to do so the exception (L. 242-16, al. 3 and 4).',
  ),
  words(
    '**« Tout manquement » est-il puni de cinq ans d’emprisonnement ?** Non. On lit parfois que tout manquement à ces obligations l’est, par l’article 226-18-1 du code pénal : c’est plus que ce que dit l’article. Il punit le traitement de données d’une personne physique, à des fins de prospection, malgré son opposition ; la loi pénale est d’interprétation stricte. Ignorer un STOP, un refus à la commande ou un retrait en relève (pour le retrait, c’est un choix d’Aval, le plus sévère). N’en relèvent pas : l’absence de consentement sans opposition, l’absence de lien d’opposition, un annonceur caché, un objet trompeur, des données gardées trop longtemps, une adresse générique. La collecte déloyale est punie des mêmes peines par un autre article (226-18). Aucune décision appliquant 226-18-1 à la prospection n’a été lue ; ni celle qui est citée pour le texte qui l’a précédé (Cass. crim., 28 septembre 2004, n° 03-86.604).',
    '**Is every breach punished by five years of imprisonment?** No. One sometimes reads that every breach of these duties is, by art. 226-18-1 of the Code pénal: that is broader than the article. It punishes the processing of a natural person’s data, for prospecting, in spite of an opposition; a criminal text is read narrowly. To ignore a STOP, a refusal at the checkout or a withdrawal is that crime (for the withdrawal this is a choice of Aval, the stricter one). It is not: to lack a consent where nobody opposed, to lack a link to oppose, a hidden advertiser, a false subject, data kept too long, a generic address. Unfair collection has the same penalties by another article (226-18). No judgment that applies 226-18-1 to prospecting was read; nor was the one that is cited for the text before it (Cass. crim., 28 September 2004, no. 03-86.604).',
  ),
  words(
    '**Après le 31 octobre 2027.** Le Conseil constitutionnel (décision n° 2026-1210 QPC du 25 juin 2026, non lue) a censuré des alinéas de L. 34-5 sur le cumul de poursuites, avec effet à cette date. Lesquels, et si l’amende de l’alinéa 8 en fait partie, n’est pas établi. Les interdictions demeurent.',
    '**After 31 October 2027.** The Conseil constitutionnel (2026-1210 QPC, 25 June 2026, not read) struck paragraphs of L. 34-5 on cumulated prosecution, with effect on that day. Which ones, and whether the fine of al. 8 is among them, is not established. What is forbidden stays forbidden.',
  ),
  words(
    '**Une amende par message ?** L’article R. 10-1 du CPCE, qui en prévoyait une, a très probablement été abrogé le 3 octobre 2014 : Aval ne le cite plus.',
    '**A fine per message?** Art. R. 10-1 CPCE, which set one, was very probably repealed on 3 October 2014: Aval cites it no more.',
  ),
  words(
    '**Ce que la CNIL a prononcé** (lu de seconde main) : Solocal, 900 000 € (2025, consentement non prouvé) ; Caloga, 80 000 € (2025, consentement non valable et ouverture prise pour un contact) ; Canal+, 600 000 € (partenaires) ; Google, 325 M€ (2025, publicités entre les courriels et cookies, ensemble).',
    '**What CNIL imposed** (read at second hand): Solocal, €900,000 (2025, consent not proven); Caloga, €80,000 (2025, consent not valid and opens taken for contacts); Canal+, €600,000 (partners); Google, €325 M (2025, ads between e-mails and cookies, together).',
  ),
];
