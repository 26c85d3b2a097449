import { describe, expect, test } from 'vitest';
import { REASONS, remedyOf } from '#shared/law/reasons/reasons.ts';
import { REMEDIES_BY_DETAIL } from '#shared/law/reasons/remedies/by-detail.ts';
import { remedyFor } from '#shared/law/reasons/remedies/remedy-for.ts';
import { REGISTER } from '#shared/law/register.ts';

/** What a reader must be asked to do about one detail, in French and English, and where. */
type ToDo = readonly [detail: string, fr: RegExp, en: RegExp, where: string | undefined];

const [CONSENTS, SALES, CONTACTS] = ['POST /v1/consents', 'POST /v1/sales', 'PUT /v1/contacts'];
const FORMS = 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}';
const SETTINGS = 'PUT /v1/advertisers/{advertiserId}';
const REVIEWS = 'POST /v1/reviews/{reviewId}/decision';
const LOST: readonly ToDo[] = [
  ['not-from-there', /reçoit le STOP depuis ce pays/, /receives STOP from that country/, SETTINGS],
  [
    'code-not-received',
    /un code \(replyCode\) que la route du canal reçoit/,
    /a code \(replyCode\) that the route/,
    SETTINGS,
  ],
];

const TO_DO: Readonly<Record<string, readonly ToDo[]>> = {
  RECIPIENT_KIND_UNKNOWN: [
    ['kind', /déclarez la qualité .*SIREN.*vente/i, /declare .*quality .*SIREN.*sale/i, CONTACTS],
    [
      'general-address',
      /adresse générale .*contact@.*consentement.*telle qu’elle est/,
      /general address .*contact@.*consent.*as it is/,
      '/contact',
    ],
    ['mobile', /numéro qui n’est pas un mobile.*consentement/, /number that is no mobile.*consent/, '/contact'],
  ],
  LEGAL_PERSON_UNCERTAIN: [
    ['firm-of-one', /statuez .*ou recueillez un consentement/, /decide .*or collect a consent/, REVIEWS],
  ],
  B2B_NOTICE_MISSING: [
    ['day-of-collection', /\(profession\.source\.collectedAt\)/, /\(profession\.source\.collectedAt\)/, CONTACTS],
  ],
  CONSENT_MISSING: [
    [
      'scraped',
      /effacer cette adresse.*à l’insu.*d’elle-même/,
      /erase this address.*knowledge.*gave unasked/,
      CONSENTS,
    ],
    ['guessed', /effacer cette adresse.*d’elle-même/, /erase this address.*gave unasked/, CONSENTS],
    ['under-15', /conjointement.*\(parentalConsent\)/, /jointly.*\(parentalConsent\)/, CONSENTS],
    ['age-not-recorded', /\(ageBand\).*\(parentalConsent\)/, /\(ageBand\).*\(parentalConsent\)/, CONSENTS],
    [
      'profession-not-recorded',
      /ne rien envoyer.*\(profession\).*refuser/i,
      /send nothing.*\(profession\).*refuse/i,
      CONTACTS,
    ],
    [
      'organisation-not-recorded',
      /ne rien envoyer\. Si c’est l’adresse générale .*SIREN.*rna\. Si .*informée.*Sinon, enregistrez le consentement/i,
      /send nothing\. If it is the general address .*SIREN.*rna\. If .*informed.*Else record the consent/i,
      CONTACTS,
    ],
    [
      'quality-not-recorded',
      /ne rien envoyer\. Si c’est l’adresse professionnelle .*informée .*refuser, et que l’offre .*Sinon, /i,
      /send nothing\. If it is the professional address .*informed .*refuse, and the offer .*Else /i,
      CONTACTS,
    ],
  ],
  CONSENT_WITHDRAWN: [
    [
      'invalidated',
      /a bien consenti, enregistrez de nouveau .*sinon/,
      /did agree, record that consent again .*else/,
      CONSENTS,
    ],
    ['moved', /nouvelle adresse .*n’enregistrez pas ici/i, /new address .*do not record the consent here/i, '/contact'],
    ['corrected', /rien à cette adresse.*l’adresse corrigée/, /nothing to this address.*corrected address/, '/contact'],
  ],
  CONSENT_MECHANISM_INVALID: [
    ['tied', /dont le service ne dépend pas/, /service does not depend/, FORMS],
    ['misleading', /présentation ne trompe pas/, /does not mislead/, FORMS],
    ['not-free', /refuser est aussi simple/, /refusing is as easy/, FORMS],
    ['not-informed', /informe de ce à quoi/, /informs of what/, FORMS],
  ],
  PARTNER_NOT_NAMED_AT_COLLECTION: [
    ['partner-not-in-message', /nommez dans la demande le partenaire/i, /name in the request the partner/i, '/partner'],
  ],
  REOPT_IN_NOT_VALID: [
    ['solicited', /respectez.*ne demandez plus rien/i, /respect.*ask this person for nothing more/i, CONSENTS],
    [
      'by-another',
      /respectez.*autre organisme .*ne la lève pas/i,
      /respect.*another organisation .*not lift/i,
      CONSENTS,
    ],
  ],
  SOFT_OPT_IN_NO_REFUSAL_OFFERED: [
    ['not-recorded', /\(refusal\), puis la vente de nouveau/, /\(refusal\), then record the sale/, SALES],
  ],
  B2B_PROFESSION_LINK_NOT_SHOWN: [
    ['function-not-recorded', /\(profession\.function\)/, /\(profession\.function\)/, CONTACTS],
  ],
  MINOR_CONSENT_INVALID: [
    ['unknown', /\(ageBand\).*\(parentalConsent\)/, /\(ageBand\).*\(parentalConsent\)/, CONTACTS],
  ],
  SENSITIVE_TARGETING: [
    [
      'former-category',
      /\(explicitWords\).*consentements déjà donnés/,
      /\(explicitWords\).*consents that were given/,
      FORMS,
    ],
    ['words-name-nothing', /ailleurs.*\(explicitWords\)/, /elsewhere.*\(explicitWords\)/, FORMS],
    ['denied', /ne rien envoyer.*qui accepte cet usage/i, /send nothing.*that agrees to this use/i, FORMS],
    ['language', /français, anglais, allemand, espagnol, italien ou néerlandais/, /French, English, German/, FORMS],
  ],
  ADDRESS_UNDELIVERABLE: [
    ['blocked', /pendant quatorze jours/, /for fourteen days/, '/contact'],
    ['repeated', /trois jours sur les trente/, /three of the last thirty days/, '/contact'],
  ],
  ADVERTISER_HIDDEN: [
    ['sender-not-registered', /\(senders\), ou enregistrez celui-ci/, /\(senders\), or register this one/, SETTINGS],
  ],
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: [
    ['no-contract-runs', /n’appelez pas.*contrat en cours/i, /do not call.*contract that runs/i, SALES],
  ],
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: [
    ['by-call', /ne rien envoyer.*ni par appel ni par message/i, /send nothing.*by call or by message/i, CONSENTS],
  ],
  CONSENT_WRONG_PURPOSE: [['partner-not-named', /nommez le partenaire/i, /name the partner/i, '/partner']],
  OPPOSITION_ROAD_NOT_WORKING: LOST,
  RELATIONAL_REFUSAL_MISSING: LOST,
  VALIDITY_PASSED: [
    ['forbidden-then', /n’y change rien. n’envoyez pas/i, /changes nothing. do not send/i, undefined],
    ['no-basis-then', /n’y change rien. recueillez/i, /changes nothing. collect/i, CONSENTS],
  ],
  TEST_NOT_AGREED: [
    ['withdrawn', /n’envoyez plus d’essai/, /no more tests/, undefined],
    ['given-under-15', /demandez de nouveau .*\(testsAgreed\)/i, /ask the person again .*\(testsAgreed\)/i, CONTACTS],
    ['not-shown', /de nouveau l’accord avec sa preuve/, /agreement again with what shows it/, CONTACTS],
    ['under-15', /\(parentalConsent\)/, /\(parentalConsent\)/, CONTACTS],
  ],
};
const EACH = Object.entries(TO_DO).flatMap(([code, all]) =>
  all.map(([detail, ...rest]) => [code, detail, ...rest] as const),
);
const SENTENCE = /^\p{Lu}.{9,}\.$/su;

