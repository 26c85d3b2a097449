import type { SmsStatus } from '../account/settings-of-account.ts';
import type { Readers } from './alarms.ts';

/** An identity of SES. */
export interface EmailIdentity {
  readonly isVerified: boolean;
  /** `SUCCESS`, `PENDING` …, as SES has it. */
  readonly dkimStatus: string;
  /** The names of the three DKIM records of a domain. */
  readonly dkimTokens: readonly string[];
  /** Where the records of those names lead; of SES where absent. */
  readonly dkimZone?: string | undefined;
  /** The domain of the envelope sender, where there is one of ours. */
  readonly mailFrom?: { readonly domain: string; readonly status: string } | undefined;
}

/** What SES lets the account do. */
export interface EmailAccount {
  readonly isOutOfSandbox: boolean;
  readonly isEnabled: boolean;
  /** `HEALTHY`, `PROBATION` or `SHUTDOWN`. */
  readonly enforcement: string;
  /** Recipients in 24 hours. */
  readonly perDay: number;
  /** Recipients a second. */
  readonly perSecond: number;
  /** Whether mail may leave from other Regions; absent where SES does not say. */
  readonly delivery?: string | undefined;
}

/** A number or code that SMS are sent from, or a sender id. */
export interface SmsSender {
  readonly name: string;
  readonly arn: string;
  readonly canReceive: boolean;
  /** Of a sender id, by two letters: it is another in each country. */
  readonly country?: string | undefined;
  /** The topic that replies go to. */
  readonly repliesTo?: string | undefined;
  /** True: AWS answers no STOP itself. */
  readonly isSelfManaged: boolean;
  /** AWS's own list of the numbers that it sends nothing to, and how many are on it; 100 is 100 or more. */
  readonly optOuts?: { readonly list: string; readonly count: number } | undefined;
  /** The resource policy, as JSON; absent when there is none. */
  readonly policy?: string | undefined;
}

/** What AWS lets the account send by SMS. */
export interface SmsAccount {
  readonly isOutOfSandbox: boolean;
  /** US dollars a month that AWS stops at. */
  readonly spendLimitUsd: number;
  readonly senders: readonly SmsSender[];
}

/** The instance of Amazon Connect that calls leave by. */
export interface CallsAccount {
  readonly isActive: boolean;
  /** It may call anybody at all. */
  readonly callsOut: boolean;
  /** In E.164. */
  readonly numbers: readonly string[];
}

/** A table that is adopted. */
export interface TableFacts {
  readonly indexes: readonly string[];
  readonly streamArn?: string | undefined;
  /** `NEW_AND_OLD_IMAGES`, or less. */
  readonly streamView?: string | undefined;
  /** The attribute that says when an item expires; absent: none does. */
  readonly expiresIn?: string | undefined;
  /** It can be restored to a point in time. */
  readonly isRecoverable: boolean;
  readonly isProtected: boolean;
}

/** A quota of a service, as Service Quotas lists it. */
export interface Quota {
  readonly code: string;
  readonly name: string;
  readonly value: number;
}

/** A certificate of ACM. */
export interface Certificate {
  /** `ISSUED`, `PENDING_VALIDATION` …, as ACM has it. */
  readonly status: string;
  readonly names: readonly string[];
  /** The DNS records by which it is validated, a line each. */
  readonly records: readonly string[];
}

/** What one account and Region answers; each call throws what AWS refuses. */
export interface Account {
  accountId(): Promise<string>;
  /** True when the CDK may deploy there. */
  isBootstrapped(region: string): Promise<boolean>;
  /** Whether a stack of this name was made; one whose creation failed was not. */
  isMade(stack: string): Promise<boolean>;
  /** The outputs of a stack, by their names; empty where there is none of this name. */
  outputs(stack: string): Promise<ReadonlyMap<string, string>>;
  email(): Promise<EmailAccount>;
  /** `undefined`: SES has no such identity. */
  emailIdentity(name: string): Promise<EmailIdentity | undefined>;
  /** Whether mail of each of these configuration sets may leave from other Regions, of those that are there. */
  deliveries(configurationSets: readonly string[]): Promise<ReadonlyMap<string, string | undefined>>;
  sms(): Promise<SmsAccount>;
  /** How SNS writes what becomes of SMS. */
  smsStatus(): Promise<SmsStatus>;
  /** The role by which it is to, of a stage as it is deployed; `undefined`: that keeps nothing of SMS. */
  smsStatusRole(stage: string): Promise<string | undefined>;
  /** `undefined`: there is no such instance. */
  calls(instanceArn: string): Promise<CallsAccount | undefined>;
  /** `undefined`: there is no such table. */
  table(arn: string): Promise<TableFacts | undefined>;
  /** Who is subscribed to a topic of this account; `undefined`: there is no topic of this name. */
  readers(topic: string): Promise<Readers | undefined>;
  /** The quotas that are listed of a service: `apigateway`, `ses`, `sms-voice`. */
  quotas(service: string): Promise<readonly Quota[]>;
  /** `undefined`: there is none of this ARN. */
  certificate(arn: string): Promise<Certificate | undefined>;
  /** The names of the log groups that begin so. */
  logGroups(prefix: string): Promise<readonly string[]>;
  /** Where a name of a key leads (`alias/aval-dev-proof`), the id of a key; `undefined`: there is none of this name. */
  keyOfAlias(alias: string): Promise<string | undefined>;
  /** Whether the keys of advertisers come from the data secret, of a stage as it is deployed; `undefined`: it is not. */
  areKeysDerived(stage: string): Promise<boolean | undefined>;
  /** Whether Lambda lets a function meet itself again as often as it does; `undefined`: there is no function of this name. */
  mayGoRound(functionName: string): Promise<boolean | undefined>;
  /** How many calls of functions may run at once. */
  concurrency(): Promise<number>;
}

/** The public DNS; an empty list when a name has no such record. */
export interface Dns {
  records(name: string, type: 'CNAME' | 'MX' | 'TXT'): Promise<readonly string[]>;
}
