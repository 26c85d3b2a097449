import { BootFailure } from '#local/boot/boot-failure.ts';

/** What SMS leave by on this machine. */
export const SMS_ROUTES = ['sns', 'end-user-messaging', 'smsmode', 'vonage'] as const;

/** What MMS leave by on this machine. */
export const MMS_ROUTES = ['https', 'spot-hit'] as const;

/** What calls leave by on this machine. */
export const CALL_ROUTES = ['https', 'connect', 'vonage'] as const;

/** What is asked for that is not usual; absent: Amazon SNS, the provider of this machine that speaks our contract, and no model that reads templates. */
export interface RoutesOfStart {
  readonly smsRoute?: (typeof SMS_ROUTES)[number] | undefined;
  readonly mmsRoute?: (typeof MMS_ROUTES)[number] | undefined;
  readonly callRoute?: (typeof CALL_ROUTES)[number] | undefined;
  /** A model reads templates: it answers what `Stack.models` has it answer. */
  readonly hasReader?: true | undefined;
}

/** The repository's own assembly; only then is the CDK loaded, which takes a second. */
export const synthesiseOwn = async ({
  smsRoute = 'sns',
  mmsRoute = 'https',
  callRoute = 'https',
  hasReader,
}: RoutesOfStart = {}): Promise<string> => {
  const { synthesiseOnce } = await import('../synth/synthesise.ts');
  const { LOCAL_SETTINGS, localSettingsBy } = await import('../synth/local-settings.ts');
  const isUsual = smsRoute === 'sns' && mmsRoute === 'https' && callRoute === 'https' && hasReader !== true;
  const settings = isUsual
    ? LOCAL_SETTINGS
    : localSettingsBy({ sms: smsRoute, mms: mmsRoute, 'automated-call': callRoute }, hasReader);
  return synthesiseOnce('.aval/assemblies', { stage: 'local', settings }).catch((error: unknown) => {
    throw new BootFailure(error instanceof Error ? error.message : String(error));
  });
};
