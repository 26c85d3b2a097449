import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NotExpressible } from '../../acceptance/conclusions/not-expressible.ts';
import {
  CONCLUSIONS,
  type Conclusions,
  OF_CONSENT,
  OF_CUSTOMER,
  OF_MESSAGE,
  OF_PROFESSION,
} from '../../acceptance/conclusions/table.ts';
import { readScenarios, type Scenario } from '../../acceptance/scenario.ts';
import { daysAgo, type World } from '../../acceptance/world.ts';
import { oneOfCommitFor } from '../../support/shares/share.ts';
import { ablated } from './cases-world.ts';

const FILE = readFileSync(new URL('../../fixtures/cases.json', import.meta.url), 'utf8');
const HELD = readScenarios(FILE).filter((entry): entry is Scenario => 'facts' in entry && entry.turnsOn.length > 0);

/** What curing shows of each, by the maps as they are: asked for once. */
const CURED = new Map<Scenario, ReturnType<typeof ablated>>();
const curedOf = (scenario: Scenario): ReturnType<typeof ablated> => {
  const found = CURED.get(scenario) ?? ablated(scenario);
  CURED.set(scenario, found);
  return found;
};

/** Of the first scenario that is held by accident, why; of none, nothing. */
const firstAccidentsBy = async (by: Conclusions): Promise<readonly string[]> => {
  for (const scenario of HELD) {
    const why = (await ablated(scenario, by))?.accidents ?? ['not ablated'];
    if (why.length > 0) return why.map((each) => `${scenario.id}: ${each}`);
  }
  return [];
};

describe('a held message', () => {
  test.each(HELD.map((scenario) => [scenario.id, scenario.turnsOn.join(', '), scenario] as const))(
    '%s is held for %s, and allowed once that is cured',
    async (_id, _facts, scenario) => {
      const { accidents, turning, cured } = (await curedOf(scenario)) ?? {};
      expect(accidents).toEqual([]);
      expect(cured?.outcome).toBe('allow');
      expect(turning?.map(({ path }) => path)).toEqual(scenario.turnsOn);
    },
  );

  test('has the decisive reason first in 67 of 75, and one source of an address is no reason by a reading', async () => {
    const places = await Promise.all(HELD.map(async (scenario) => (await curedOf(scenario))?.turning ?? []));
    const first = places.map(([decisive]) => decisive?.reason);
    expect(HELD).toHaveLength(75);
    expect(first.filter((reason) => reason === 'primary')).toHaveLength(67);
    expect(first.filter((reason) => reason === 'among the reasons')).toHaveLength(7);
    expect(
      places
        .flat()
        .filter(({ reason }) => reason === 'by a reading')
        .map(({ path }) => path),
    ).toEqual(['facts.collectedFrom']);
  });
});

/** Maps that are wrong as a careless one would be: each puts another fact in the place of the one that was decided on. */
const form = (world: World, fields: object): World => ({ ...world, form: { ...world.form, ...fields } });
const consent = (fields: Partial<Conclusions['consent']>): Conclusions => ({
  ...CONCLUSIONS,
  consent: { ...OF_CONSENT, ...fields },
});
const customer = (fields: Partial<Conclusions['existingCustomer']>): Conclusions => ({
  ...CONCLUSIONS,
  existingCustomer: { ...OF_CUSTOMER, ...fields },
});
const message = (fields: Partial<Conclusions['message']>): Conclusions => ({
  ...CONCLUSIONS,
  message: { ...OF_MESSAGE, ...fields },
});
const nothing = (world: World): World => world;
const isConditionOfService = (world: World, is: boolean) => (is ? world : form(world, { isConditionOfService: true }));
const noNotice = (world: World, is: boolean) => (is ? world : form(world, { notice: undefined }));
const noPicture = (world: World, is: boolean) => (is ? world : form(world, { shown: undefined }));
const ticked = (world: World, is: boolean) => (is ? world : form(world, { defaultState: 'ticked' }));
const otherSender = (world: World, is: boolean) =>
  is ? world : { ...world, message: { ...world.message, sender: 'offre@ailleurs.example' } };
