import { BootFailure } from '#local/boot/boot-failure.ts';

/** What SMS leave by on this machine. */
export const SMS_ROUTES = ['sns', 'end-user-messaging'] as const;

/** What calls leave by on this machine. */
export const CALL_ROUTES = ['https', 'connect'] as const;

/** Routes that are asked for; absent: the usual ones, Amazon SNS and the provider of this machine. */
export interface RoutesOfStart {
  readonly smsRoute?: (typeof SMS_ROUTES)[number] | undefined;
  readonly callRoute?: (typeof CALL_ROUTES)[number] | undefined;
}

/** The repository's own assembly; only then is the CDK loaded, which takes a second. */
export const synthesiseOwn = async ({ smsRoute = 'sns', callRoute = 'https' }: RoutesOfStart = {}): Promise<string> => {
  const { synthesiseOnce } = await import('../synth/synthesise.ts');
  const { LOCAL_SETTINGS, localSettingsBy } = await import('../synth/local-settings.ts');
  const isUsual = smsRoute === 'sns' && callRoute === 'https';
  const settings = isUsual
    ? LOCAL_SETTINGS
    : localSettingsBy({ texts: smsRoute !== 'sns', calls: callRoute === 'connect' });
  return synthesiseOnce('.aval/assemblies', { stage: 'local', settings }).catch((error: unknown) => {
    throw new BootFailure(error instanceof Error ? error.message : String(error));
  });
};
