/** What a reader must know before the tables; `CODE` between backticks. Shared by the file and the page. */
export const HOW_TO_READ: readonly string[] = [
  'Every message is judged by every sentence in force on the day of sending. There are four outcomes, and the stronger one wins: refuse > review > defer > allow. Refuse: the message is never sent. Review: a human decides first. Defer: lawful, but later. Allow: it is sent, with the mentions that the law asks for.',
  'A verdict gives every reason, not just one. The first is the primary one, in this order: the request itself, country, class, opposition, sector and persons, who the recipient is, basis, evidence, retention, form, frequency, hours. The rows below follow another order, the one in which a lawyer reads.',
  'Bases are alternatives: consent, existing customer, professional, generic address of a legal person. “Excludes this basis” means that the message may not rely on that basis. One valid basis is enough; what is wrong with the others is then shown as notes. If no basis is valid and one waits for a human, the outcome is review. Else it is refuse, with what is wrong with each.',
  'A review is about a cause that many messages share (a form version, a template, a sale type), never about one message. A named human decides it once, with a reason, for all these messages or for the scope and period that the decision states. Messages wait for the decision no longer than their own validity. If nobody has decided by then, they end as `REVIEW_EXPIRED` and are never sent.',
  'Each text says whether it is law. A charter, the doctrine of the authority and a house rule are marked as such, with the day on which we took them. A row quotes the words of its own paragraph, and says how they were read; one whose text was not read quotes nothing. “Reading” marks a choice of interpretation where the text leaves a point open. Numbers such as D7 and labels such as VOICE-1 are explained in docs/readings.md. The Conseil constitutionnel struck some paragraphs of L. 34-5 on cumulated prosecution with effect on 31 October 2027 (2026-1210 QPC, not read): whether the fine of al. 8 is among them is not established. What is forbidden stays the same.',
];

export const DISCLAIMER = 'This is software, not legal advice.';
export const ALLOWING_NOTE =
  'A message is allowed when no row below forbids it. The verdict then gives one of these answers. OK_… names the basis that the message relies on; NOT_PROSPECTING_… says that it needs none.';
export const OTHERS_NOTE =
  'These answers come from no sentence of law: they are given by the sending itself, by an operator, or as a note that changes no outcome (MIXED_CONTENT_REQUALIFIED, PIXEL_STRIPPED_NO_CONSENT, RULE_PACK_FALLBACK_CONSENT_ONLY).';
