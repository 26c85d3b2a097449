import type { Cells, DataColumn } from '../export/columns.ts';

/** One call that records facts of a contact, and the columns that its parts were read from. */
export interface FactRequest {
  readonly method: 'PUT' | 'POST';
  readonly path: '/v1/contacts' | '/v1/oppositions' | '/v1/sales' | '/v1/consents';
  readonly body: Readonly<Record<string, unknown>>;
  /** First segment of a problem's pointer to the column it came from. */
  readonly columnOf: Readonly<Record<string, DataColumn>>;
  /** The person took this consent back at that instant: one more call, with the id answered. */
  readonly withdrawnAt?: string | undefined;
}

/** One address of a line: the contact of its e-mail address or of its mobile number. */
export interface ContactOfRow {
  readonly kind: 'email' | 'phone';
  readonly contact: { readonly email: string } | { readonly phone: string };
}

/** Brevo writes numbers as bare digits, country code first. */
const withPlus = (number: string): string => (/^[1-9]\d/.test(number) ? `+${number}` : number);

export const contactsOf = (cells: Cells): readonly ContactOfRow[] => [
  ...(cells.EMAIL ? [{ kind: 'email', contact: { email: cells.EMAIL } } as const] : []),
  ...(cells.SMS ? [{ kind: 'phone', contact: { phone: withPlus(cells.SMS) } } as const] : []),
];

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
const some = (fields: Record<string, unknown>): Record<string, unknown> | undefined => {
  const kept = given(fields);
  return Object.keys(kept).length === 0 ? undefined : kept;
};
const list = (cell: string | undefined): string[] => (cell ? cell.split(',') : []);

const formOf = (cell: string | undefined) => {
  const [formId, version] = (cell ?? '').split('@');
  return formId && version ? { formId, version } : undefined;
};
const companyOf = (cell: string | undefined) => (cell ? { siren: cell.slice(0, 9), name: cell.slice(10) } : undefined);
const proofOf = (cell: string | undefined) => (cell ? { sha256: cell, mediaType: 'application/pdf' } : undefined);

const declared = (cells: Cells): Record<string, unknown> => {
  const isOrganisation = Boolean(cells.ORGANISATION_FORM || cells.ORGANISATION_SIREN);
  const source = some({
    kind: cells.SOURCE,
    reference: cells.SOURCE_REFERENCE,
    collectedAt: cells.SOURCE_DATE,
  });
  const profession = {
    function: cells.FUNCTION,
    rationale: cells.FUNCTION_RATIONALE,
    noticeGivenAt: cells.NOTICE_DATE,
    refusalOfferedAt: cells.REFUSAL_OFFERED_DATE,
  };
  const isProfessional = cells.KIND === 'professional' || some(profession) !== undefined;
  const organisation = {
    legalForm: cells.ORGANISATION_FORM,
    siren: cells.ORGANISATION_SIREN,
    source: cells.SOURCE_REFERENCE,
  };
  return given({
    kind: cells.KIND,
    profession: isProfessional ? some({ ...profession, source }) : undefined,
    organisation: isOrganisation ? some(organisation) : undefined,
    zone: cells.CONTACT_TIMEZONE,
    language: cells.LANGUAGE,
    country: cells.COUNTRY,
    department: cells.DEPARTMENT,
    source: cells.SOURCE,
    lastActAt: cells.LAST_ACT_DATE,
    personRef: cells.PERSON_REF,
  });
};

const declaration = (cells: Cells): FactRequest[] => {
  const body = declared(cells);
  const columnOf = {
    kind: 'KIND',
    profession: 'FUNCTION',
    zone: 'CONTACT_TIMEZONE',
    lastActAt: 'LAST_ACT_DATE',
  } as const;
  return Object.keys(body).length === 0 ? [] : [{ method: 'PUT', path: '/v1/contacts', body, columnOf }];
};

const oppositionScopeOf = (cell: string) => {
  const [scope, channels, purpose] = cell.split(':');
  return given({ scope, channels: channels?.split('+'), purpose });
};

