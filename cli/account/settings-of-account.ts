/** What an account and Region are set to that no template can set. */
export interface AccountState {
  /** Whether mail may leave from other Regions: `REGIONAL`, `GLOBAL`; absent where SES does not say. */
  readonly delivery: string | undefined;
  /** The role by which SNS writes what became of each SMS; absent: it writes nothing. */
  readonly smsStatusRole: string | undefined;
  /** Of how many of a hundred SMS that arrived SNS writes it. */
  readonly smsStatusRate: string | undefined;
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
  ...(smsStatusRole === undefined || (state.smsStatusRole === smsStatusRole && state.smsStatusRate === EVERY_SMS)
    ? []
    : [
        {
          says: `SNS: what becomes of SMS is written ${state.smsStatusRole === undefined ? 'nowhere' : `by ${state.smsStatusRole}, of ${state.smsStatusRate ?? '0'} of 100`}; set to ${smsStatusRole}, of each, for the whole account in this Region`,
          apply: (account: SettableAccount) => account.writeSmsStatusBy(smsStatusRole),
        },
      ]),
];