const withOffers = (world: World, has: boolean) =>
  has ? world : { ...world, settings: { ...world.settings, professionalOffers: [] } };
const fakeReply = (world: World, is: boolean) =>
  is ? world : { ...world, message: { ...world.message, subject: 'RE: votre dossier' } };

describe('the judge of accidents notices a map that puts another fact in the place of', () => {
  test.each<[string, Conclusions]>([
    [
      'a box ticked before: silence',
      consent({ preTicked: (world, was) => (was ? form(world, { mechanism: 'implied' }) : world) }),
    ],
    ['a box ticked before: nothing', consent({ preTicked: nothing })],
    [
      'an act that was none: a ticked box',
      consent({ affirmativeAct: (world, was) => (was ? world : form(world, { defaultState: 'ticked' })) }),
    ],
    ['terms: a condition of the service', consent({ separateFromTerms: isConditionOfService })],
    ['a deceptive form: a condition of the service', consent({ freelyGiven: isConditionOfService })],
    ['a form that does not inform: a form without notice', consent({ informed: noNotice })],
    ['a proof that is missing: the picture of the form', consent({ proofKept: noPicture })],
    ['a purpose not named: no picture of the form', consent({ purposeNamed: noPicture })],
    ['an advertiser not named: a ticked box', consent({ advertiserNamed: ticked })],
    ['an unlawful question: nothing', consent({ obtainedVia: nothing })],
    [
      'an account: other goods',
      customer({
        saleOrService: (world) => ({
          ...OF_CUSTOMER.saleOrService(world, 'sale'),
          settings: { ...world.settings, analogies: [] },
        }),
      }),
    ],
    ['another seller: no notice', customer({ sameEntity: noNotice })],
    [
      'other goods: no notice',
      customer({ similarOffer: (world, is) => noNotice(OF_CUSTOMER.similarOffer(world, true), is) }),
    ],
    [
      'no notice: no refusal',
      customer({ informedAtCollection: (world, was) => (was ? world : form(world, { refusal: undefined })) }),
    ],
    ['no refusal: no notice', customer({ couldObjectAtCollection: noNotice })],
    [
      'a service for nothing: no sale',
      customer({
        indirectRemuneration: (world, is) =>
          is ? OF_CUSTOMER.indirectRemuneration(world, true) : { ...world, sale: undefined },
      }),
    ],
    [
      'an offer foreign to the function: nothing',
      { ...CONCLUSIONS, b2b: { ...OF_PROFESSION, relatedToProfession: nothing } },
    ],
    [
      'no information: an offer foreign to the function',
      {
        ...CONCLUSIONS,
        b2b: {
          ...OF_PROFESSION,
          informedBeforeSend: (world, was) => withOffers(OF_PROFESSION.informedBeforeSend(world, true), was),
        },
      },
    ],
    ['a hidden advertiser: a fake reply', message({ advertiserIdentified: fakeReply })],
    ['no way out: a hidden advertiser', message({ oppositionMeansOffered: otherSender })],
    [
      'a way out that fails: none',
      message({
        oppositionEffective: (world, is) =>
          OF_MESSAGE.oppositionMeansOffered(
            { ...world, facts: { ...world.facts, message: { ...world.facts.message, oppositionMeansOffered: is } } },
            is,
          ),
      }),
    ],
    [
      'an opposition: no consent',
      { ...CONCLUSIONS, opposed: (world) => ({ ...world, consent: undefined, sale: undefined }) },
    ],
    [
      'old data: an opposition',
      {
        ...CONCLUSIONS,
        lastContactDaysAgo: (world, days) =>
          days > 1095
            ? { ...world, opposition: { via: 'email', of: { scope: 'global' }, occurredAt: daysAgo(world, 1) } }
            : world,
      },
    ],
  ])('%s', async (_, by) => {
    expect(await firstAccidentsBy(by)).not.toEqual([]);
  });
});

