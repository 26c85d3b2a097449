import { vi } from 'vitest';

/** The function that reads what SES, End User Messaging and Amazon Connect report, where no store and no service answers; `written`: its log. */
export const startFeedbackWorker = async (region: string) => {
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    // Nothing listens there: the table cannot be reached.
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    STAGE: 'test',
    TABLE_NAME: 'aval',
    FINGERPRINT_SECRET_ID: 'fingerprint',
    DATA_SECRET_ID: 'data',
    KEY_ARN: 'key',
  });
  const written: string[] = [];
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void written.push(line));
  const { handler } = await import('#functions/workers/apply-email-feedback.ts');
  return { handler, written };
};
