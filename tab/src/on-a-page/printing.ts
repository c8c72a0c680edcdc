/** A print dialog is there at once, or not at all: a frame that may not open one says nothing. */
const PATIENCE_MS = 700;

/**
 * Opens the browser's print dialog; says whether it came. Teams shows a tab in a frame of its own, and a frame without
 * leave to open dialogs (`allow-modals`) does not print and raises no error: only `beforeprint` stays away.
 */
export function printed(): Promise<boolean> {
  return new Promise((resolve) => {
    const begun = () => done(true);
    const done = (came: boolean) => {
      window.removeEventListener('beforeprint', begun);
      clearTimeout(silence);
      resolve(came);
    };
    window.addEventListener('beforeprint', begun);
    const silence = setTimeout(() => done(false), PATIENCE_MS);
    // Phones have no such function in their web views.
    if (typeof window.print === 'function') window.print();
  });
}

/** The sheet as a file that any browser opens and prints as it stands here, with all it needs inside. */
export function paperFile(paper: HTMLElement, title: string): Blob {
  const themed = paper.closest('.fui-FluentProvider')?.className ?? '';
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = 'en-GB';
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const styles = page.createElement('style');
  styles.textContent = [...document.styleSheets].flatMap(rulesOf).join('\n');
  const ground = page.createElement('div');
  ground.className = themed;
  ground.append(page.importNode(paper, true));
  page.head.prepend(charset);
  page.head.append(styles);
  page.body.append(ground);
  return new Blob([`<!doctype html>\n${page.documentElement.outerHTML}`], { type: 'text/html' });
}

function rulesOf(sheet: CSSStyleSheet): readonly string[] {
  return [...sheet.cssRules].map(({ cssText }) => cssText);
}
