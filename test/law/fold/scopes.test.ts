/** Of whom, by which channel and of which messages each sentence speaks: by its text, and not by what its conditions let through. */
import { describe, expect, test } from 'vitest';
import { CHANNELS, type Channel } from '#shared/domain/message/channel.ts';
import type { Prohibition } from '#shared/law/article.ts';
import { AMENDMENTS } from '#shared/law/editions/amendments.ts';
import type { Facts } from '#shared/law/facts/facts.ts';
import { concerns } from '#shared/law/fold/forbids.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { rulebookOf } from '#shared/law/fold/rulebook.ts';
import { REGISTER } from '#shared/law/register.ts';
import { aConsent, aStanding, aVetRequest } from '../../support/builders.ts';

const FORMER = AMENDMENTS.flatMap(({ removed }) => removed);
/** `d223-9 ATTEMPT_QUOTA`. */
const nameOf = ({ article, code }: Prohibition): string => `${article.id.split('/')[0]} ${code}`;

const TEXTS: readonly Channel[] = ['sms', 'mms'];
const CALL: readonly Channel[] = ['automated-call'];
const EMAIL: readonly Channel[] = ['email'];
/** “courrier électronique”: mail, SMS and MMS (L. 34-5, al. 3). */
const ELECTRONIC_MAIL: readonly Channel[] = [...EMAIL, ...TEXTS];

/** The first that fits counts; of what none fits, every channel. */
const BY_CHANNEL: readonly (readonly [sentences: RegExp, channels: readonly Channel[]])[] = [
  [/^af2m-|^house-(holidays|places|sundays) |^arcep\S* SENDER_ID|^house-scope LEGAL_PERSON_BY_TEXT/, TEXTS],
  // “démarchage téléphonique”: calls alone; L. 223-8 of everything else; what a call fetched is of both, by two sentences.
  [/^l223-1 CONSENT_DRAWN|^l223-8 /, ELECTRONIC_MAIL],
  [/^(d223-9|r223-1|l221-16|l221-17|l223-1|l223-1-calls|house-caller-id) |^arcep\S* CALLER_ID/, CALL],
  // Al. 4 has nothing on calls, nor has the doctrine on professionals, which speaks of electronic mail.
  [/^l34-5 (SOFT_OPT_IN_CHANNEL|BASIS_NOT_AVAILABLE)/, CALL],
  // An object is what a mail has; L. 122-8 and L. 312-9 speak of “courrier électronique” and “courriel” with a text of their own.
  [/^(l122-8|l312-9) |^l34-5 SUBJECT_/, EMAIL],
  [/^lcen-20 /, [...TEXTS, ...CALL]],
  [/^l6323-8-1 /, [...ELECTRONIC_MAIL, ...CALL]],
];
const channelsOf = (sentence: Prohibition): readonly Channel[] =>
  BY_CHANNEL.find(([sentences]) => sentences.test(nameOf(sentence)))?.[1] ?? CHANNELS;

/** “consommateur”: nobody else. */
const OF_CONSUMERS = /^(d223-9|r223-1|l221-16|l221-17|l223-1|l223-1-calls|l223-8|l312-9) /;
/** Rights of a natural person, and rules of ours that give a legal person's general address the same. */
const OF_PERSONS = /^(rgpd-(9|13|18|21|21-1)|cnil-relational|l6323-8-1|penal-226-18-relational) /;
const OF_HOUSES = /^house-legal-persons/;
/** Whatever leaves: from whom, to where, by which number, to an address that lives, and not where its use is restricted. */
const OF_ALL =
  /^(af2m-sender|arcep-2018-0881|house-(caller-id|deliverability|named-sender)) |USE_RESTRICTED|CHANNEL_UNSUPPORTED|RULE_PACK_MISSING/;
const OF_SURVEYS_ALONE = /^(cnil-relational|house-class|penal-226-18-relational) |RELATIONAL_REFUS/;
const OF_SURVEYS_TOO = /HELD_AFTER_ANNULMENT/;
const OF_QUESTIONS_TO_STAY = /RENEWAL_/;
/** CNIL's référentiel on commercial activities leaves five sectors out. */
const OF_THE_REFERENTIEL = /^cnil-2021-131 RETENTION_/;
const OF_SECTORS_LEFT_OUT = /^rgpd-5 RETENTION_/;
const OF_READINGS: readonly (readonly [RegExp, Facts['readings'][number]])[] = [
  [/^lil-45 MINOR_CONSENT_UNCERTAIN/, 'minors-from-fifteen-are-reviewed'],
  [/^l223-1 SOFT_OPT_IN_CHANNEL/, 'existing-customers-by-automated-call'],
];

