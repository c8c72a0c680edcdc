/** Does something for each of many, a few at a time, as many people at once would. The first failure ends it. */
export async function eachOf<T>(
  many: readonly T[],
  atOnce: number,
  act: (one: T) => Promise<void>,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const waiting = [...many];
  let done = 0;
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      await act(one);
      done += 1;
      progress(done, many.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, many.length) }, worker));
}
