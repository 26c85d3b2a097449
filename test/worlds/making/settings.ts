import type { Random } from '../random.ts';
import type { Body } from './draft.ts';
import {
  APPEAL,
  CALLER_ID,
  COURSE,
  FUNCTION,
  HEAT_PUMPS,
  INSULATION,
  LOAN,
  MAILBOX,
  OFFERED,
  OWN_SIREN,
  SENDER_ID,
  SOLD,
  SUPPLEMENTS,
  TOYS,
  WORKSHOP,
} from './vocabulary.ts';

const RATIONALE = 'Qui jardine sème aussi.';

/** Settings with which nothing is refused by itself; some are told where they could stay the default. */
export const usualSettings = (random: Random): Body => ({
  siren: OWN_SIREN,
  legalName: 'Maison Ablette SAS',
  tradeNames: ['Maison Ablette'],
  contact: { email: 'bonjour@maison-ablette.example' },
  privacyNoticeUrl: 'https://maison-ablette.example/donnees-personnelles',
  senders: {
    email: [{ address: MAILBOX, name: random.chance(0.8) ? 'Maison Ablette' : 'La lettre de maison ablette' }],
    sms: [{ senderId: SENDER_ID, replyCode: '36180' }],
    calls: [{ callerId: CALLER_ID, oppositionNumber: '3010' }],
  },
  analogies: [{ sold: SOLD, offered: [SOLD, OFFERED, COURSE], rationale: RATIONALE }],
  professionalOffers: [{ function: FUNCTION, offered: [OFFERED, SOLD, COURSE], rationale: RATIONALE }],
  offers: [
    { category: HEAT_PUMPS, natures: ['home-energy-works'] },
    { category: INSULATION, natures: ['home-energy-mixed'] },
    { category: COURSE, natures: ['cpf-training'] },
    { category: WORKSHOP, natures: ['cpf-training-mixed'] },
    { category: APPEAL, natures: ['non-commercial-appeal'] },
    { category: TOYS, natures: ['child-directed'] },
    { category: SUPPLEMENTS, natures: ['sensitive'] },
    { category: LOAN, natures: ['consumer-credit'] },
  ],
  ...(random.chance(0.2) ? { retention: ownTerms(random) } : {}),
  ...(random.chance(0.15) ? { dailyCeiling: random.int(1, 4) } : {}),
  ...(random.chance(0.2) ? { sms: ownHours(random) } : {}),
});

const CHOSEN = {
  justification: 'Décidé après conseil.',
  decidedBy: 'Hélène Marchand',
  decidedOn: '2009-02-02',
};

const someYears = (random: Random): Body => ({
  ...(random.chance(0.7) ? { prospectYears: random.int(1, 6) } : {}),
  ...(random.chance(0.7) ? { customerYears: random.int(1, 6) } : {}),
});

/** Shorter terms than the general ones, those of a sector, a departure from either. */
const ownTerms = (random: Random): Body => ({
  ...(random.chance(0.7) ? { prospectYears: random.int(1, 3), customerYears: random.int(1, 3) } : {}),
  ...(random.chance(0.3)
    ? {
        sector: {
          name: random.pick(['health', 'education', 'banking', 'insurance', 'gambling']),
          source: 'Politique de conservation.',
          ...CHOSEN,
          ...someYears(random),
        },
      }
    : {}),
  ...(random.chance(0.3) ? { departure: { ...CHOSEN, prospectYears: random.int(1, 6), ...someYears(random) } } : {}),
});

const ownHours = (random: Random): Body => ({
  sundayAndHolidayCourtesy: random.chance(0.5),
  ...(random.chance(0.5)
    ? {
        window: random.pick([
          { from: '10:00', until: '18:00' },
          { from: '00:00', until: '24:00' },
        ]),
      }
    : {}),
});

/** Records that the advertiser chose another reading on a point. */
export const choose = (settings: Body, reading: string): void => {
  const before = Array.isArray(settings.readings) ? settings.readings : [];
  settings.readings = [...before, { reading, ...CHOSEN }];
};

/** The settings have this reading. */
export const hasChosen = ({ readings }: Body, reading: string): boolean =>
  Array.isArray(readings) && readings.some((each) => within(each, 'reading') === reading);

const within = (from: unknown, key: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined;

/** Years that the settings keep data of this kind: by a departure, by the sector, or else by the general terms. */
export const yearsKept = (settings: Body, key: 'prospectYears' | 'customerYears'): number => {
  const { retention } = settings;
  const years = within(within(retention, 'departure'), key) ?? within(within(retention, 'sector'), key);
  return Number(years ?? within(retention, key) ?? 3);
};
