/** What a chart is drawn in, by the names of the tokens. */
export type ChartColour = 'clear' | 'approved' | 'review' | 'flagged' | 'declined' | 'plain';
export type ChartPart = 'ink-soft' | 'line' | 'surface' | 'accent';

/** As the theme, or paper, has it at this moment. */
export function readColour(name: `chart-${ChartColour}` | ChartPart): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const tileSize = 8;

/** Besides its colour each outcome has a texture, so that it is told apart without. The legend's swatches have the same. */
const textures: Readonly<Partial<Record<ChartColour, (tile: CanvasRenderingContext2D) => void>>> = {
  approved: (tile) => tile.fillRect(0, tileSize / 2, tileSize, tileSize / 2),
  review: (tile) => {
    tile.fillRect(0, 0, tileSize / 2, tileSize / 2);
    tile.fillRect(tileSize / 2, tileSize / 2, tileSize / 2, tileSize / 2);
  },
  flagged: (tile) => {
    tile.lineWidth = tileSize / 3;
    for (const shift of [-tileSize, 0, tileSize]) {
      tile.moveTo(shift - 1, tileSize + 1);
      tile.lineTo(shift + tileSize + 1, -1);
    }
    tile.stroke();
  },
};

/** A colour, or its texture on a pale ground of it. */
export function toFill(context: CanvasRenderingContext2D, colour: ChartColour): string | CanvasPattern {
  const full = readColour(`chart-${colour}`);
  const draw = textures[colour];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [tileSize, tileSize];
  const tile = canvas.getContext('2d');
  if (draw === undefined || tile === null) return full;
  tile.fillStyle = readColour('surface');
  tile.fillRect(0, 0, tileSize, tileSize);
  tile.globalAlpha = 0.35;
  [tile.fillStyle, tile.strokeStyle] = [full, full];
  tile.fillRect(0, 0, tileSize, tileSize);
  tile.globalAlpha = 1;
  draw(tile);
  return context.createPattern(canvas, 'repeat') ?? full;
}
