const pollMs = 20;

/** Only what hangs takes this long: on a machine that does much else, a service answers in many seconds. */
const defaultWithinMs = 60_000;

/**
 * Resolves once the question has an answer. For what a running service does in its own time; a test that would wait
 * longer than the limit fails with the last thing seen.
 */
export async function eventually<Answer>(
  ask: () => Answer | undefined | Promise<Answer | undefined>,
  options: { readonly what: string; readonly withinMs?: number },
): Promise<Answer> {
  const endsAt = performance.now() + (options.withinMs ?? defaultWithinMs);
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > endsAt) throw new Error(`Waited in vain for ${options.what}.`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
