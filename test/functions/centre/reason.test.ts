import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { REASONS_GIVEN } from '#shared/domain/opposition/reason-given.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
});
afterAll(() => world.close());

/** The form that asks for a reason, where a page has it. */
const formIn = (body: string): string =>
  /<form [^>]*>(?:(?!<\/form>).)*value="reason".*?<\/form>/.exec(body)?.[0] ?? 'no question';
const THANKS = 'Merci. Votre opposition est enregistrée\u00a0: cette réponse n’y change rien.';
/** What is recorded is right under the heading, and no button that stops is as heavy as one that asks for it. */
const isSaidFirst = (body: string): boolean =>
  /<\/h1><p [^>]*role="status">/.test(body) && !/<button(?: name="(?:of|scope)" value="(?:channel|all)")?>/.test(body);
const openBy = async (token: string): Promise<string> => {
  await world.post(token, { act: 'code' });
  return passIn((await world.post(token, { act: 'open', code: world.codeSent() })).body);
};

describe('why somebody stopped', () => {
  test.each(REASONS_GIVEN)('%s is counted: nothing is stored, and nothing is sent', async (reason) => {
    const { token } = await world.aReader();
    await world.post(token, { act: 'stop', of: 'channel' });
    const [stored, sent, counted] = [await world.stored(), world.sent.length, world.reasons.length];
    const { statusCode, body } = await world.post(token, { act: 'reason', reason });
    expect([statusCode, body.includes(THANKS), isSaidFirst(body)]).toEqual([200, true, true]);
    expect(world.reasons.slice(counted)).toEqual([reason]);
    expect([await world.stored(), world.sent.length]).toEqual([stored, sent]);
  });

  test.each([
    ['no reason', {}],
    ['an empty one', { reason: '' }],
    ['words of their own', { reason: 'Camille Martin, 06 12 34 56 78' }],
    ['a name of every object', { reason: 'constructor' }],
  ])('%s: the same thanks, and nothing is counted', async (_, fields) => {
    const { token } = await world.aReader();
    const counted = world.reasons.length;
    const { statusCode, body } = await world.post(token, { act: 'reason', ...fields });
    expect([statusCode, body.includes(THANKS)]).toEqual([200, true]);
    expect(body).not.toMatch(/Camille|constructor/);
    expect(world.reasons.length).toBe(counted);
  });

  test('is asked once the stop is recorded, and on no page before', async () => {
    const { token, contactId } = await world.aReader();
    expect(formIn((await world.get(token)).body)).toBe('no question');
    const code = await world.post(token, { act: 'code' });
    expect(formIn(code.body)).toBe('no question');
    const opened = await world.post(token, { act: 'open', code: world.codeSent() });
    expect(formIn(opened.body)).toBe('no question');
    const pass = passIn(opened.body);
    const stopped = await world.post(token, { act: 'stop', pass, of: 'all' });
    expect(formIn(stopped.body)).toContain('name="reason" required');
    expect(stopped.body.indexOf('value="reason"')).toBeGreaterThan(stopped.body.lastIndexOf('value="stop"'));
    const thanked = await world.post(token, { act: 'reason', reason: 'other', pass });
    expect(thanked.body).toContain(THANKS);
    expect([passIn(thanked.body), formIn(thanked.body)]).toEqual([pass, 'no question']);
    for (const { body } of [stopped, thanked]) expect(isSaidFirst(body)).toBe(true);
    expect(isSaidFirst(opened.body)).toBe(false);
    const standing = await world.ledger.readStanding(world.access, contactId);
    expect(standing?.oppositions).toMatchObject([{ of: { scope: 'global' }, via: 'preference-page' }]);
  });

  test('is thanked for where the pass is over, or what is held cannot be read', async () => {
    const { token } = await world.aReader();
    const pass = await openBy(token);
    const codes = { readStanding: () => Promise.reject(dependencyUnavailable('The store')) };
    const unread = { ledger: { ...world.ports.ledger, ...codes }, keepingLedger: { ...world.ledger, ...codes } };
    const counted = world.reasons.length;
    expect((await world.post(token, { act: 'reason', reason: 'other', pass }, unread)).statusCode).toBe(200);
    world.forward(31 * 60);
    const { statusCode, body } = await world.post(token, { act: 'reason', reason: 'other', pass });
    expect([statusCode, body.includes(THANKS), passIn(body)]).toEqual([200, true, '']);
    expect(world.reasons.length).toBe(counted + 2);
  });

  test('a stop that has a reason with it is a stop, and counts none', async () => {
    const { token, contactId } = await world.aReader();
    const counted = world.reasons.length;
    await world.post(token, { act: 'stop', of: 'channel', reason: 'too-many' });
    const standing = await world.ledger.readStanding(world.access, contactId);
    expect(standing?.oppositions).toHaveLength(1);
    expect(world.reasons.length).toBe(counted);
  });
});
