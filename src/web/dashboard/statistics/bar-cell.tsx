/** How much of the whole, as a bar beside the number that says it. */
export function BarCell({ share }: { readonly share: number }) {
  return (
    <span class="bar-cell" aria-hidden="true">
      <span class="bar-fill" style={{ inlineSize: `${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)}%` }} />
    </span>
  );
}