const opposition = (cells: Cells): FactRequest[] => {
  if (!cells.OPPOSITION_VIA) return [];
  const body = given({
    via: cells.OPPOSITION_VIA,
    occurredAt: cells.OPPOSITION_DATE,
    of: oppositionScopeOf(cells.OPPOSITION_SCOPE ?? 'global'),
  });
  const columnOf = { via: 'OPPOSITION_VIA', occurredAt: 'OPPOSITION_DATE', of: 'OPPOSITION_SCOPE' } as const;
  return [{ method: 'POST', path: '/v1/oppositions', body, columnOf }];
};

/** `yes`: refused, nobody recorded what; else the scope, written like that of an opposition. */
const refusalOf = (cell: string | undefined) => {
  if (!cell) return undefined;
  return cell === 'yes' ? {} : { of: oppositionScopeOf(cell) };
};

const sale = (cells: Cells): FactRequest[] => {
  if (!cells.SALE_TYPE) return [];
  const body = given({
    reference: cells.SALE_REFERENCE,
    type: cells.SALE_TYPE,
    soldAt: cells.SALE_DATE,
    lines: list(cells.SALE_LINES).map((category) => ({ category })),
    form: formOf(cells.SALE_FORM),
    refusal: refusalOf(cells.SALE_REFUSED),
    coordinatesFrom: cells.SALE_COORDINATES_FROM,
    sellerSiren: cells.SALE_SELLER_SIREN,
    cancelledAt: cells.SALE_CANCELLED_DATE,
    relation: cells.SALE_RELATION_END_DATE && { state: 'ended', endedAt: cells.SALE_RELATION_END_DATE },
  });
  const columnOf = { soldAt: 'SALE_DATE', type: 'SALE_TYPE', lines: 'SALE_LINES', form: 'SALE_FORM' } as const;
  return [{ method: 'POST', path: '/v1/sales', body, columnOf }];
};

const consents = (cells: Cells): FactRequest[] => {
  if (!cells.CONSENT_DATE) return [];
  const columnOf = { givenAt: 'CONSENT_DATE', form: 'CONSENT_FORM', channels: 'CONSENT_CHANNELS' } as const;
  return list(cells.CONSENT_PURPOSES ?? 'own-offers').map((purpose) => ({
    method: 'POST',
    path: '/v1/consents',
    body: given({
      channels: list(cells.CONSENT_CHANNELS),
      purpose,
      form: formOf(cells.CONSENT_FORM),
      givenAt: cells.CONSENT_DATE,
      collector: companyOf(cells.CONSENT_COLLECTOR),
      transferredBy: cells.CONSENT_TRANSFERRED_BY ? [companyOf(cells.CONSENT_TRANSFERRED_BY)] : undefined,
      proof: proofOf(cells.CONSENT_PROOF),
    }),
    columnOf,
    withdrawnAt: cells.CONSENT_WITHDRAWN_DATE,
  }));
};

const consentAgain = (cells: Cells): FactRequest[] => {
  if (!cells.CONSENT_AGAIN_DATE) return [];
  const body = given({
    channels: list(cells.CONSENT_AGAIN_CHANNELS),
    purpose: 'own-offers',
    form: formOf(cells.CONSENT_AGAIN_FORM),
    givenAt: cells.CONSENT_AGAIN_DATE,
    proof: proofOf(cells.CONSENT_AGAIN_PROOF),
  });
  return [{ method: 'POST', path: '/v1/consents', body, columnOf: { givenAt: 'CONSENT_AGAIN_DATE' } }];
};

/**
 * The facts of a line, in the order in which a file should be imported: who it is, oppositions, sales, consents (D10),
 * so that an old consent never lifts a later opposition by the order of import. Every fact is recorded at every address
 * of the line, except an opposition, which is registered once and covers the person's other address by itself.
 */
export const factsOf = (
  cells: Cells,
): { readonly ofEach: readonly FactRequest[]; readonly registeredOnce: readonly FactRequest[] } => ({
  ofEach: [...declaration(cells), ...sale(cells), ...consents(cells), ...consentAgain(cells)],
  registeredOnce: opposition(cells),
});
