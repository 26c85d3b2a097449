import type { Mentions, Why } from '#shared/channels/content/mentions.ts';
import { collectionSourceOf } from '#shared/domain/contact/contact.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { StoredReason, StoredVerdict } from '#shared/domain/message/verdict.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';

/** The reason of an allowing verdict that names the basis it rests on (D21). */
const basisOf = (verdict: StoredVerdict): StoredReason | undefined =>
  verdict.reasons.find(
    ({ code }) => (code.startsWith('OK_') && code !== 'OK_RENEWAL_REQUEST') || code.startsWith('NOT_PROSPECTING_'),
  );

const whyOfProfession = (standing: Standing | undefined, language: Mentions['language']): Why | undefined => {
  if (standing === undefined) return undefined;
  const { source } = standing.declared.profession ?? {};
  const since = source?.collectedAt === undefined ? {} : { since: source.collectedAt };
  return {
    basis: 'professional-interest',
    source: source?.reference ?? FOOTER_WORDS[language].sources[collectionSourceOf(standing.declared)],
    ...since,
  };
};

/** A test of a transactional template says no more than its messages do; of any other, that its reader agreed to tests. */
const whyOfTest = ({ detail }: StoredReason, standing: Standing | undefined): Why | undefined => {
  if (detail === 'transactional') return { basis: 'service' };
  const since = standing?.declared.testsAgreed?.agreedAt;
  return since && { basis: 'test', since, ...(detail === 'relational' ? { isNoAdvertising: true } : {}) };
};

/**
 * Why this reader gets the message, true by the verdict: the basis that held, and its date (D12). `undefined` when the
 * verdict names none, and then nothing may leave.
 */
export const whyOf = (
  verdict: StoredVerdict,
  standing: Standing | undefined,
  language: Mentions['language'],
): Why | undefined => {
  const why = whyByBasis(basisOf(verdict), standing, language);
  const asksToRenew = verdict.reasons.some(({ code }) => code === 'OK_RENEWAL_REQUEST');
  return why && asksToRenew ? { ...why, asksToRenew } : why;
};

/** Every reason that a question whether this reader wants to stay can give (RET-4), whichever verdict there is. */
export const whysOfRenewal = (standing: Standing | undefined, language: Mentions['language']): readonly Why[] => {
  const bases: readonly StoredReason[] = [
    ...(standing?.consents ?? []).map(({ id }) => ({ code: 'OK_CONSENT', factId: id })),
    ...(standing?.sales ?? []).flatMap(({ id }) => [
      { code: 'OK_SOFT_OPT_IN', factId: id },
      { code: 'OK_NON_COMMERCIAL_APPEAL', factId: id },
    ]),
    { code: 'OK_B2B_INTEREST' },
    { code: 'OK_LEGAL_PERSON' },
  ];
  return bases.flatMap((basis) => {
    const why = whyByBasis(basis, standing, language);
    return why === undefined ? [] : [{ ...why, asksToRenew: true as const }];
  });
};

const whyByBasis = (
  basis: StoredReason | undefined,
  standing: Standing | undefined,
  language: Mentions['language'],
): Why | undefined => {
  switch (basis?.code) {
    case 'OK_CONSENT': {
      const consent = standing?.consents.find(({ id }) => id === basis.factId);
      const by =
        consent?.collector === undefined ? {} : { collectedBy: consent.collector.name, heldSince: consent.recordedAt };
      const areOffersOfPartners = consent?.purpose === 'partner-offers';
      return consent && { basis: 'consent', since: consent.givenAt, areOffersOfPartners, ...by };
    }
    case 'OK_SOFT_OPT_IN': {
      const sale = standing?.sales.find(({ id }) => id === basis.factId);
      return sale && { basis: 'existing-customer', since: sale.soldAt };
    }
    case 'OK_NON_COMMERCIAL_APPEAL': {
      const support = standing?.sales.find(({ id }) => id === basis.factId);
      return support && { basis: support.type === 'membership' ? 'membership' : 'donation', since: support.soldAt };
    }
    case 'OK_B2B_INTEREST':
      return whyOfProfession(standing, language);
    case 'OK_LEGAL_PERSON':
      return { basis: 'legal-person' };
    case 'OK_TEST':
      return whyOfTest(basis, standing);
    case 'NOT_PROSPECTING_TRANSACTIONAL':
      return { basis: 'service' };
    case 'NOT_PROSPECTING_RELATIONAL':
      return { basis: 'relation' };
    default:
      return undefined;
  }
};
