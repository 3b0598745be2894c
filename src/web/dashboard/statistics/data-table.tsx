import type { ComponentChildren } from 'preact';

export interface TableColumn {
  readonly text: string;
  readonly isNumber?: boolean;
}

export interface TableRow {
  readonly key: string;
  /** The first names the row. */
  readonly cells: readonly ComponentChildren[];
}

interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** A table that scrolls sideways where there is no room, by keyboard too. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  const toClass = (place: number) => (columns[place]?.isNumber === true ? 'cell-number' : undefined);
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table class="table">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ text }, place) => (
              <th key={place} scope="col" class={toClass(place)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, place) => {
                if (place > 0)
                  return (
                    <td key={place} class={toClass(place)}>
                      {cell}
                    </td>
                  );
                return (
                  <th key={place} scope="row">
                    {cell}
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
