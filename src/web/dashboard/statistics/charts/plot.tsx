import { useEffect, useRef } from 'preact/hooks';
import UPlot, { type AlignedData, type Options } from 'uplot';
import 'uplot/dist/uPlot.min.css';

export interface Drawing {
  readonly options: Omit<Options, 'width' | 'height'>;
  readonly data: AlignedData;
}

interface PlotProps {
  /** What is seen, in words; every value stands in the table behind. */
  readonly label: string;
  readonly drawing: Drawing;
  /** Which point the pointer is at. */
  readonly onPoint?: (index: number | undefined) => void;
}

const heightPx = 220;

/** A chart on a canvas as wide as there is room. It is drawn again when the colours change, and for paper. */
export function Plot({ label, drawing, onPoint }: PlotProps) {
  const frame = useRef<HTMLDivElement>(null);
  const told = useRef(onPoint);
  told.current = onPoint;
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const { options, data } = drawing;
    const tellPoint = (plot: UPlot) => told.current?.(plot.cursor.idx ?? undefined);
    const size = () => ({ width: Math.max(1, element.clientWidth), height: heightPx });
    const plot = new UPlot({ ...options, ...size(), hooks: { setCursor: [tellPoint] } }, data, element);
    const stopWatching = watchLooks(
      () => plot.redraw(false, true),
      () => plot.setSize(size()),
      element,
    );
    return () => {
      stopWatching();
      plot.destroy();
    };
  }, [drawing]);
  return <div ref={frame} class="plot" role="img" aria-label={label} />;
}

function watchLooks(onColours: () => void, onSize: () => void, element: HTMLElement): () => void {
  const colours = new MutationObserver(onColours);
  colours.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const paper = matchMedia('print');
  paper.addEventListener('change', onColours);
  const room = new ResizeObserver(onSize);
  room.observe(element);
  return () => {
    colours.disconnect();
    paper.removeEventListener('change', onColours);
    room.disconnect();
  };
}
