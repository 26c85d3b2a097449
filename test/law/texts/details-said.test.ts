import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detailInWords } from '#shared/law/reasons/details.ts';

/** What a reader must learn of a detail that is stored with a reason: in French and in English, as a lawyer would look for it. */
type Learnt = readonly [detail: string, fr: RegExp, en: RegExp];

const NO_ROOM: Learnt = ['no-room', /pas de place/, /no room/];
const LOST: readonly Learnt[] = [
  ['not-from-there', /pays de ce numéro/, /country of this number/],
  ['code-not-received', /ne reçoit pas .*ce code, d’où que/, /does not receive .*this code, from wherever/],
];
const SECTORS: readonly Learnt[] = [
  ['health', /santé/, /health/],
  ['education', /enseignement/, /education/],
  ['banking', /bancaire/, /banking/],
  ['insurance', /assurance/, /insurance/],
  ['gambling', /jeux d’argent/, /gambling/],
];
const COURTESY: Learnt = ['house-courtesy', /recommander/, /recommends/];

const LEARNT: Readonly<Record<string, readonly Learnt[]>> = {
  ADVERTISER_HIDDEN: [
    ['sender-not-registered', /expéditeur n’est pas enregistré/, /sender is not registered/],
    ['name-not-registered', /nom affiché/, /name shown/],
    ['not-in-bytes', /ne nomme pas l’annonceur/, /not name the advertiser/],
  ],
  ADDRESS_UNDELIVERABLE: [
    ['permanent', /n’existe pas/, /no such mailbox/],
    ['blocked', /prestataire .*bloque/, /provider blocks/],
    ['repeated', /trois jours sur les trente/, /three of the last thirty days/],
  ],
  RELATIONAL_REFUSED: [
    ['everything', /tout refusé/, /refused everything/],
    ['by-its-means', /moyen que porte un message de ce genre/, /means that such a message carries/],
    ['after-verdict', /après la première vérification/, /after the first verdict/],
  ],
  RECIPIENT_KIND_UNKNOWN: [
    ['kind', /qualité .*\(kind\).*consommateur/, /quality \(kind\).*consumer/],
    ['general-address', /rien ne montre .*l’adresse générale/i, /nothing shows .*the general address/i],
    ['mobile', /mobile : quelqu’un/, /mobile: somebody/],
  ],
  LEGAL_PERSON_UNCERTAIN: [
    ['form-not-shown', /forme juridique/, /legal form/],
    ['firm-of-one', /une seule personne/, /one person/],
  ],
  B2B_NOTICE_MISSING: [['day-of-collection', /jour où l’adresse a été recueillie/, /day on which the address/]],
  CALLER_ID_FORBIDDEN: [['not-opened', /aucun texte lu/i, /no text that was read/i]],
  SENDER_ID_INVALID: [
    ['ordinary-number', /numéro ordinaire .*système automatisé/, /ordinary number .*automated system/i],
    ['not-registered', /pas enregistré/, /not registered/],
    ['not-admitted', /pas admis/, /not admitted/],
  ],
  OPPOSITION_MENTION_MISSING: [NO_ROOM],
  RELATIONAL_REFUSAL_MISSING: [NO_ROOM, ...LOST],
  PROCESSING_NOTICE_MISSING: [
    ['notice', /lien vers la mention d’information/, /link to the privacy notice/],
    ['why', /raison .*reçoit ce message/, /reason why .*gets this message/],
  ],
  OPPOSITION_ROAD_NOT_WORKING: [
    ['dead-link', /ne mène nulle part/, /leads nowhere/],
    ['unseen-link', /peut ne pas voir/, /may not see/],
    ...LOST,
  ],
  VALIDITY_PASSED: [
    ['forbidden-then', /une règle .*interdit/, /a rule .*forbids/],
    ['no-basis-then', /aucun fondement/i, /no basis/i],
  ],
  TEST_NOT_AGREED: [
    ['never', /aucun accord/i, /no agreement/i],
    ['withdrawn', /revenue sur son accord/, /took the agreement back/],
    ['under-15', /a moins de quinze ans/, /is under fifteen/],
    ['given-under-15', /avait moins de quinze ans .*accepté/, /was under fifteen when agreeing/],
    ['not-shown', /mais pas sa preuve/, /not what shows it/],
  ],
  OK_TEST: [
    ['prospecting', /prospection/, /prospecting/],
    ['renewal-request', /souhaite rester/, /wants to stay/],
    ['relational', /relationnel/, /relational/],
    ['transactional', /transactionnel/, /transactional/],
  ],
  QUIET_HOURS_SMS: [COURTESY],
  PUBLIC_HOLIDAY: [COURTESY],
  RETENTION_EXPIRED: SECTORS,
  RETENTION_EXPIRED_CUSTOMER: SECTORS,
  SENSITIVE_TARGETING: [
    ['former-category', /catégorie .*pas les mots/, /category .*no words/],
    ['words-name-nothing', /ne nomment aucun usage sensible/, /name no sensitive use/],
    ['denied', /exclut/, /denies/],
    ['language', /langue .*ne lit pas/, /language .*not read/],
  ],
  MINOR_CONSENT_INVALID: [
    ['given-under-15', /avait moins de quinze ans .*consenti, seule/, /was under fifteen .*alone/],
    ['under-15', /a moins de quinze ans/, /is under fifteen/],
    ['unknown', /âge est inconnu.*enfants/, /age is unknown.*children/],
  ],
  CONSENT_WRONG_PURPOSE: [['partner-not-named', /ne nomme pas le partenaire/, /does not name the partner/]],
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: [
    ['by-call', /a appelé .*pas consenti aux appels.*aucun contrat/, /called .*not agreed to calls.*no contract/],
  ],
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: [
    ['no-contract-runs', /consommateur, et aucun contrat en cours/, /consumer, and no contract that runs/],
  ],
  CONSENT_MISSING: [
    ['profession-not-recorded', /ni la fonction/i, /neither the function/i],
    ['scraped', /à l’insu de la personne/, /without the person’s knowledge/],
    ['guessed', /déduite ou devinée/, /guessed/],
    ['under-15', /moins de quinze ans/, /under fifteen/],
    ['age-not-recorded', /aux enfants.*âge.*pas enregistré/, /at children.*age.*not on record/],
    ['organisation-not-recorded', /de l’organisme.*\(organisation\)/, /the organisation.*\(organisation\)/],
    ['quality-not-recorded', /qualité de la personne.*\(kind\)/, /quality of the person.*\(kind\)/],
  ],
  CONSENT_EXPIRED: [['by-its-words', /terme que le formulaire énonçait/, /end that the form said/]],
  PARTNER_NOT_NAMED_AT_COLLECTION: [
    ['partner-not-in-message', /message ne nomme pas le partenaire/, /message does not name the partner/],
    ['partner-not-on-form', /formulaire ne nommait pas le partenaire/, /form did not name the partner/],
    ['advertiser-not-on-form', /formulaire, .*ne nommait pas l’annonceur/, /form, .*did not name the advertiser/],
  ],
  REOPT_IN_NOT_VALID: [
    ['solicited', /message ou un appel l’a demandé/, /message or call asked/],
    ['by-another', /un autre organisme l’a recueilli/i, /another organisation collected/i],
    ['unproven', /ni constaté par Aval, ni prouvé/, /did not see it, and no file shows it/],
  ],
  SOFT_OPT_IN_NO_REFUSAL_OFFERED: [
    ['not-recorded', /rien n’est enregistré d’un refus/i, /on record of a refusal/],
    ['costs', /libre, simple ou sans frais/, /free, simple or without charge/],
    ['later', /plus tard/, /later/],
    ['something-else', /autre chose que les offres/, /something else than the advertiser’s offers/],
    ['misleads', /trompe/, /misleads/],
    ['other-means', /autre moyen/, /another means/],
  ],
  B2B_PROFESSION_LINK_NOT_SHOWN: [['function-not-recorded', /fonction .*pas enregistrée/, /function .*not on record/]],
  ANOTHER_BASIS_HOLDS: [
    ['consent', /consentement/, /consent/],
    ['existing-customer', /vente/, /sale/],
    ['professional-interest', /fonction/, /function/],
    ['legal-person', /personne morale/, /legal person/],
  ],
  SOFT_OPT_IN_NO_SALE: [
    ['cancelled', /annulée/, /cancelled/],
    ['quote', /devis/, /quote/],
    ['basket', /panier abandonné/, /abandoned basket/],
    ['lead', /simple demande/, /mere request/],
    ['contest', /jeu-concours/, /contest/],
    ['account-only', /compte sans commande/, /account without an order/],
    ['donation', /don\./, /donation/],
    ['membership', /adhésion/, /membership/],
    ['not-recorded', /pas enregistrée/, /not recorded/],
  ],
  CONSENT_WITHDRAWN: [
    ['withdrawn', /la personne l’a retiré/i, /the person withdrew/i],
    ['invalidated', /annonceur l’a invalidé/, /advertiser invalidated/],
    ['moved', /autre adresse depuis/, /another address since/],
    ['corrected', /adresse était erronée/, /address was wrong/],
  ],
  CONSENT_MECHANISM_INVALID: [
    ['pre-ticked', /cochée d’avance/, /ticked in advance/],
    ['terms', /conditions générales/, /acceptance of terms/],
    ['implied', /silence/, /silence/],
    ['bundled', /un seul bouton/i, /one button/i],
    ['tied', /le service en dépendait/i, /service depended/],
    ['misleading', /trompeuse/, /misleading/],
    ['not-free', /pas de libre choix/, /no free choice/],
    ['not-informed', /pas informée/, /not informed/],
  ],
};
const EACH = Object.entries(LEARNT).flatMap(([code, learnt]) =>
  learnt.map(([detail, ...words]) => [code, detail, ...words] as const),
);

