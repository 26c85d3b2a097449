import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';

/** The link that such a line has, as a mail program writes it into plain text. */
const LINK = /[<([]{0,2}https?:\/\/[^\s>)\]]{1,2000}[>)\]]{0,2}/giu;

/** What telephones and programs write beneath every mail, without their links. */
const OF_A_TELEPHONE = [
  /^envoyé (de|à partir de|depuis|avec|via) (mon|ma|outlook|yahoo|proton|la messagerie|l).{0,50}$/iu,
  /^(télécharge[rz]?|obtenir|obtenez|get|scarica|ottieni|obtener|obtén|descarga[r]?|holen sie sich|download) outlook.{0,30}$/iu,
  /^outlook (für|voor) .{2,12} (herunterladen|downloaden)$/iu,
  /^provenance : courrier.{0,30}$/iu,
  /^sent (from|with|via|using) (my|outlook|yahoo|mail|proton|the).{0,40}$/iu,
  /^(gesendet (von|mit|über)|von meine[mr]).{0,50}$/iu,
  /^enviado (desde|de|con) .{0,40}$/iu,
  /^inviato (da|dal|con) .{0,40}$/iu,
  /^(verzonden|verstuurd) (vanaf|met|vanuit|via) .{0,40}$/iu,
];

/** True of a line that a telephone or a mail program wrote, with its link or without, and in which nothing is a person's. */
export const isOfTelephone = (line: string): boolean => {
  const words = line.replace(LINK, ' ').replace(/\s+/g, ' ').trim();
  return OF_A_TELEPHONE.some((each) => each.test(words)) && readMailReply(words) === 'none';
};
