/** The order in which reasons are shown (docs/readings.md). */
export const GROUPS = [
  'input',
  'rule-pack',
  'message-class',
  'opposition',
  'protection',
  'recipient',
  'basis-allowed',
  'basis',
  'evidence',
  'retention',
  'form',
  'frequency',
  'time',
  'hand-off',
  'positive',
] as const;
type Group = (typeof GROUPS)[number];

/** What a code says: to a marketer or a DPO in French, to a developer in English; and what breaking it costs (D13). */
export interface Reason {
  readonly group: Group;
  readonly fr: string;
  readonly en: string;
  readonly sanction?: string;
}

export const SANCTIONS = {
  opposition:
    'Code pénal, art. 226-18-1 : prospecter malgré l’opposition, cinq ans d’emprisonnement et 300 000 € d’amende',
  unfairCollection: 'Code pénal, art. 226-18 : collecte déloyale, cinq ans d’emprisonnement et 300 000 € d’amende',
  consent:
    'CPCE, art. R. 10-1 : une amende par message ; art. L. 34-5 : amende administrative ; RGPD, art. 83 : jusqu’à 20 M€ ou 4 % du chiffre d’affaires',
  form: 'CPCE, art. L. 34-5 et R. 10-1 : amende administrative, et une amende par message',
  gdpr: 'RGPD, art. 83 : jusqu’à 20 M€ ou 4 % du chiffre d’affaires',
  consumer: 'Code de la consommation, art. L. 242-16 : 75 000 €, ou 375 000 € pour une personne morale',
  contract: 'Contractuelle : charte ou conditions de l’opérateur',
} as const;

/** Day on which the paragraphs of L. 34-5 on who fines are gone (Conseil constitutionnel, 2026-1210 QPC, 25 June 2026). */
const FINES_OF_L34_5_END = '2027-10-31';
/** Days on which what a breach costs changes, and nothing else does. */
export const DAYS_OF_SANCTIONS: readonly string[] = [FINES_OF_L34_5_END];
const WITHOUT_FINES_OF_L34_5: ReadonlyMap<string, string> = new Map([
  [
    SANCTIONS.consent,
    'CPCE, art. R. 10-1 : une amende par message ; RGPD, art. 83 : jusqu’à 20 M€ ou 4 % du chiffre d’affaires',
  ],
  [SANCTIONS.form, 'CPCE, art. R. 10-1 : une amende par message'],
]);

/** What a sanction is on a day of sending: what is forbidden stays, who fines it may change. */
export const sanctionOn = (sanction: string | undefined, day: string): string | undefined =>
  sanction !== undefined && day >= FINES_OF_L34_5_END ? (WITHOUT_FINES_OF_L34_5.get(sanction) ?? sanction) : sanction;
