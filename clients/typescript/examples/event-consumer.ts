/**
 * An event consumer: a Lambda behind a rule of the bus (`source`: `aval`), which keeps the CRM of a team true.
 *
 * An event comes at least once, and in any order: what is older than what the CRM has seen of a contact changes nothing.
 * It holds ids and no address; the CRM knows the `contactId` that `declareContact` answered.
 */
import type { AvalEvent, EventOf } from '../src/index.ts';

/** What the team keeps, by contact. */
export interface Crm {
  /**
   * Stores the position with the change, in one write; resolves to `false` where that position, or a later one, is
   * stored.
   */
  markOpposed(
    contactId: string,
    opposed: EventOf<'opposition.registered.v1'>['detail']['of'],
    seq: number,
  ): Promise<boolean>;
  /** The same message may be noted twice: the later instant wins. */
  noteMessage(messageId: string, became: string, at: string): Promise<void>;
}

/** The Lambda. Throws what the CRM throws, so that EventBridge brings the event again. */
export const consumer =
  (crm: Crm) =>
  async (event: AvalEvent): Promise<void> => {
    switch (event['detail-type']) {
      case 'opposition.registered.v1': {
        const { contactId, of, seq } = event.detail;
        await crm.markOpposed(contactId, of, seq);
        return;
      }
      case 'message.sent.v1':
        return crm.noteMessage(event.detail.messageId, 'sent', event.time);
      case 'message.refused.v1': {
        const [first] = event.detail.reasons;
        return crm.noteMessage(event.detail.messageId, `refused: ${first?.code ?? 'no reason'}`, event.time);
      }
      default:
        // Types that come later pass by: a rule of the bus may send more than this consumer reads.
        return;
    }
  };