describe('what to do about what exactly was found', () => {
  test.each(EACH)('%s %s', (code, detail, fr, en, where) => {
    const { sentence, route, pointer } = remedyFor(code, undefined, detail) ?? {};
    expect([sentence?.fr, sentence?.en]).toEqual([expect.stringMatching(fr), expect.stringMatching(en)]);
    for (const each of [sentence?.fr, sentence?.en]) expect(each).toMatch(SENTENCE);
    expect(route ?? pointer).toBe(where);
    expect(sentence).not.toEqual(remedyOf(code)?.sentence);
  });
  test('is said above of each detail that has a remedy of its own', () => {
    const written = Object.entries(REMEDIES_BY_DETAIL).flatMap(([code, of]) =>
      Object.keys(of).map((detail) => `${code} ${detail}`),
    );
    expect(EACH.map(([code, detail]) => `${code} ${detail}`).toSorted()).toEqual(written.toSorted());
  });
  test('is what the code asks for, of every other detail', () => {
    for (const code of Object.keys(TO_DO)) expect(remedyFor(code, undefined, 'of-no-list')).toEqual(remedyOf(code));
    expect(remedyFor('OPPOSED_GLOBAL', undefined, 'withdrawn')).toEqual(remedyOf('OPPOSED_GLOBAL'));
    expect(remedyFor('OK_CONSENT')).toBeUndefined();
  });
});

