/** What a reader must know before the tables; `CODE` between backticks. Shared by the file and the page. */
export const HOW_TO_READ: readonly string[] = [
  'Every sentence in force on the day of sending is asked of every message. Four outcomes, the stronger one wins: refuse > review > defer > allow. Refuse: it never leaves. Review: a human decides first. Defer: lawful, but later. Allow: it leaves, with the mentions that the law asks for.',
  'Every reason is told, not just one. The first is the primary one, in this order: what was asked, country, class, opposition, sector and persons, who the recipient is, basis, evidence, retention, form, frequency, hours. The rows below follow the order in which a lawyer reads, which is another.',
  'Bases are alternatives: consent, existing customer, professional, role address of a legal person. “This basis fails” takes away that basis alone; one that holds is enough, and the faults of the others are then shown as notes. If none holds and one awaits a human, the outcome is review; else refuse, with the faults of all.',
  'A review is about a cause that many messages share (a form version, a template, a sale type), never about one message: it is decided once, by a named human, with a reason, for all of them or for the scope and period that the decision names. Messages wait for it no longer than their own validity; if nobody has decided by then, they end as `REVIEW_EXPIRED` and never leave.',
  'Each text says whether it is law. A charter, the doctrine of the authority and a rule of the house are marked as such. “Reading” marks a choice where the text leaves a point open; numbers such as D7 are explained in docs/readings.md. From 31 October 2027 on, sanctions no longer name the administrative fine of L. 34-5; what is forbidden stays.',
];

export const DISCLAIMER = 'This is software, not legal advice.';
export const ALLOWING_NOTE =
  'No row below forbids it, and one of these is said of it. OK_… names the basis that held; NOT_PROSPECTING_… says that none was needed.';
export const OTHERS_NOTE =
  'Given without a sentence of law: by the sending itself, by an operator, or as a note that changes no outcome (MIXED_CONTENT_REQUALIFIED, PIXEL_STRIPPED_NO_CONSENT, RULE_PACK_FALLBACK_CONSENT_ONLY).';
