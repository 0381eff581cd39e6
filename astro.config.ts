import { defineConfig } from 'astro/config';
import { criba } from './src/pages/_integration.ts';
import { readSettings } from './src/pages/_settings.ts';

const settings = readSettings(process.env);

export default defineConfig({
  output: 'static',
  outDir: settings.out,
  base: settings.base,
  trailingSlash: 'always',
  // Nothing inline anywhere: the site's policy then needs no hashes (see src/layouts/Policy.astro).
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  devToolbar: { enabled: false },
  integrations: [criba(settings)],
});
