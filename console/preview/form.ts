import * as z from 'zod/mini';
import { maybe } from '../frame/asked.ts';

const id = z.string().check(z.minLength(1));

/** What the form of the page sends; a merge value comes as `value.<name of the field>`. */
export const PreviewForm = z.object({
  advertiser: id,
  template: id,
  version: id,
  reader: z._default(z.enum(['invented', 'real']), 'invented'),
  address: maybe,
  language: z._default(z.enum(['fr', 'en']), 'fr'),
  fact: z._default(z.enum(['none', 'consent', 'order']), 'none'),
  on: maybe,
  formId: maybe,
  formVersion: maybe,
  category: maybe,
  facts: maybe,
  partnerName: maybe,
  partnerSiren: maybe,
  pictures: z.optional(z.literal('on')),
});
export type PreviewForm = z.infer<typeof PreviewForm>;

const VALUE = 'value.';
/** The name of the form's field for the value of a merge field. */
export const nameOfValue = (field: string): string => `${VALUE}${field}`;

/** The merge values of a form; what is left empty is not given. */
export const valuesIn = (body: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(Object(body) as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
      name.startsWith(VALUE) && typeof value === 'string' && value !== '' ? [[name.slice(VALUE.length), value]] : [],
    ),
  );

/** The first hour of a day in Paris, winter and summer: of today, it is past. */
const startOf = (day: string): string => `${day}T00:00:00+01:00`;

const factOf = (
  { fact, on, formId, formVersion, category }: PreviewForm,
  channel: string,
  purpose: 'own-offers' | 'partner-offers',
): object => {
  const form = formId === '' ? {} : { form: { formId, version: formVersion } };
  if (fact === 'none') return {};
  return fact === 'consent'
    ? { consents: [{ channels: [channel], purpose, ...form, givenAt: startOf(on) }] }
    : { sales: [{ type: 'order', soldAt: startOf(on), lines: [{ category }], ...form }] };
};

/** What is asked of the API. Throws `SyntaxError` when the facts are no JSON. */
export const requestOf = (
  asked: PreviewForm,
  mergeValues: Readonly<Record<string, string>>,
  channel: string,
): object => {
  const { reader, address, language, facts, partnerName: name, partnerSiren: siren } = asked;
  const purpose = name === '' && siren === '' ? 'own-offers' : 'partner-offers';
  const about = {
    purpose,
    ...(purpose === 'own-offers' ? {} : { partner: { name, siren } }),
    mergeValues,
  };
  if (reader === 'real') return { contact: address.includes('@') ? { email: address } : { phone: address }, ...about };
  const invented = facts === '' ? { language, ...factOf(asked, channel, purpose) } : (JSON.parse(facts) as object);
  return { invented, ...about };
};
