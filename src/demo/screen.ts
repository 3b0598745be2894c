/** Draws over what it drew before where it stands before a person; elsewhere only the end is printed. */
export function createScreen(output: NodeJS.WriteStream): {
  draw(text: string): void;
  end(text: string): void;
} {
  let drawnLines = 0;
  let last = '';
  const draw = (text: string): void => {
    if (!output.isTTY || text === last) return;
    const up = drawnLines === 0 ? '' : `\u001B[${drawnLines}A\u001B[0J`;
    output.write(`${up}${text}\n`);
    drawnLines = text
      .split('\n')
      .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / output.columns)), 0);
    last = text;
  };
  return {
    draw,
    end: (text) => {
      if (output.isTTY) draw(text);
      else output.write(`${text}\n`);
    },
  };
}
