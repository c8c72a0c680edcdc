import { createRoot } from 'react-dom/client';
import { readPageConfig } from './m365/page-config.ts';
import { connectToTeams } from './m365/teams.ts';
import { App } from './shell/App.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

const { parentOrigins, teamsTab } = readPageConfig(document.getElementById('owls-config')?.textContent);

createRoot(root).render(
  <App
    connect={() => connectToTeams(parentOrigins)}
    fetch={(url, init) => window.fetch(url, init)}
    teamsTab={teamsTab}
  />,
);
