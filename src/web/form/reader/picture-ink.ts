/** Enough for 44 letters on a line, and quick on a phone. */
const widthPx = 1_400;

/** Parts of a picture where the zone may stand, in black on white: its lower part first, then all of it. */
export async function* toInk(picture: Blob): AsyncGenerator<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  for (const from of [0.6, 0.35, 0]) yield draw(bitmap, from);
  bitmap.close();
}

function draw(bitmap: ImageBitmap, from: number): HTMLCanvasElement {
  const scale = widthPx / bitmap.width;
  const top = Math.round(bitmap.height * from);
  const height = bitmap.height - top;
  const canvas = Object.assign(document.createElement('canvas'), {
    width: widthPx,
    height: Math.max(1, Math.round(height * scale)),
  });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return canvas;
  context.drawImage(bitmap, 0, top, bitmap.width, height, 0, 0, canvas.width, canvas.height);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  toGrey(image.data);
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Grey, spread from the darkest to the lightest: Tesseract's own threshold does the rest. */
function toGrey(pixels: Uint8ClampedArray): void {
  let [darkest, lightest] = [255, 0];
  for (let index = 0; index < pixels.length; index += 4) {
    const grey = luma(pixels, index);
    darkest = Math.min(darkest, grey);
    lightest = Math.max(lightest, grey);
  }
  const spread = 255 / Math.max(1, lightest - darkest);
  for (let index = 0; index < pixels.length; index += 4) {
    const grey = (luma(pixels, index) - darkest) * spread;
    pixels[index] = grey;
    pixels[index + 1] = grey;
    pixels[index + 2] = grey;
  }
}

function luma(pixels: Uint8ClampedArray, index: number): number {
  return (pixels[index] ?? 0) * 0.299 + (pixels[index + 1] ?? 0) * 0.587 + (pixels[index + 2] ?? 0) * 0.114;
}
