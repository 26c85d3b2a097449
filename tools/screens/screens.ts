import * as companies from './companies.ts';
import { type Screen, seen } from './screen.ts';

const DEMO = 'demo/newsletters/';
const HONEST = 'test/mails/blind/honest/';
const SHEETS = 'test/mails/blind/sheets/';
const OWN_LINK = 'test/mails/blind/own-link/';
const OURS = 'tools/screens/designs/';

const AGREED = { basis: 'consent', since: '2026-03-01T10:00:00.000Z' } as const;
const BOUGHT = { basis: 'existing-customer', since: '2026-05-20T10:00:00.000Z' } as const;

/** What docs/screens/ shows, in its order. */
export const SCREENS: readonly Screen[] = [
  {
    name: '01-mjml-600',
    shows: 'A newsletter made with MJML, on a desktop. The block is as wide as the mail, 620 px.',
    design: `${DEMO}1-new-harvest.html`,
    mode: seen(600),
    said: { ...companies.VENTADOUR, why: AGREED },
  },
  {
    name: '02-mjml-375',
    shows: 'The same on a phone.',
    design: `${DEMO}1-new-harvest.html`,
    mode: seen(375),
    said: { ...companies.VENTADOUR, why: AGREED },
  },
  {
    name: '03-tables-outlook-600',
    shows: 'A newsletter of nested tables as Outlook for Windows shows it.',
    design: `${DEMO}2-machines.html`,
    mode: seen(600, 'light', 'outlook'),
    said: { ...companies.VENTADOUR, why: BOUGHT },
  },
  {
    name: '04-partner-600',
    shows: 'The offer of a partner: the sentence says to what the reader agreed.',
    design: `${DEMO}3-partner-weekend.html`,
    mode: seen(600),
    said: { ...companies.VENTADOUR, why: { ...AGREED, areOffersOfPartners: true } },
  },
  {
    name: '05-dark-mode-600',
    shows: 'A design with a dark mode of its own, in the dark. The block keeps its colours.',
    design: `${HONEST}02-dark-mode-complete.html`,
    mode: seen(600, 'dark'),
    said: { ...companies.TOUSSAINT, why: BOUGHT },
  },
  {
    name: '06-dark-mode-375',
    shows: 'The same on a phone, with colours of the advertiser that suit the dark.',
    design: `${HONEST}02-dark-mode-complete.html`,
    mode: seen(375, 'dark'),
    said: { ...companies.TOUSSAINT, why: BOUGHT, colours: { background: '#16181c', ink: '#eceff4' } },
  },
  {
    name: '07-dark-design-600',
    shows: 'A design that is dark for everyone; the block in the colours of the advertiser.',
    design: `${HONEST}16-dark-design.html`,
    mode: seen(600),
    said: {
      ...companies.DISQUES,
      why: BOUGHT,
      colours: { background: '#1a1a22', ink: '#f6c945' },
    },
  },
  {
    name: '08-light-320',
    shows: 'A grid of products on the smallest phone.',
    design: `${HONEST}19-price-grid.html`,
    mode: seen(320),
    said: { ...companies.PANIER, why: BOUGHT },
  },
  {
    name: '09-wide-1200',
    shows: 'A mail that states its width, in a window of 1,200 px.',
    design: `${HONEST}13-hero-absolute.html`,
    mode: seen(1200),
    said: {
      ...companies.PINS,
      why: BOUGHT,
    },
  },
  {
    name: '10-plain-letter-600',
    shows: 'A plain letter without any style.',
    design: `${HONEST}20-plain-letter.html`,
    mode: seen(600),
    said: {
      ...companies.MARTIN,
      why: BOUGHT,
    },
  },
  {
    name: '11-plain-letter-1200',
    shows: 'The same letter in a wide window: it states no width, so the block has 600 px.',
    design: `${HONEST}20-plain-letter.html`,
    mode: seen(1200),
    said: {
      ...companies.MARTIN,
      why: BOUGHT,
    },
  },
  {
    name: '12-long-name-600',
    shows: 'An advertiser whose names, address and mailbox are very long.',
    design: `${OURS}cooperative.html`,
    mode: seen(600),
    said: { ...companies.LONG, why: AGREED },
  },
  {
    name: '13-long-name-320',
    shows: 'The same on the smallest phone: nothing is cut and nothing is wider than the screen.',
    design: `${OURS}cooperative.html`,
    mode: seen(320),
    said: { ...companies.LONG, why: AGREED },
  },
  {
    name: '14-right-to-left-375',
    shows: 'A mail that is read from the right, on a phone; the block is in the language of the reader.',
    design: `${OURS}rtl.html`,
    mode: seen(375),
    said: {
      ...companies.NOGA,
      why: AGREED,
    },
  },
  {
    name: '15-own-link-dark-600',
    shows:
      'In English. The author’s own way to stop is above ours, and in the dark it is white on white: ours is seen all the same.',
    design: `${OWN_LINK}01-dark-white-on-white.html`,
    mode: seen(600, 'dark'),
    said: { ...companies.HARROW, language: 'en', why: BOUGHT },
  },
  {
    name: '16-white-links-375',
    shows:
      'In English. A style sheet that makes every link white, `!important`: the button keeps it, the block does not.',
    design: `${SHEETS}06-links-white.html`,
    mode: seen(375),
    said: {
      ...companies.NORTHLIGHT,
      language: 'en',
      why: BOUGHT,
    },
  },
  {
    name: '17-hidden-on-phones-375',
    shows: 'A style sheet that hides every table but the author’s on a phone: the block stays.',
    design: `${SHEETS}45-media-600.html`,
    mode: seen(375),
    said: {
      ...companies.VAL,
      why: AGREED,
    },
  },
  {
    name: '18-veil-600',
    shows: 'In English. A veil laid over the lower half of the window: the block is above it.',
    design: `${SHEETS}52-overlay-fixed.html`,
    mode: seen(600),
    said: {
      ...companies.TIDEWATER,
      language: 'en',
      why: AGREED,
    },
  },
  {
    name: '19-professional-outlook-600',
    shows: 'In English, to a professional: where the address comes from. As Outlook for Windows shows it.',
    design: `${HONEST}14-bulletproof-buttons.html`,
    mode: seen(600, 'light', 'outlook'),
    said: {
      ...companies.CORK,
      language: 'en',
      why: {
        basis: 'professional-interest',
        source: 'the exhibitors’ list of the Paris Retail Fair',
        since: '2026-09-15T08:00:00.000Z',
      },
    },
  },
  {
    name: '20-relation-1200',
    shows:
      'In English. No advertising but a message that follows up on a relation: the sentence says so, and how to refuse.',
    design: `${OURS}survey.html`,
    mode: seen(1200),
    said: {
      ...companies.WOOLHOUSE,
      language: 'en',
      why: { basis: 'relation' },
    },
  },
];
