/** How SNS writes what became of SMS of an account and Region. */
export interface SmsStatus {
  /** The role by which SNS writes what became of each SMS; absent: it writes nothing. */
  readonly smsStatusRole: string | undefined;
  /** Of how many of a hundred SMS that arrived SNS writes it. */
  readonly smsStatusRate: string | undefined;
}

/** What an account and Region are set to that no template can set. */
export interface AccountState extends SmsStatus {
  /** Whether mail may leave from other Regions: `REGIONAL`, `GLOBAL`; absent where SES does not say. */
  readonly delivery: string | undefined;
}

/** The account, as far as these settings go. */
export interface SettableAccount {
  read(): Promise<AccountState>;
  keepMailInRegion(): Promise<void>;
  writeSmsStatusBy(roleArn: string): Promise<void>;
}

/** One setting that is not as the stage needs it. */
export interface Change {
  readonly says: string;
  readonly apply: (account: SettableAccount) => Promise<void>;
}

/** All that SNS may be asked for: it writes each SMS that did not arrive, and this share of those that did. */
export const EVERY_SMS = '100';

/** SNS writes of each SMS, by this role. */
export const isWrittenBy = (role: string, { smsStatusRole, smsStatusRate }: SmsStatus): boolean =>
  smsStatusRole === role && smsStatusRate === EVERY_SMS;

/** By what SNS writes what becomes of SMS, for a person. */
export const writtenBy = ({ smsStatusRole, smsStatusRate = '0' }: SmsStatus): string =>
  smsStatusRole === undefined ? 'nowhere' : `by ${smsStatusRole}, of ${smsStatusRate} of 100`;

/** What is to be changed for a stage. `smsStatusRole`: the role of the stage that keeps what became of SMS; absent: it keeps nothing. */
export const changesFor = (state: AccountState, smsStatusRole: string | undefined): readonly Change[] => [
  ...(state.delivery === 'REGIONAL'
    ? []
    : [
        {
          says: `SES: mail may leave from other Regions (${state.delivery ?? 'SES does not say'}); set to REGIONAL, for the whole account in this Region`,
          apply: (account: SettableAccount) => account.keepMailInRegion(),
        },
      ]),
  ...(smsStatusRole === undefined || isWrittenBy(smsStatusRole, state)
    ? []
    : [
        {
          says: `SNS: what becomes of SMS is written ${writtenBy(state)}; set to ${smsStatusRole}, of each, for the whole account in this Region`,
          apply: (account: SettableAccount) => account.writeSmsStatusBy(smsStatusRole),
        },
      ]),
];