describe('what was found is said in words', () => {
  test.each(EACH)('%s %s', (code, detail, fr, en) => {
    const said = detailInWords(code, detail);
    expect([said?.fr, said?.en]).toEqual([expect.stringMatching(fr), expect.stringMatching(en)]);
    for (const words of [said?.fr, said?.en]) expect(words).toMatch(/^\p{Lu}.{7,}\.$/u);
  });
  test.each(['dead-link', 'unseen-link'])('a %s by its kind, whatever link it is', (kind) => {
    const of = (detail: string) => detailInWords('OPPOSITION_ROAD_NOT_WORKING', detail);
    expect(of(`${kind}-0123456789ab`)).toEqual(of(kind));
    expect(of(`a-${kind}-0123456789ab`)).toBeUndefined();
  });
  test('two details of one code in other words', () => {
    for (const [code, learnt] of Object.entries(LEARNT))
      for (const language of ['fr', 'en'] as const) {
        const said = learnt.map(([detail]) => detailInWords(code, detail)?.[language]);
        expect([code, new Set(said).size]).toEqual([code, learnt.length]);
      }
  });
  test('no detail that is said is missing above, and what is none is not said', () => {
    const files = ['details', 'details-of-basis', 'remedies/of-use'].map((file) =>
      readFileSync(`shared/law/reasons/${file}.ts`, 'utf8'),
    );
    const named = files.flatMap((source) =>
      [...source.matchAll(/^\s+'?([a-z][a-z0-9-]+)'?: /gm)].map(([, name]) => name ?? ''),
    );
    const above = new Set(EACH.map(([, detail]) => detail));
    expect(named.filter((name) => !above.has(name))).toEqual([]);
    for (const code of Object.keys(LEARNT))
      for (const none of ['of-no-list', undefined]) expect(detailInWords(code, none)).toBeUndefined();
    expect(detailInWords('OPPOSED_GLOBAL', 'withdrawn')).toBeUndefined();
  });
});
