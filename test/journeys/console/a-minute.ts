/** A minute goes by on the clock of the system whose console is there, and what is due in it is done. */
export const aMinuteAt = async (console: string): Promise<void> => {
  const body = JSON.stringify({ advanceSeconds: 60 });
  await fetch(`${console}/clock`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
  await fetch(`${console}/idle`);
};
