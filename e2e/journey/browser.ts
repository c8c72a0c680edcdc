import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser as the tests find it: CHROMIUM_PATH is set by `npm test`. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

/** Resolves when nothing fades or slides in a frame any more; what is half faded has a contrast of nobody's choosing. */
async function stillness(): Promise<void> {
  const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

/** A person at the sandbox's Teams, in a window of their own. */
export class Window {
  private constructor(
    readonly page: Page,
    private readonly pictures: string,
    private readonly origin: string,
    private readonly userId: string,
  ) {}

  static async open(
    browser: Browser,
    at: {
      readonly origin: string;
      readonly userId: string;
      readonly size: { readonly width: number; readonly height: number };
      readonly pictures: string;
      readonly dark?: boolean;
    },
  ): Promise<Window> {
    mkdirSync(at.pictures, { recursive: true });
    const context = await browser.newContext({ viewport: at.size, colorScheme: at.dark ? 'dark' : 'light' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const window = new Window(page, at.pictures, at.origin, at.userId);
    await window.go('/chat');
    return window;
  }

  /** Goes to a place of the Teams-like page, for example `/calendar?look=list`. */
  async go(place: string): Promise<void> {
    await this.page.goto(`${this.origin}/?as=${this.userId}#${place}`);
    await this.page.reload();
  }

  async openChat(): Promise<void> {
    const chat = this.page.getByRole('list', { name: 'Chats' }).getByRole('button').first();
    await chat.click();
    await this.page.getByRole('list', { name: 'Messages' }).waitFor();
  }

  /** Opens the app's tab; answers with the frame it runs in. */
  async openTab(): Promise<FrameLocator> {
    await this.openChat();
    await this.page.getByRole('button', { name: 'Open app' }).click();
    const frame = this.page.frameLocator('iframe');
    await frame.getByRole('navigation', { name: 'School improvement' }).waitFor();
    return frame;
  }

  /** The newest card in the chat about a half term's returns or categories: others come by the calendar, in between. */
  card(): Locator {
    return this.saying(/ · (Autumn|Spring|Summer) \d, \d{4}-\d\d/);
  }

  /** The messages in the chat that say this, oldest first. */
  allSaying(words: string | RegExp): Locator {
    return this.page.getByRole('list', { name: 'Messages' }).getByRole('article').filter({ hasText: words });
  }

  /** The newest message in the chat that says this. */
  saying(words: string | RegExp): Locator {
    return this.allSaying(words).last();
  }

  picture(name: string): Promise<Buffer> {
    return this.page.screenshot({ path: join(this.pictures, `${name}.png`), animations: 'disabled' });
  }

  /** Whether the page, or a frame in it, is wider than it is seen: nobody should have to scroll sideways. */
  async overflows(): Promise<boolean> {
    const isWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;
    return (await Promise.all(this.page.frames().map((frame) => frame.evaluate(isWide)))).includes(true);
  }

  /** Serious and critical accessibility faults, in the page and the tab's frame, one sentence each. */
  async barriers(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const frame of this.page.frames()) {
      // A toast comes and goes by itself, and may begin to fade at any moment.
      await frame.waitForFunction(() => document.querySelector('.fui-Toast') === null);
      await frame.evaluate(stillness);
      await frame.evaluate(AXE);
      found.push(
        ...(await frame.evaluate(async () => {
          const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
          // Fluent's focus helpers are empty on purpose and hidden from everyone.
          const { violations } = await axe.run({ exclude: [['[data-tabster-dummy]'], ['iframe']] }, { iframes: false });
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.target.join(' ')})`);
        })),
      );
    }
    return found;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
