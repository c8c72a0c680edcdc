// Runs before anything is painted, so that the page never flashes white in a dark Teams.
// Teams fills in `?theme={theme}` of the tab's address; without it the system's preference counts.
(() => {
  const asked = new URLSearchParams(location.search).get('theme');
  const known = ['default', 'dark', 'contrast'];
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = known.includes(asked) ? asked : dark ? 'dark' : 'default';
})();
