import type { TrustPolicy } from '@owls/policy';
import { Hono } from 'hono';
import { html, raw } from 'hono/html';

/** The three pages that a Teams app names in its manifest: open to everybody, readable without script. */
export function publicPages(policy: TrustPolicy): Hono {
  const { name } = policy.trust;
  return new Hono()
    .get('/privacy', (c) => c.html(page('Privacy', name, privacy(name, policy.soap.suppressBelow))))
    .get('/terms', (c) => c.html(page('Terms of use', name, terms(name))))
    .get('/support', (c) => c.html(page('Support', name, support(name))));
}

type Markup = ReturnType<typeof html>;

function page(title: string, trust: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} - School improvement, ${trust}</title>
    <style>
      ${raw(STYLE)}
    </style>
  </head>
  <body>
    <header><p>School improvement in Teams, ${trust}</p></header>
    <main><h1>${title}</h1>${content}</main>
    <footer>
      <nav aria-label="About this app">
        <a href="/privacy">Privacy</a> <a href="/terms">Terms of use</a> <a href="/support">Support</a>
      </nav>
    </footer>
  </body>
</html>`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.6 "Segoe UI", system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin-top: 2rem; }
footer { border-top: 1px solid; margin-top: 3rem; padding-top: 1rem; } nav a { margin-right: 1rem; }
dt { font-weight: 600; } dd { margin: 0 0 .75rem; }
`;

function privacy(trust: string, smallest: number): Markup {
  return html`
    <p>${trust} is the controller of everything this app holds. It is a tool for the trust's staff; pupils do not use it.</p>
    <h2>What is kept</h2>
    <dl>
      <dt>People</dt>
      <dd>Name, work e-mail address, role, and whether the bot can write to you. They come from the trust's directory.</dd>
      <dt>School figures</dt>
      <dd>
        Percentages and numbers of pupils by year group, the head's comment and next steps. No pupil is named; please
        name none in a comment. Year groups of fewer than ${smallest} pupils are hidden from readers of other schools.
      </dd>
      <dt>Judgements and meetings</dt>
      <dd>Each school's category with who proposed and validated it, when and why; the trust's meetings and who is invited.</dd>
      <dt>A record of changes</dt>
      <dd>Who changed what and when, and which messages the bot sent. The bot's log holds no message, comment or token.</dd>
    </dl>
    <h2>Where</h2>
    <p>
      In the trust's own Microsoft 365: lists on a SharePoint site that only the trust's central staff can open, and
      events in an Outlook calendar. The service itself keeps no copy beyond its memory, and a short file of which
      messages it is sending at the moment. Nothing is given to third parties.
    </p>
    <h2>How long</h2>
    <p>
      As the trust's retention schedule says: records of school improvement are usually kept for the current year and
      six more. Deleting a row in SharePoint removes it here within a minute.
    </p>
    <h2>Your rights</h2>
    <p>
      You may ask to see, correct or delete what is kept about you: write to the trust's data protection officer, named
      on the trust's website. You may complain to the Information Commissioner at
      <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk</a>.
    </p>
  `;
}

function terms(trust: string): Markup {
  return html`
    <p>This app is for staff, directors and governors of ${trust}, for the work of school improvement.</p>
    <ul>
      <li>Use it with your own work account and within the role the trust gave you.</li>
      <li>Figures and judgements are confidential to those who can see them here. Share them only as the trust's policies allow.</li>
      <li>Name no pupil and no member of staff in comments.</li>
      <li>What you submit is recorded with your name and the time, and can be replaced while a collection is open, not erased.</li>
      <li>The app suggests; people decide. A suggestion is never a judgement until somebody makes it one.</li>
    </ul>
    <p>The software is open source under the MIT licence and comes without warranty.</p>
  `;
}

function support(trust: string): Markup {
  return html`
    <h2>Who to ask</h2>
    <p>
      For your role, a school that is missing or a figure that looks wrong: the CEO's office of ${trust}. When the app
      does not open or the bot does not answer: the trust's IT support, with the time it happened and what you saw.
    </p>
    <h2>Often asked</h2>
    <dl>
      <dt>The tab says that I have no role</dt>
      <dd>You are signed in, but not yet on the trust's list of people. The CEO's office adds you; it shows within a minute.</dd>
      <dt>It says that something was changed since I opened it</dt>
      <dd>Somebody saved meanwhile. You are shown what stands there now; look, then save again. Nothing is overwritten unseen.</dd>
      <dt>I do not see a card the bot should have sent</dt>
      <dd>Write <strong>soap</strong> to the bot, or open the tab: what a card can do, the tab can do too.</dd>
      <dt>I removed or blocked the bot</dt>
      <dd>Install it again from Apps in Teams. What it owes you then comes by itself.</dd>
    </dl>
  `;
}
