/** Makes whole lines of what functions write, which comes in pieces. */
export const createLineReader = (onLine: (functionName: string, line: string) => void) => {
  const begun = new Map<string, string>();
  return (functionName: string, text: string): void => {
    const lines = `${begun.get(functionName) ?? ''}${text}`.split('\n');
    begun.set(functionName, lines.pop() ?? '');
    for (const line of lines) onLine(functionName, line);
  };
};
