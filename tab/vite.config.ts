import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The tab is served by the service under `/tab/`; the API is on the same origin under `/api/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
});
