import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type { Campaign } from '#console/campaigns/answers.ts';
import type { Contact, Timeline } from '#console/contacts/answers.ts';
import type { Message } from '#console/messages/answers.ts';
import type { Review } from '#console/reviews/answers.ts';
import type { CampaignAnswer } from '#shared/contracts/http/campaigns/campaign.ts';
import type { Contact as ContactAnswer } from '#shared/contracts/http/contact.ts';
import type { MessageAnswer } from '#shared/contracts/http/message-answer.ts';
import type { ReviewsPage } from '#shared/contracts/http/routes/list-reviews.ts';
import type { Timeline as TimelinePage } from '#shared/contracts/http/routes/show-timeline.ts';

// The compiler is the judge: what a contract lets the API answer, and the console would refuse to read, is an error of types here.
test('the console reads whatever the contracts let the API answer', () => {
  expectTypeOf<z.infer<typeof ContactAnswer>>().toExtend<z.input<typeof Contact>>();
  expectTypeOf<z.infer<typeof TimelinePage>>().toExtend<z.input<typeof Timeline>>();
  expectTypeOf<z.infer<typeof MessageAnswer>>().toExtend<z.input<typeof Message>>();
  expectTypeOf<z.infer<typeof ReviewsPage>['reviews'][number]>().toExtend<z.input<typeof Review>>();
  expectTypeOf<z.infer<typeof CampaignAnswer>>().toExtend<z.input<typeof Campaign>>();
});
