import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { ReaderLanguage } from '../../domain/reader-language.ts';
import type { Page } from '../../pages/layout.ts';
import { notRecordedNow } from '../../pages/not-recorded.ts';
import { type EnvironmentOf, environmentOf } from '../env.ts';
import type { TimeLeft } from '../time-left.ts';
import { answerPage, languageOfReader, type PublicEntry } from './answer.ts';
import { formOf } from './form.ts';

/** One visit of a page that asks for no link. */
interface OpenVisit {
  readonly language: ReaderLanguage;
  /** A field of the form; empty where there is none. */
  readonly typed: (name: 'address' | 'phone' | 'sender') => string;
}

const visitOf = async (event: APIGatewayProxyEvent): Promise<OpenVisit> => {
  const form = await formOf(event);
  return {
    language: languageOfReader(event, 'fr'),
    typed: (name) => form.get(name) ?? '',
  };
};

/** The page of a failure: nothing is confirmed, and what was typed may be sent again. Never a 2xx (P2). */
const failurePage = async (event: APIGatewayProxyEvent): Promise<Page> => {
  const { typed, language } = await visitOf(event);
  const fields = { address: typed('address'), phone: typed('phone'), sender: typed('sender') };
  return notRecordedNow(language, { isForm: event.httpMethod === 'POST', fields });
};

/**
 * The Lambda of one public page that anybody may open: no link, no key, no cookie, no redirect. `show` is given the
 * environment's wiring by its caller. Whatever fails, or takes too long, answers 503.
 */
export const openPage = <const E extends PublicEntry>(
  entry: E,
  wire: (env: EnvironmentOf<E>) => (visit: OpenVisit) => Promise<Page>,
) => {
  const show = wire(environmentOf(entry));
  return (event: APIGatewayProxyEvent, context: TimeLeft): Promise<APIGatewayProxyResult> =>
    answerPage(entry, event, context, {
      show: async () => show(await visitOf(event)),
      failed: () => failurePage(event),
    });
};
