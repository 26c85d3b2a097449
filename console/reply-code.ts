/** The number to reply to, as a text message names it: "STOP 36063", "Stop SMS: envoyez STOP au 36063". */
export const replyCodeIn = (text: string): string | undefined =>
  /(?:STOP|ARR[EÊ]T)[^\d+]{0,20}(\+?\d{4,15})/i.exec(text)?.[1];
