/**
 * The columns of `contacts.csv`, in order: those of a Brevo export of a French account, the advertiser's own attributes,
 * and the columns that say what must come out. `docs/demo.md` says where each comes from.
 */

/** What Brevo exports of every contact. */
const BREVO_COLUMNS = [
  'EMAIL',
  'PRENOM',
  'NOM',
  'SMS',
  'WHATSAPP',
  'LANDLINE_NUMBER',
  'EXT_ID',
  'CONTACT_TIMEZONE',
  'JOB_TITLE',
  'LINKEDIN',
  'OPT_IN',
  'DOUBLE_OPT-IN',
  'EMAIL_MARKETING',
  'SMS_MARKETING',
  'ADDED_TIME',
  'MODIFIED_TIME',
] as const;

/** Custom attributes: the recorded facts of each contact, as the advertiser keeps them. */
const FACT_COLUMNS = [
  'KIND',
  'FUNCTION',
  'FUNCTION_RATIONALE',
  'SOURCE',
  'SOURCE_REFERENCE',
  'SOURCE_DATE',
  'NOTICE_DATE',
  'REFUSAL_OFFERED_DATE',
  'ORGANISATION_FORM',
  'ORGANISATION_SIREN',
  'COUNTRY',
  'DEPARTMENT',
  'LANGUAGE',
  'PERSON_REF',
  'LAST_ACT_DATE',
  'STATED_BASIS',
  'CONSENT_FORM',
  'CONSENT_DATE',
  'CONSENT_CHANNELS',
  'CONSENT_PURPOSES',
  'CONSENT_PROOF',
  'CONSENT_COLLECTOR',
  'CONSENT_TRANSFERRED_BY',
  'CONSENT_WITHDRAWN_DATE',
  'CONSENT_AGAIN_FORM',
  'CONSENT_AGAIN_DATE',
  'CONSENT_AGAIN_CHANNELS',
  'CONSENT_AGAIN_PROOF',
  'SALE_TYPE',
  'SALE_REFERENCE',
  'SALE_DATE',
  'SALE_LINES',
  'SALE_FORM',
  'SALE_REFUSED',
  'SALE_COORDINATES_FROM',
  'SALE_SELLER_SIREN',
  'SALE_CANCELLED_DATE',
  'SALE_RELATION_END_DATE',
  'OPPOSITION_VIA',
  'OPPOSITION_DATE',
  'OPPOSITION_SCOPE',
] as const;

/** Read only to judge: they never reach a request. */
export const EXPECTED_COLUMNS = ['expected_1', 'expected_2', 'expected_3', 'expected_sms', 'row', 'situation'] as const;

export const COLUMNS = [...BREVO_COLUMNS, ...FACT_COLUMNS, ...EXPECTED_COLUMNS] as const;
export type Column = (typeof COLUMNS)[number];
export type DataColumn = Exclude<Column, (typeof EXPECTED_COLUMNS)[number]>;
export type Cells = { readonly [C in DataColumn]?: string };