type Class = Facts['declaredClass'];
const classesOf = (name: string): readonly Class[] => {
  if (OF_QUESTIONS_TO_STAY.test(name)) return ['renewal-request'];
  if (OF_ALL.test(name)) return ['prospecting', 'renewal-request', 'relational', 'transactional'];
  if (OF_SURVEYS_ALONE.test(name)) return ['relational'];
  return OF_SURVEYS_TOO.test(name)
    ? ['prospecting', 'renewal-request', 'relational']
    : ['prospecting', 'renewal-request'];
};
const speaksOf = (name: string, facts: Facts): boolean => {
  const reading = OF_READINGS.find(([sentences]) => sentences.test(name))?.[1];
  return (
    classesOf(name).includes(facts.declaredClass) &&
    (!OF_CONSUMERS.test(name) || facts.isConsumer) &&
    !(OF_PERSONS.test(name) && facts.isRoleAddressOfLegalPerson) &&
    !(OF_HOUSES.test(name) && !facts.isRoleAddressOfLegalPerson) &&
    !(OF_THE_REFERENTIEL.test(name) && facts.retentionSector !== undefined) &&
    !(OF_SECTORS_LEFT_OUT.test(name) && facts.retentionSector === undefined) &&
    (reading === undefined || facts.readings.includes(reading))
  );
};

const needsABasis = ({ declaredClass }: Facts): boolean => /^(prospecting|renewal)/.test(declaredClass);

const lawful = prepareFacts(aVetRequest({ standing: aStanding({ consents: [aConsent()] }) }));
const RENEWAL = { opensAt: 0, wasAsked: false, opposition: undefined };
const EITHER = [true, false] as const;
const ASKED: readonly Facts[] = (['prospecting', 'renewal-request', 'relational', 'transactional'] as const).flatMap(
  (declaredClass) =>
    EITHER.flatMap((isConsumer) =>
      EITHER.flatMap((isRoleAddressOfLegalPerson) =>
        ([undefined, 'banking'] as const).flatMap((retentionSector) =>
          [[], OF_READINGS.map(([, reading]) => reading)].map((readings) => ({
            ...lawful,
            ...{ declaredClass, isConsumer, isRoleAddressOfLegalPerson, retentionSector, readings },
            renewal: declaredClass === 'renewal-request' ? RENEWAL : undefined,
          })),
        ),
      ),
    ),
);

describe('a sentence speaks', () => {
  test.each([...REGISTER, ...FORMER].map((each) => [nameOf(each), each] as const))('of its channels: %s', (_, each) => {
    const found = CHANNELS.filter((channel) => {
      const rules = rulebookOf([each], 'one sentence').rulesOn(each.article.inForce.from, channel);
      return [rules.ofMessage, rules.ofMoment, ...Object.values(rules.ofBasis)].flat().length > 0;
    });
    expect(found.toSorted()).toEqual([...channelsOf(each)].toSorted());
  });
  test.each(REGISTER.map((each) => [nameOf(each), each] as const))('of its readers and messages: %s', (name, each) => {
    // Of surveys alone: that an offer is none, the condition says, as the examples beside it show.
    const asked = ASKED.filter((facts) => !OF_SURVEYS_ALONE.test(name) || !needsABasis(facts));
    const wrong = asked.filter((facts) => concerns(each, facts) !== speaksOf(name, facts));
    expect(
      wrong.map(({ declaredClass, isConsumer, isRoleAddressOfLegalPerson, retentionSector, readings }) => ({
        ...{ declaredClass, isConsumer, isRoleAddressOfLegalPerson, retentionSector, readings },
      })),
    ).toEqual([]);
  });
  test.each(REGISTER.map((each) => [nameOf(each), each] as const))(
    'of them by name, as the law pages show it: %s',
    (name, each) => {
      const { audience, recipient, referentiel, relational } = each.concerns ?? {};
      const ofSurveys = OF_SURVEYS_TOO.test(name) ? true : undefined;
      expect({ audience, recipient, referentiel, relational }).toEqual({
        audience: OF_CONSUMERS.test(name) ? 'consumer' : undefined,
        recipient: (OF_PERSONS.test(name) && 'natural-person') || (OF_HOUSES.test(name) && 'legal-person') || undefined,
        referentiel:
          (OF_THE_REFERENTIEL.test(name) && 'covers') || (OF_SECTORS_LEFT_OUT.test(name) && 'leaves-out') || undefined,
        relational: OF_SURVEYS_ALONE.test(name) ? 'alone' : ofSurveys,
      });
    },
  );
});
