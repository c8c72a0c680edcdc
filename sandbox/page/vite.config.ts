import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the Teams-like page into the sandbox's own build output, from which the control API serves it. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: { outDir: '../dist/page', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1600 },
});
