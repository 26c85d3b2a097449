import type { Stage } from './stage.ts';

/** What is known of a request at its end, by the names of the variables of API Gateway; absent: nothing. */
export interface Answered {
  readonly requestId: string;
  readonly httpMethod: string;
  /** The path of the route as the template has it. */
  resourcePath?: string;
  status?: number;
  responseLatency?: number;
  /** What the function answered, of a Lambda proxy integration. */
  'integration.status'?: number;
  /** What the authorizer answered; absent: it was not asked. */
  'authorizer.status'?: number;
  'error.responseType'?: string;
}

/** A line as the stage words it: `-` for what there is nothing of ("Variables for access logging for API Gateway"). */
export const accessLine = ({ format }: NonNullable<Stage['accessLog']>, answered: Answered): string =>
  format.replaceAll(/\$context\.([A-Za-z.]*[A-Za-z])/g, (_, name: string) =>
    String(answered[name as keyof Answered] ?? '-'),
  );
