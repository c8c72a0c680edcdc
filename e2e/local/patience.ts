/**
 * Whether a request was put off or lost on the way (0: no answer came), so that one that can do no harm twice may be
 * made again.
 */
export const mayPass = (status: number): boolean => status === 0 || status === 429 || (status >= 500 && status !== 501);

/** Waits as long as an answer asks for, or a second where it does not say. */
export async function waitAsAsked(headers: Readonly<Record<string, string | string[] | undefined>>): Promise<void> {
  const found = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  const seconds = Number(found ?? 1);
  await new Promise((resolve) => setTimeout(resolve, (Number.isFinite(seconds) ? seconds : 1) * 1000));
}
