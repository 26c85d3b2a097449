import { named } from '#shared/domain/about.ts';
import { FinalBytes as BytesOfChannels } from '#shared/domain/message/content.ts';

/** The final bytes of a message that another system sends: checked, nothing injected (P3). One for each channel. */
export const FinalBytes = named('FinalBytes', BytesOfChannels);
