import { pixelShown, type TrackingPixel } from '#shared/channels/content/tracking-pixel.ts';
import type { ProposedMessage } from '#shared/domain/message/vet.ts';

/** The images that count who opens a message, as the law is asked of them: how many, with line and host of each (D11). */
export const trackingPixelsIn = (
  pixels: readonly TrackingPixel[],
): Required<Pick<ProposedMessage, 'trackingPixels' | 'trackingPixelsAt'>> => ({
  trackingPixels: pixels.length,
  trackingPixelsAt: pixels.map(pixelShown),
});
