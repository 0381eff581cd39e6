import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { SiteSettings } from './_settings.ts';

/** Routes that only the team's edition has. */
const TEAM_ROUTES = [
  { pattern: '/[...lang]/[inbox]', entrypoint: './src/pages/_team/inbox.astro' },
  { pattern: '/[...lang]/[findings]', entrypoint: './src/pages/_team/findings.astro' },
];

/** Gives the team's edition its pages, and has the dev server read the desk again when one of its files changes. */
export function criba({ edition, desk }: SiteSettings): AstroIntegration {
  return {
    name: 'criba',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        if (edition === 'team') for (const route of TEAM_ROUTES) injectRoute(route);
      },
      'astro:server:setup': ({ server, logger }) => {
        const folder = resolve(desk);
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (!resolve(path).startsWith(folder + sep)) return;
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