type Fault = (world: World) => World;
type Facts = Readonly<Record<string, (world: World, value: never) => World>>;
type Section = 'consent' | 'existingCustomer' | 'b2b' | 'message';
const OF: Readonly<Record<Section, Facts>> = {
  consent: OF_CONSENT,
  existingCustomer: OF_CUSTOMER,
  b2b: OF_PROFESSION,
  message: OF_MESSAGE,
};
/** The facts that are true or false, by their section, and which of the two is the fault. */
const FAULTS: readonly (readonly [Section, string, boolean])[] = [
  ['consent', 'preTicked', true],
  ...['affirmativeAct', 'separateFromTerms', 'freelyGiven', 'informed'].map(
    (fact) => ['consent', fact, false] as const,
  ),
  ...['advertiserNamed', 'purposeNamed', 'proofKept'].map((fact) => ['consent', fact, false] as const),
  ...['sameEntity', 'similarOffer', 'informedAtCollection', 'couldObjectAtCollection'].map(
    (fact) => ['existingCustomer', fact, false] as const,
  ),
  ...['relatedToProfession', 'informedBeforeSend', 'couldObjectBeforeSend'].map(
    (fact) => ['b2b', fact, false] as const,
  ),
  ...['advertiserIdentified', 'oppositionMeansOffered', 'oppositionEffective'].map(
    (fact) => ['message', fact, false] as const,
  ),
];
const told = (section: Section, fact: string, world: World, value: boolean): World => {
  const at = world.facts[section];
  const stated =
    at === undefined || !(fact in at) ? world.facts : { ...world.facts, [section]: { ...at, [fact]: value } };
  return OF[section][fact]?.({ ...world, facts: stated as World['facts'] }, value as never) ?? world;
};

/** The map by which this fact is recorded as if it were the other one. */
const swapped = (
  [section, fact, fault]: (typeof FAULTS)[number],
  [otherSection, other, otherFault]: (typeof FAULTS)[number],
): Conclusions => {
  const asTheOther: Fault = (world) => told(otherSection, other, told(section, fact, world, !fault), otherFault);
  const map = (world: World, value: boolean) =>
    value === fault ? asTheOther(world) : told(section, fact, world, value);
  return { ...CONCLUSIONS, [section]: { ...OF[section], [fact]: map } } as Conclusions;
};

/** What the judge says of this map in the scenarios that turn on the fact; `undefined`: the swap fits none of them. */
const noticedBy = async (path: string, by: Conclusions): Promise<readonly string[] | undefined> => {
  let isTold = false;
  for (const scenario of HELD.filter(({ turnsOn }) => turnsOn.includes(path))) {
    const ablation = await ablated(scenario, by).catch((cause: unknown) => {
      if (cause instanceof NotExpressible) return undefined;
      throw cause;
    });
    if (ablation !== undefined && ablation.accidents.length > 0) return ablation.accidents;
    isTold ||= ablation !== undefined;
  }
  return isTold ? [] : undefined;
};
/** Of an act on a screen the form is the proof: a form that does not inform cannot be told as a proof that is missing. */
const FITS_NONE = [['informed', 'proofKept']];

describe('every fact that is true or false, recorded as if it were another of its section, is noticed', () => {
  test.each(FAULTS.map((fault) => [`facts.${fault[0]}.${fault[1]}`, fault] as const))('%s', async (path, fault) => {
    // One other, which each commit draws anew.
    const others = FAULTS.filter((each) => each !== fault && each[0] === fault[0]);
    for (const other of oneOfCommitFor(path, others)) {
      const noticed = await noticedBy(path, swapped(fault, other));
      const fitsNone = FITS_NONE.some(([fact, as]) => fact === fault[1] && as === other[1]);
      expect([other[1], noticed?.[0]]).toEqual([other[1], fitsNone ? undefined : expect.any(String)]);
    }
  });
});
