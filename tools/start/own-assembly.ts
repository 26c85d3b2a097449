import { BootFailure } from '#local/boot/boot-failure.ts';

/** What SMS leave by on this machine. */
export const SMS_ROUTES = ['sns', 'end-user-messaging'] as const;
export type SmsRouteOfStart = (typeof SMS_ROUTES)[number];

/** The repository's own assembly; only then is the CDK loaded, which takes a second. */
export const synthesiseOwn = async (smsRoute: SmsRouteOfStart = 'sns'): Promise<string> => {
  const { synthesiseOnce } = await import('../synth/synthesise.ts');
  const { LOCAL_SETTINGS, LOCAL_TEXT_SETTINGS } = await import('../synth/local-settings.ts');
  const settings = smsRoute === 'sns' ? LOCAL_SETTINGS : LOCAL_TEXT_SETTINGS;
  return synthesiseOnce('.aval/assemblies', { stage: 'local', settings }).catch((error: unknown) => {
    throw new BootFailure(error instanceof Error ? error.message : String(error));
  });
};
