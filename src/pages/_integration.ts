import { dirname, join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { cribaFolder } from '../harvest/memory/cribaFolder.ts';
import type { SiteSettings } from './_settings.ts';

/** Routes that only the team's edition has. */
const TEAM_ROUTES = [
  { pattern: '/[...lang]/[inbox]', entrypoint: './src/pages/_team/inbox.astro' },
  { pattern: '/[...lang]/[hidden]', entrypoint: './src/pages/_team/hidden.astro' },
  { pattern: '/[...lang]/[findings]', entrypoint: './src/pages/_team/findings.astro' },
];

/** No source but our own, and nothing inline, so that what slips into a page still cannot run. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** Gives the site its policy and the team's edition its pages, and has the dev server read the desk again when one of its files changes. */
export function criba({ edition, desk }: SiteSettings): AstroIntegration {
  return {
    name: 'criba',
    hooks: {
      'astro:config:setup': ({ command, injectRoute, updateConfig }) => {
        // Told by the command: Astro's own PROD follows NODE_ENV, which a test runner sets for its children.
        const policy = command === 'dev' ? '' : POLICY;
        updateConfig({
          vite: { define: { 'import.meta.env.CRIBA_POLICY': JSON.stringify(policy) } },
        });
        if (edition === 'team') for (const route of TEAM_ROUTES) injectRoute(route);
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = resolve(desk);
        // A harvest leaves its report last, after the files of the desk.
        const reports = join(cribaFolder(dirname(folder)), 'reports');
        const watched = edition === 'team' ? [folder, reports] : [folder];
        server.watcher.add(watched);
        server.watcher.on('all', (_event, path) => {
          if (!watched.some((one) => resolve(path).startsWith(one + sep))) return;
          logger.info(`${path} changed: reading the desk again`);
          for (const environment of Object.values(server.environments)) {
            environment.moduleGraph.invalidateAll();
            environment.hot.send({ type: 'full-reload' });
          }
        });
      },
    },
  };
}
