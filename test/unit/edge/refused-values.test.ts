import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ContactAddress } from '#shared/contracts/http/contact-address.ts';
import { putAdvertiserRoute } from '#shared/contracts/http/routes/put-advertiser.ts';
import { putFormVersionRoute } from '#shared/contracts/http/routes/put-form-version.ts';
import { putTemplateVersionRoute } from '#shared/contracts/http/routes/put-template-version.ts';
import { recordConsentRoute } from '#shared/contracts/http/routes/record-consent.ts';
import { recordConsentsRoute } from '#shared/contracts/http/routes/record-consents.ts';
import { Detail } from '#shared/contracts/inbound/consent-collected.v1.ts';
import { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import { Failure } from '#shared/domain/failure.ts';
import { parseEach, parseOrRefuse } from '#shared/edge/validate.ts';
import { EXAMPLES } from '../../support/routes.ts';

const SETTINGS = EXAMPLES['put-advertiser'] as Record<string, object>;
const FORM = EXAMPLES['put-form-version'] as Record<string, object>;

const faultsOf = (schema: z.ZodMiniType, value: unknown): readonly string[] => {
  try {
    parseOrRefuse(schema, value);
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  }
};

const ONE_LINE = 'one line, without control characters or marks of direction';
const PROSE = 'without control characters, and nothing that turns the direction of writing';
const SEEN = 'something that is seen';
const sender = (name: string) => ({ senders: { email: [{ address: 'a@valmy.example', name }] } });
const window = (from: string, until: string) => ({ sms: { window: { from, until } } });

describe('settings', () => {
  test.each<[string, object, readonly string[]]>([
    ['as in the example', {}, []],
    ['a name with a line break', { legalName: 'Valmy\r\nBcc: x' }, [`/legalName: ${ONE_LINE}`]],
    ['a trade name with a NUL', { tradeNames: ['Val\u0000my'] }, [`/tradeNames/0: ${ONE_LINE}`]],
    ['a sender whose name is turned round', sender('Valmy \u202Eymlav'), [`/senders/email/0/name: ${ONE_LINE}`]],
    ['a sender with a mark of direction', sender('Valmy\u200F'), [`/senders/email/0/name: ${ONE_LINE}`]],
    ['an address on two lines', { postalAddress: '12 rue\nReims' }, [`/postalAddress: ${ONE_LINE}`]],
    [
      'a rationale on two lines, and one with an escape',
      {
        analogies: [
          { sold: 'wine', offered: ['wine'], rationale: 'Le même\nproduit.' },
          { sold: 'wine', offered: ['wine'], rationale: 'Le \u001Bmême.' },
        ],
      },
      [`/analogies/1/rationale: ${PROSE}`],
    ],
    ...[...'\u200B\u3164\u2060\u00AD\u2800\uFEFF\u115F\uFFA0\u{1D159}\u{E0020}'].map(
      (unseen): [string, object, string[]] => [
        `a name of ${unseen.codePointAt(0)?.toString(16)} alone`,
        { legalName: unseen, tradeNames: [`${unseen} ${unseen}`] },
        // White space at the ends is taken off before.
        unseen === '\uFEFF'
          ? ['/legalName: must not be empty', '/tradeNames/0: must not be empty']
          : [`/legalName: ${SEEN}`, `/tradeNames/0: ${SEEN}`],
      ],
    ),
    [
      'an address and a mailbox that nobody sees',
      { postalAddress: '\u3164', contact: { phone: '\u2800' } },
      [`/postalAddress: ${SEEN}`, `/contact/phone: ${SEEN}`],
    ],
    ['a sender whose name nobody sees', sender('\u3164'), [`/senders/email/0/name: ${SEEN}`]],
    [
      'names of a sign, of an emoji, in Korean, in Persian with a joiner',
      { legalName: '👍🏽', tradeNames: ['+', '한국', 'می\u200Cخواهم'] },
      [],
    ],
    ['letters with accents and apostrophes', { legalName: 'L’Été — Œnothèque & Cie' }, []],
    ['a window at 99:99', window('99:99', '21:00'), ['/sms/window/from: a time of the day, 00:00 to 23:59']],
    ['a window in words', window('08:00', 'soir'), ['/sms/window/until: a time of the day, 00:01 to 24:00']],
    ['a window that ends before', window('20:00', '09:00'), ['/sms/window/until: the window ends before it begins']],
    ['a window of no minute', window('09:00', '09:00'), ['/sms/window/until: the window ends before it begins']],
    ['the whole day', window('00:00', '24:00'), []],
    ['a SIREN that fails its check', { siren: '123456789' }, ['/siren: not a SIREN: its check digit is wrong']],
  ])('%s', (_, changes, faults) => {
    expect(faultsOf(putAdvertiserRoute.body, { ...SETTINGS, ...changes })).toEqual(faults);
  });
});

describe('a form', () => {
  test.each<[string, object, readonly string[]]>([
    ['in a language that is none', { language: 'xx' }, ['/language: no language of ISO 639-1 has this code']],
    ['whose wording has several lines', { wording: 'J’accepte\npar e-mail', channels: [] }, []],
    ['whose wording is in Arabic with marks', { wording: 'أوافق \u200Fعلى', channels: [] }, []],
    ['whose wording nobody sees', { wording: '\u3164\n\u2800', channels: [] }, [`/wording: ${SEEN}`]],
    ['whose wording is turned round', { wording: 'a\u202Eb', channels: [] }, [`/wording: ${PROSE}`]],
    [
      'with a partner that fails its check',
      { partnersNamed: [{ siren: '775684332', name: 'Gîtes' }] },
      ['/partnersNamed/0/siren: not a SIREN: its check digit is wrong'],
    ],
  ])('%s', (_, changes, faults) => {
    expect(faultsOf(putFormVersionRoute.body, { ...FORM, ...changes })).toEqual(faults);
  });
});

describe('content, of which each channel has its own form', () => {
  const template = EXAMPLES['put-template-version'] as {
    readonly content: { readonly email: Record<string, unknown> };
  };
  const { subject, ...email } = template.content.email;
  test.each<[string, object, readonly string[]]>([
    [
      'with a field misspelt',
      { email: { ...email, subjct: subject } },
      ['/content/email/subject: required', '/content/email/subjct: unknown field'],
    ],
    [
      'with one field misspelt and one too many',
      { email: { ...email, subject, htlm: '', preheader: '' } },
      ['/content/email/htlm: unknown field', '/content/email/preheader: unknown field'],
    ],
    ['that is no object', { email: 3 }, ['/content/email: must be an object']],
    ['of a channel misspelt', { emial: email }, ['/content: none of the accepted forms']],
  ])('%s', (_, content, faults) => {
    expect(faultsOf(putTemplateVersionRoute.body, { ...template, content })).toEqual(faults);
  });
});

describe('of whom a request is', () => {
  const ONE_OF_TWO = '/contact: an object with email or with phone, not with both';
  const [email, phone] = ['camille.martin@example.com', '+33639980001'];
  test.each<[string, unknown, readonly string[]]>([
    ['an address', { email }, []],
    ['a number', { phone }, []],
    ['both', { email, phone }, [ONE_OF_TWO]],
    ['neither', {}, [ONE_OF_TWO]],
    ['a text', email, [ONE_OF_TWO]],
    ['nothing', undefined, ['/contact: required']],
    [
      'an address beside an empty number',
      { email, phone: '' },
      ['/contact/phone: cannot be given with the other fields'],
    ],
    [
      'a number beside an empty address',
      { email: '', phone },
      ['/contact/email: cannot be given with the other fields'],
    ],
    ['an address with a name', { email, name: 'Camille' }, ['/contact/name: unknown field']],
    [
      'a name beside both',
      { email, phone: '', name: 'Camille' },
      ['/contact/phone: cannot be given with the other fields', '/contact/name: unknown field'],
    ],
  ])('%s', (_, contact, faults) => {
    expect(faultsOf(z.strictObject({ contact: ContactAddress }), { contact })).toEqual(faults);
  });
});

describe('a consent that is asked to be recorded', () => {
  const { contact, givenAt, channels, form } = EXAMPLES['record-consent'] as Record<string, unknown>;
  const missing = '/channels: expected, where the form does not carry exactly one channel';
  test.each<[string, object, readonly string[]]>([
    ['of which nothing is said', {}, ['/contact: required', '/givenAt: required', missing]],
    ['with neither channels nor form', { contact, givenAt }, [missing]],
    ['with its channels', { contact, givenAt, channels }, []],
    ['with its form', { contact, givenAt, form }, []],
    ['with a form alone', { form }, ['/contact: required', '/givenAt: required']],
    [
      'with channels that are none',
      { contact, channels: 'email' },
      ['/givenAt: required', '/channels: must be an array'],
    ],
  ])('%s', (_, body, faults) => {
    expect(faultsOf(recordConsentRoute.body, body).toSorted()).toEqual(faults.toSorted());
    const item = parseEach(recordConsentsRoute.item, [body])[0];
    expect(item instanceof Failure ? item.errors.length : 0).toBe(faults.length);
    const inEvent = { advertiserId: 'maison-valmy', idempotencyKey: 'signup-1', ...body };
    expect(faultsOf(Detail, inEvent)).toHaveLength(faults.length);
  });
});

describe('what is declared of a contact', () => {
  test.each<[string, object, readonly string[]]>([
    ['a zone that is none', { zone: 'Foo/Bar' }, ['/zone: no time zone of IANA has this name']],
    ['a zone in words', { zone: 'Paris' }, ['/zone: an IANA time zone']],
    ['a zone in America', { zone: 'America/Argentina/Ushuaia' }, []],
    ['a language that is none', { language: 'xx' }, ['/language: no language of ISO 639-1 has this code']],
    ['a language in capitals', { language: 'FR' }, ['/language: a two-letter language']],
    ['a country that is none', { country: 'XX' }, ['/country: no country of ISO 3166-1 has this code']],
    [
      'the code that people use of the United Kingdom',
      { country: 'UK' },
      ['/country: no country of ISO 3166-1 has this code'],
    ],
    ['a territory', { zone: 'Indian/Reunion', language: 'fr', country: 'RE' }, []],
  ])('%s', (_, declared, faults) => {
    expect(faultsOf(DeclaredFacts, declared)).toEqual(faults);
  });
});
