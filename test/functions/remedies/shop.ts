/** A shop with everything in order, of which each situation spoils one thing: forms, a checkout, offers, a profession. */
import { vi } from 'vitest';
import { EXAMPLES, type RouteName, routeOf } from '../../support/routes.ts';
import { ADVERTISER, aWorld } from '../support/api.ts';

export type Json = Readonly<Record<string, unknown>>;

const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
/** The file that shows an act. */
export const PROOF = { sha256: SHA256 };
const SHOWN = {
  mode: 'web',
  notice: { version: '2026-01' },
  shown: PROOF,
  approver: { name: 'Jeanne Roy', approvedAt: '2020-01-05T09:00:00+01:00' },
};
/** A form that asks for consent to every means, as it should. */
export const FORM: Json = {
  ...SHOWN,
  wording: 'J’accepte de recevoir par e-mail, par SMS, par MMS et par appel automatisé les offres de Maison Valmy.',
  channels: [
    { channel: 'email', words: 'par e-mail' },
    { channel: 'sms', words: 'par SMS' },
    { channel: 'mms', words: 'par MMS' },
    { channel: 'automated-call', words: 'par appel automatisé' },
  ],
  mechanism: 'checkbox',
  defaultState: 'empty',
};
/** An order form with its notice and its box to refuse. */
export const CHECKOUT: Json = {
  ...SHOWN,
  wording: 'Vos coordonnées serviront à vous adresser nos offres par e-mail, SMS et MMS. Cochez pour refuser.',
  refusal: { words: 'Cochez pour refuser.' },
};
export const LUMEN = { siren: '732829320', name: 'Atelier Lumen' };
export const VALMY = { siren: '552100554', name: 'Maison Valmy' };
/** The form of a partner's offers, which names it. */
export const FORM_OF_LUMEN: Json = {
  ...FORM,
  wording: 'J’accepte de recevoir par e-mail les offres d’Atelier Lumen, partenaire de Maison Valmy.',
  channels: [{ channel: 'email', words: 'par e-mail' }],
  purposes: ['partner-offers'],
  partnersNamed: [LUMEN],
};

export const MAIL = { email: 'camille.martin@example.com' };
/** A mailbox that anybody can have. */
export const FREE = { email: 'camille.martin@gmail.com' };
/** The general address of a house. */
export const GENERAL = { email: 'contact@menuiserie-durand.fr' };
export const PHONE = { phone: '+33639981234' };
export const DIRECTOR = { email: 'jean.petit@grandeboite.fr' };
/** The profession of a director of IT, told at a fair on that day. */
export const PROFESSION: Json = {
  function: 'it-director',
  rationale: 'Il choisit les logiciels.',
  source: { kind: 'data-subject', collectedAt: '2026-01-10T10:00:00Z', reference: 'salon' },
  noticeGivenAt: '2026-01-10T10:00:00Z',
  refusalOfferedAt: '2026-01-10T10:00:00Z',
};
/** A director of IT, by the SIREN of the firm. */
export const AS_DIRECTOR: Json = { contact: DIRECTOR, kind: 'professional', organisation: { siren: LUMEN.siren } };

/** The settings of the shop. */
export const SETTINGS: Json = {
  ...(EXAMPLES['put-advertiser'] as Json),
  professionalOffers: [{ function: 'it-director', offered: ['software'], rationale: 'Il choisit les logiciels.' }],
  offers: [
    { category: 'heat-pump', natures: ['home-energy-works'] },
    { category: 'toys', natures: ['child-directed'] },
  ],
};

/** A reason as the API tells it. */
export interface Told {
  readonly code: string;
  readonly detail?: string;
  readonly factId?: string;
  readonly sentence: { readonly fr: string; readonly en: string };
  readonly found?: { readonly fr: string; readonly en: string };
  readonly citation?: { readonly number: string; readonly paragraph?: string; readonly quote?: string };
  readonly sanctions: readonly Json[];
  readonly remedy?: {
    readonly sentence: { readonly fr: string; readonly en: string };
    readonly pointer?: string;
    readonly route?: string;
  };
}
/** A verdict as the API gives it. */
export interface Verdict {
  readonly outcome: string;
  readonly reasons: readonly Told[];
  readonly notes: readonly Told[];
}

type Made = {
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
};

/** What one does to the shop, by the API alone. */
export interface Shop {
  /** Makes a call; its answer, which must be no refusal. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes.
  readonly call: (name: RouteName, made: Made) => Promise<any>;
  readonly form: (formId: string, version: string, body?: Json) => Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: the answer of the route.
  readonly consent: (more?: Json) => Promise<any>;
  readonly sale: (more?: Json) => Promise<void>;
  readonly contact: (more: Json) => Promise<void>;
  readonly opposes: (more?: Json) => Promise<void>;
  readonly settings: (more: Json) => Promise<void>;
  /** The verdict on an own mail about wine, or on what is asked otherwise. */
  readonly asks: (more?: Json) => Promise<Verdict>;
  /** `POST /v1/consents`: the calls that were made since the last question. */
  readonly made: () => readonly string[];
  readonly waits: (minutes: number) => void;
}

const settingsPath = { advertiserId: ADVERTISER };
/** Functions keep settings for three seconds. */
const SECONDS_KEPT = 4;

/** A shop of these settings, on Tuesday 24 November 2026 at 11:00 in Paris. */
export const aShop = async (settings: Json = {}): Promise<Shop> => {
  const world = await aWorld();
  let [made, isNew]: [string[], boolean] = [[], true];
  const call: Shop['call'] = async (name, { body, ...more }) => {
    const { method, path } = routeOf(name);
    made.push(`${method} ${path}`);
    const answer = await world.call(name, { ...more, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 400) throw new Error(`${name} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  const shop: Shop = {
    call,
    form: async (formId, version, body = FORM) => {
      await call('put-form-version', { path: { ...settingsPath, formId, version }, body });
    },
    consent: (more = {}) =>
      call('record-consent', {
        body: {
          ...{ contact: MAIL, channels: ['email'], form: { formId: 'nl', version: '1' } },
          ...{ givenAt: '2026-11-20T10:00:00+01:00', ...more },
        },
      }),
    sale: async (more = {}) => {
      const sold = { soldAt: '2026-11-02T10:00:00+01:00', lines: [{ category: 'wine' }] };
      const form = { formId: 'checkout', version: '1' };
      await call('record-sale', { body: { contact: MAIL, reference: 'C1', type: 'order', ...sold, form, ...more } });
    },
    contact: async (more) => {
      await call('declare-contact', { body: { contact: MAIL, ...more } });
    },
    opposes: async (more = {}) => {
      await call('register-opposition', { body: { contact: MAIL, via: 'phone', ...more } });
    },
    settings: async (more) => {
      const body = { ...SETTINGS, ...settings, ...more };
      await call('put-advertiser', { path: settingsPath, body, headers: isNew ? {} : { 'If-Match': '*' } });
      isNew = false;
      vi.setSystemTime(new Date(Date.now() + SECONDS_KEPT * 1000));
    },
    asks: async (more = {}) => {
      const isCalled = Object.hasOwn(Object(more.contact), 'phone');
      const usual = {
        contact: MAIL,
        offerCategory: 'wine',
        ...(isCalled ? { channel: 'sms' } : { subject: 'Nos vins' }),
      };
      const { verdicts } = await call('give-verdicts', { body: { messages: [{ ...usual, ...more }] } });
      made = [];
      return verdicts[0];
    },
    made: () => [...made],
    waits: (minutes) => vi.setSystemTime(new Date(Date.now() + minutes * 60_000)),
  };
  await shop.settings({});
  return shop;
};
