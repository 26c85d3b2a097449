import { agree } from '../../../journeys/send-path-api.ts';
import { aMail, isRefused, must, verdictOf, type World } from './world.ts';

export const byLink = async (world: World): Promise<void> => {
  const mail = await aMail(world, 'lien@example.fr');
  const link = /href="([^"]*\/o\/[^"]+)"/.exec(mail.html ?? '')?.[1] ?? '';
  const [page, head] = [await fetch(link), await fetch(link, { method: 'HEAD' })];
  must(page.status === 200 && (await page.text()).includes('Maison Valmy SAS'), `the page of a link: ${page.status}`);
  must(head.status === 200, `HEAD of a link: ${head.status}`);
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const clicked = await fetch(link, { method: 'POST', body });
  must(clicked.status === 200, `one click: ${clicked.status}`);
  await isRefused(world, { email: 'lien@example.fr' }, 'one click');
};

export const bySms = async (world: World): Promise<void> => {
  const phone = '+33612345601';
  await agree(world.api, { phone });
  const said = await verdictOf(world, { phone });
  must(said.startsWith('sent'), `a text to who agreed: ${said}`);
  await world.stack.replyBySms({ from: phone, body: 'STOP' });
  await world.stack.idle();
  await isRefused(world, { phone }, 'STOP');
};

export const byReport = async (world: World): Promise<void> => {
  await aMail(world, 'plainte@example.fr');
  await world.stack.reportOnMail('plainte@example.fr', { event: 'Complaint', feedbackType: 'abuse' });
  await world.stack.idle();
  await isRefused(world, { email: 'plainte@example.fr' }, 'a complaint');
};

/** Somebody types an address on the start page. */
export const byAddress = async (world: World): Promise<void> => {
  const page = await fetch(`${world.stack.publicUrl}/`);
  const start = await fetch(`${world.stack.publicUrl}/o`);
  must(start.status === 200 && page.status === 200, `the start page: ${page.status}, ${start.status}`);
};
