import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LiveProvider } from './control/live.tsx';
import { LiveEvents } from './control/live-events.ts';
import { Page } from './shell/Page.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id root.');
const live = new LiveEvents();
live.start();
createRoot(root).render(
  <StrictMode>
    <LiveProvider live={live}>
      <Page />
    </LiveProvider>
  </StrictMode>,
);