describe('where a remedy is done', () => {
  /** The parts of a message that a caller gives (POST /v1/messages). */
  const PARTS = [
    'basis',
    'channel',
    'contact',
    'content',
    'offerCategory',
    'partner',
    'purpose',
    'sender',
    'validUntil',
  ];
  test('is a part of the message asked for, or a call; of what is no part of it, the whole message', () => {
    const remedies = Object.keys(REASONS).flatMap((code) => [
      [code, remedyOf(code)] as const,
      ...(TO_DO[code] ?? []).map(([detail]) => [`${code} ${detail}`, remedyFor(code, undefined, detail)] as const),
    ]);
    const pointers = remedies.flatMap(([name, remedy]) =>
      remedy?.pointer === undefined ? [] : [[name, remedy.pointer.split('/')[1]] as const],
    );
    expect(pointers.length).toBeGreaterThan(30);
    expect(pointers.filter(([, part]) => part === undefined).map(([name]) => name)).toEqual([
      'INPUT_INVALID',
      'TEST_NOT_MARKED',
    ]);
    expect(pointers.filter(([, part]) => part !== undefined && !PARTS.includes(part))).toEqual([]);
  });
  test('is the subject of a mail, where that is at fault, and else the whole content', () => {
    for (const code of ['SUBJECT_UNRELATED', 'SUBJECT_FAKE_REPLY'])
      expect(remedyOf(code)?.pointer).toBe('/content/email/subject');
    expect(remedyOf('SOURCE_MENTION_MISSING')?.pointer).toBe('/content');
  });
});

describe('what to do about evidence that is missing', () => {
  const remedyOn = (kind: 'consent' | 'existing-customer') => {
    const of = REGISTER.find(
      (each) => each.code === 'EVIDENCE_INCOMPLETE' && each.judges === 'basis' && each.bases.includes(kind),
    );
    return remedyFor('EVIDENCE_INCOMPLETE', of, '/form/shown');
  };
  test('of a sale is to store its order form and the sale again', () => {
    const { sentence, route } = remedyOn('existing-customer') ?? {};
    expect(sentence).toEqual({
      fr: expect.stringMatching(/formulaire de commande .*puis la vente de nouveau.*examen.*sinon/is),
      en: expect.stringMatching(/order form .*then record the sale again.*review.*else/is),
    });
    expect(route).toBe(SALES);
  });
  test('of a consent is to record what its form lacks', () => {
    expect(remedyOn('consent')).toEqual(remedyOf('EVIDENCE_INCOMPLETE'));
    expect(remedyOn('consent')?.route).toBe(CONSENTS);
  });
});
