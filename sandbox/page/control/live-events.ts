import { LiveEvent } from './answers.ts';

type Listener = (event: LiveEvent) => void;

/** Whether changes are being heard: `lost` means that what is shown may be old. */
export type LiveState = 'connecting' | 'open' | 'lost';

const CHANNEL = 'sandbox-live-events';
const RETRY_MS = 3000;

/**
 * The sandbox's stream of events, shared by all windows of this browser. Browsers allow six connections to a server
 * over HTTP/1.1, so seven windows with a stream each would leave none to load anything with: one window listens and
 * passes on what it hears; when it closes, the next one takes over.
 */
export class LiveEvents {
  #listeners = new Set<Listener>();
  #stateListeners = new Set<() => void>();
  #state: LiveState = 'connecting';
  #source: EventSource | undefined;
  #retry: number | undefined;
  #channel: BroadcastChannel | undefined;
  #stop = new AbortController();

  /** Begins to listen, in this window or through the window that already does. */
  start(): void {
    if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') {
      this.#connect();
      return;
    }
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = (message: MessageEvent<unknown>) => this.#heard(message.data);
    this.#channel.postMessage({ asks: 'state' });
    navigator.locks
      .request(CHANNEL, { signal: this.#stop.signal }, () => {
        this.#connect();
        return new Promise<void>((release) => this.#stop.signal.addEventListener('abort', () => release()));
      })
      .catch((error: unknown) => {
        if (!this.#stop.signal.aborted) throw error;
      });
  }

  stop(): void {
    this.#stop.abort();
    this.#source?.close();
    window.clearTimeout(this.#retry);
    this.#channel?.close();
  }

  /** Tries again at once instead of waiting for the next try. */
  retry(): void {
    if (this.#source !== undefined) this.#connect();
    else this.#channel?.postMessage({ asks: 'retry' });
  }

  get state(): LiveState {
    return this.#state;
  }

  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  onEvent(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #connect(): void {
    this.#source?.close();
    window.clearTimeout(this.#retry);
    const source = new EventSource('/api/events');
    this.#source = source;
    source.onopen = () => this.#become('open');
    source.onmessage = (message: MessageEvent<string>) => this.#pass(JSON.parse(message.data));
    source.onerror = () => {
      this.#become('lost');
      source.close();
      this.#retry = window.setTimeout(() => this.#connect(), RETRY_MS);
    };
  }

  #pass(data: unknown): void {
    this.#channel?.postMessage({ event: data });
    this.#tell(data);
  }

  #tell(data: unknown): void {
    const event = LiveEvent.safeParse(data);
    if (event.success) for (const listener of this.#listeners) listener(event.data);
  }

  #become(state: LiveState): void {
    this.#channel?.postMessage({ state });
    this.#note(state);
  }

  #note(state: LiveState): void {
    if (this.#state === state) return;
    const wasLost = this.#state === 'lost';
    this.#state = state;
    for (const listener of this.#stateListeners) listener();
    // Whatever happened while nobody listened has to be read again.
    if (wasLost && state === 'open') this.#tell({ type: 'reconnected' });
  }

  #heard(data: unknown): void {
    if (typeof data !== 'object' || data === null) return;
    if ('event' in data) this.#tell(data.event);
    if ('state' in data && (data.state === 'open' || data.state === 'lost') && this.#source === undefined) {
      this.#note(data.state);
    }
    if ('asks' in data && this.#source !== undefined) {
      if (data.asks === 'retry') this.#connect();
      else this.#channel?.postMessage({ state: this.#state });
    }
  }
}
