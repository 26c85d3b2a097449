/** What a reader must learn of a question on which a human decides: where none can be asked, and once it was answered with no. */
import { describe, expect, test } from 'vitest';
import { explain } from '#shared/law/reasons/explain.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';

const TEMPLATES = 'PUT /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}';
const REVIEWS = 'POST /v1/reviews/{reviewId}/decision';
const saidOf = (code: string, detail: string) => explain({ reasons: [{ code, detail }], notes: [] }).reasons[0];

/** Each in French, then in English. */
type InBoth = readonly [fr: RegExp, en: RegExp];

describe('where no human can be asked', () => {
  const NO_TEMPLATE: InBoth = [/d’aucun modèle/, /from no template/];
  test.each<[string, says: readonly InBoth[], toDo: InBoth, where: string]>([
    [
      'SECTOR_BAN_UNCERTAIN',
      [[/travaux d’énergie/, /home energy/], NO_TEMPLATE],
      [/modèle enregistré.*retirez-en .*travaux/i, /stored template.*take out .*works/i],
      TEMPLATES,
    ],
    [
      'SECTOR_BAN_CPF_UNCERTAIN',
      [[/compte personnel de formation/, /compte personnel de formation/], NO_TEMPLATE],
      [/modèle enregistré.*retirez-en les formations/i, /stored template.*take out the training/i],
      TEMPLATES,
    ],
    [
      'CREDIT_REMINDER_UNCERTAIN',
      [[/crédit à la consommation/, /consumer credit/], NO_TEMPLATE],
      [
        /modèle enregistré qui rappelle le droit de s’opposer sans frais/,
        /stored template that recalls the right to oppose/,
      ],
      TEMPLATES,
    ],
    ['OPPOSITION_ROAD_NOT_WORKING', [], [/moyen fourni par Aval/, /means that Aval gives/], '/content'],
    ['CLASS_UNCERTAIN', [], [/modèle enregistré/, /stored template/], TEMPLATES],
  ])('%s says why, and what to do', (code, says, [fr, en], where) => {
    const { fr: inFrench, en: inEnglish, remedy } = saidOf(code, 'no-review') ?? {};
    for (const [french, english] of says)
      expect([inFrench, inEnglish]).toEqual([expect.stringMatching(french), expect.stringMatching(english)]);
    // Of what says no more, the words of the question itself.
    const own = { fr: reasonOf(code)?.fr, en: reasonOf(code)?.en };
    expect(inFrench === own.fr && inEnglish === own.en).toBe(says.length === 0);
    expect(remedy?.sentence).toEqual({ fr: expect.stringMatching(fr), en: expect.stringMatching(en) });
    expect(remedy?.route ?? remedy?.pointer).toBe(where);
  });
});

describe('once a human answered with no', () => {
  const CONSENT: InBoth = [/recueillez un (nouveau )?consentement/i, /collect a (new )?consent/i];
  test.each<[string, says: InBoth, toDo: InBoth]>([
    [
      'CONSENT_CHANNEL_UNCERTAIN',
      [/mots .* formulaire ne portent pas ce canal/, /words .* not carry this channel/],
      CONSENT,
    ],
    ['EVIDENCE_INCOMPLETE', [/reconstituée .*ne prouve pas/, /rebuilt .*does not show/], CONSENT],
    ['SOFT_OPT_IN_FREEMIUM_REVIEW', [/compte gratuit.*pas d’une vente/i, /free account.*no sale/i], CONSENT],
    [
      'OPPOSITION_ROAD_NOT_WORKING',
      [/moyen d’opposition ne convient pas/, /means of opposition will not do/],
      [/Aval/, /Aval/],
    ],
    [
      'SECTOR_BAN_UNCERTAIN',
      [/travaux d’énergie.*s’applique/i, /home energy.*applies/i],
      [/travaux, dans une nouvelle version/, /works .*new version/],
    ],
    [
      'SECTOR_BAN_CPF_UNCERTAIN',
      [/compte personnel.*s’applique/i, /compte personnel.*applies/i],
      [/formations .*nouvelle version/, /training .*new version/],
    ],
    [
      'CREDIT_REMINDER_UNCERTAIN',
      [/crédit.*ne rappelle pas/i, /credit.*does not recall/i],
      [/rappelez ce droit/i, /recall that right/i],
    ],
    [
      'MINOR_CONSENT_UNCERTAIN',
      [/quinze à dix-sept ans.*ne pas/i, /fifteen to seventeen.*not sent/i],
      [/autorité parentale/, /parental authority/],
    ],
    [
      'LEGAL_PERSON_UNCERTAIN',
      [/unipersonnelle.*n’est pas tenue/i, /firm of one.*not taken/i],
      [/SIREN.*\(rna\)/, /SIREN.*\(rna\)/],
    ],
    [
      'CLASS_UNCERTAIN',
      [/modèle est de la prospection/, /template is prospecting/],
      [/avec un fondement/, /on a basis/],
    ],
    [
      'MIXED_CONTENT_REQUALIFIED',
      [/présenté comme non commercial/, /declared as not prospecting/],
      [/retirez l’offre/i, /take the offer out/i],
    ],
  ])('%s says what was decided, and what else can be done', (code, says, toDo) => {
    const { fr, en, remedy } = saidOf(code, 'refused:a-cause@1') ?? {};
    expect([fr, en]).toEqual(says.map((each) => expect.stringMatching(each)));
    expect([remedy?.sentence.fr, remedy?.sentence.en]).toEqual(toDo.map((each) => expect.stringMatching(each)));
    expect(remedy?.sentence.fr).toMatch(/^C’est décidé \(a-cause@1\) : .*nouvelle décision/);
    expect(remedy?.sentence.en).toMatch(/^That is decided \(a-cause@1\): .*new decision/);
    expect(remedy?.route).toBe(REVIEWS);
  });
  test('of another code nothing is said to be decided, whatever its detail', () => {
    const { fr, remedy } = saidOf('CONSENT_EXPIRED', 'refused:a-cause@1') ?? {};
    expect([fr, remedy]).toEqual([reasonOf('CONSENT_EXPIRED')?.fr, saidOf('CONSENT_EXPIRED', 'more')?.remedy]);
  });
});
