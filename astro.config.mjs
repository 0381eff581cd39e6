import { defineConfig } from 'astro/config';
import { criba } from './src/cli/site/integration.ts';
import { baseOf, readSettings } from './src/pages/_settings.ts';
import { readSettings as readDeskSettings } from './src/store/readSettings.ts';

const settings = readSettings(process.env);

export default defineConfig({
  output: 'static',
  outDir: settings.out,
  base: baseOf(settings, readDeskSettings(settings.desk).settings.url),
  trailingSlash: 'always',
  // A component's rules weigh what they say, so that a class that its parent hands it can add to them.
  scopedStyleStrategy: 'where',
  // Nothing inline anywhere: the site's policy then needs no hashes (src/cli/site/integration.ts).
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false } },
  devToolbar: { enabled: false },
  integrations: [criba(settings)],
});
