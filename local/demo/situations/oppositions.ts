import { mailAddressOf } from '../people.ts';
import { consentCells } from './consents.ts';
import { saleCells } from './customers.ts';
import { aProof, dateIn, type Expected, recently, type Situation } from './situation.ts';

const BOTH_PURPOSES = { CONSENT_PURPOSES: 'own-offers,partner-offers' };
const refused = (code: string): Expected => [`refuse:${code}`, `refuse:${code}`, `refuse:${code}`, ''];

/** People who said stop by another road, and what a later act changes. */
export const OPPOSITIONS: readonly Situation[] = [
  {
    name: 'asked by telephone for no more advertising at all',
    row: '16',
    count: 14,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...consentCells(random, 'newsletter-partners@2024-06', BOTH_PURPOSES),
          OPPOSITION_ROAD: 'phone',
          OPPOSITION_DATE: recently(random),
          OPPOSITION_SCOPE: 'global',
        }),
        expected: refused('OPPOSED_GLOBAL'),
      },
    ],
  },
  {
    name: 'wrote a letter: no more e-mail',
    row: '10',
    count: 14,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...consentCells(random, 'newsletter-partners@2024-06', BOTH_PURPOSES),
          OPPOSITION_ROAD: 'letter',
          OPPOSITION_DATE: recently(random),
          OPPOSITION_SCOPE: 'channel:email',
        }),
        expected: refused('OPPOSED_CHANNEL'),
      },
    ],
  },
  {
    name: 'reported the mail as spam',
    row: '10, OPP-3',
    count: 10,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...consentCells(random, 'newsletter@2024-01'),
          OPPOSITION_ROAD: 'complaint',
          OPPOSITION_DATE: recently(random),
          OPPOSITION_SCOPE: 'channel:email',
        }),
        expected: refused('OPPOSED_CHANNEL'),
      },
    ],
  },
  {
    name: 'refused own offers in the shop, keeps the partners’',
    row: '68, OPP-3',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...consentCells(random, 'newsletter-partners@2024-06', BOTH_PURPOSES),
          OPPOSITION_ROAD: 'shop',
          OPPOSITION_DATE: recently(random),
          OPPOSITION_SCOPE: 'purpose:email:own-offers',
        }),
        expected: ['refuse:OPPOSED_PURPOSE', 'refuse:OPPOSED_PURPOSE', 'allow', ''],
      },
    ],
  },
  {
    name: 'opposed, then agreed again with proof',
    row: '11',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...consentCells(random, 'newsletter@2024-01'),
          OPPOSITION_ROAD: 'email',
          OPPOSITION_DATE: '2026-02-10T09:30:00+01:00',
          OPPOSITION_SCOPE: 'purpose:email:own-offers',
          CONSENT_AGAIN_FORM: 'newsletter@2024-01',
          CONSENT_AGAIN_DATE: recently(random),
          CONSENT_AGAIN_CHANNELS: 'email',
          CONSENT_AGAIN_PROOF: aProof(random),
        }),
        expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', ''],
      },
    ],
  },
  {
    name: 'opposed, then a file says “opt-in” again',
    row: '12',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...consentCells(random, 'newsletter@2024-01'),
          OPPOSITION_ROAD: 'email',
          OPPOSITION_DATE: '2026-02-10T09:30:00+01:00',
          OPPOSITION_SCOPE: 'channel:email',
          CONSENT_AGAIN_FORM: 'newsletter@2024-01',
          CONSENT_AGAIN_DATE: recently(random),
          CONSENT_AGAIN_CHANNELS: 'email',
        }),
        expected: refused('OPPOSED_CHANNEL'),
      },
    ],
  },
  {
    name: 'opposed, then bought again',
    row: '13',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...saleCells(random, 'coffee', { SALE_DATE: recently(random) }),
          OPPOSITION_ROAD: 'email',
          OPPOSITION_DATE: '2026-02-10T09:30:00+01:00',
          OPPOSITION_SCOPE: 'channel:email',
        }),
        expected: refused('OPPOSED_CHANNEL'),
      },
    ],
  },
  {
    name: 'no more SMS, e-mail kept',
    row: '14, 15',
    count: 14,
    lines: [
      {
        reach: 'both',
        cells: (random, { number }) => ({
          ...consentCells(random, 'newsletter-sms@2024-03', { CONSENT_CHANNELS: 'email,sms' }),
          PERSON_REF: `C-${number}`,
          OPPOSITION_ROAD: 'account',
          OPPOSITION_DATE: recently(random),
          OPPOSITION_SCOPE: 'channel:sms',
        }),
        expected: ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', 'refuse:OPPOSED_CHANNEL'],
      },
    ],
  },
  {
    name: 'nothing any more, then e-mail again on request',
    row: '17, 18',
    count: 10,
    lines: [
      {
        reach: 'both',
        cells: (random, { number }) => ({
          ...consentCells(random, 'newsletter-sms@2024-03', { CONSENT_CHANNELS: 'email,sms' }),
          PERSON_REF: `C-${number}`,
          OPPOSITION_ROAD: 'letter',
          OPPOSITION_DATE: '2026-01-20T10:00:00+01:00',
          OPPOSITION_SCOPE: 'global',
          CONSENT_AGAIN_FORM: 'newsletter@2024-01',
          CONSENT_AGAIN_DATE: recently(random),
          CONSENT_AGAIN_CHANNELS: 'email',
          CONSENT_AGAIN_PROOF: aProof(random),
        }),
        expected: ['allow', 'allow', 'refuse:OPPOSED_GLOBAL', 'refuse:OPPOSED_GLOBAL'],
      },
    ],
  },
  {
    name: 'opposition and consent at the same instant',
    row: '19',
    count: 8,
    lines: [
      {
        reach: 'email',
        cells: (random) => {
          const instant = recently(random);
          return {
            ...consentCells(random, 'newsletter@2024-01', { CONSENT_DATE: instant, CONSENT_PROOF: aProof(random) }),
            OPPOSITION_ROAD: 'email',
            OPPOSITION_DATE: instant,
            OPPOSITION_SCOPE: 'channel:email',
          };
        },
        expected: refused('OPPOSED_CHANNEL'),
      },
    ],
  },
  {
    name: 'paper consent of Monday, opposed on Wednesday, keyed in on Friday',
    row: '71',
    count: 8,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...consentCells(random, 'paper-card@2023', {
            CONSENT_DATE: '2026-11-16T10:05:00+01:00',
            CONSENT_PROOF: aProof(random),
          }),
          OPPOSITION_ROAD: 'email',
          OPPOSITION_DATE: '2026-11-18T21:40:00+01:00',
          OPPOSITION_SCOPE: 'channel:email',
        }),
        expected: refused('OPPOSED_CHANNEL'),
      },
    ],
  },
  {
    name: 'one human: the number opposed to everything, the address follows',
    row: '69',
    count: 10,
    lines: [
      {
        reach: 'phone',
        cells: (random) => ({
          OPPOSITION_ROAD: 'phone',
          OPPOSITION_DATE: recently(random),
          OPPOSITION_SCOPE: 'global',
        }),
        expected: ['', '', '', 'refuse:OPPOSED_GLOBAL'],
      },
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'newsletter-partners@2024-06', BOTH_PURPOSES),
        expected: refused('OPPOSED_GLOBAL'),
      },
    ],
  },
  {
    name: 'one human, two addresses: a letter reaches both',
    row: '16, D1',
    count: 9,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'newsletter@2024-01'),
        expected: refused('OPPOSED_CHANNEL'),
      },
      {
        reach: 'email',
        address: mailAddressOf,
        cells: (random) => ({
          ...consentCells(random, 'newsletter@2024-01', { CONSENT_DATE: dateIn(random, 2025, 2025) }),
          OPPOSITION_ROAD: 'letter',
          OPPOSITION_DATE: recently(random),
          OPPOSITION_SCOPE: 'channel:email',
        }),
        expected: refused('OPPOSED_CHANNEL'),
      },
    ],
  },
  {
    name: 'took the consent back on the account page',
    row: '67, without a sale',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => consentCells(random, 'newsletter@2024-01', { CONSENT_WITHDRAWN_DATE: recently(random) }),
        expected: ['refuse:OPPOSED_PURPOSE', 'refuse:OPPOSED_PURPOSE', 'refuse:CONSENT_WITHDRAWN', ''],
      },
    ],
  },
  {
    name: 'customer who took the consent back',
    row: '67',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...saleCells(random, 'coffee'),
          ...consentCells(random, 'newsletter@2024-01', { CONSENT_WITHDRAWN_DATE: recently(random) }),
          CLAIMED_BASIS: 'existing-customer',
        }),
        expected: ['refuse:OPPOSED_PURPOSE', 'refuse:OPPOSED_PURPOSE', 'refuse', ''],
      },
    ],
  },
  {
    name: 'agreed, then ticked the refusal at checkout',
    row: '68',
    count: 12,
    lines: [
      {
        reach: 'email',
        cells: (random) => ({
          ...consentCells(random, 'newsletter@2024-01'),
          ...saleCells(random, 'coffee', { SALE_DATE: recently(random), SALE_REFUSED: 'yes' }),
        }),
        expected: ['refuse:OPPOSED_PURPOSE', 'refuse:OPPOSED_PURPOSE', 'refuse:CONSENT_WRONG_PURPOSE', ''],
      },
    ],
  },
];
