import { globSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { commandWords } from '../../i18n/commandWords.ts';
import { cribaFolder } from '../../memory/cribaFolder.ts';
import type { SiteLanguage } from '../../model/desk/text.ts';
import type { EditionName } from '../../model/site/editionName.ts';

/** Routes that only the team's edition has: the files of `src/team/`, named as routes of `src/pages/` are. */
const TEAM_ROUTES = globSync('**/*.astro', { cwd: new URL('../../team/', import.meta.url) }).map(
  (file) => ({ pattern: `/${file.replace(/\.astro$/, '')}`, entrypoint: `./src/team/${file}` }),
);

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

/** Gives the site its policy and the team's edition its pages; makes the dev server read the desk again if a file changes. */
export function criba({
  edition,
  desk,
  lang = 'en',
}: {
  edition: EditionName;
  desk: string;
  lang?: SiteLanguage | undefined;
}): AstroIntegration {
  return {
    name: 'criba',
    hooks: {
      'astro:config:setup': ({ command, injectRoute, updateConfig }) => {
        // By the command, since Astro's own PROD follows NODE_ENV, which a test runner sets for its children.
        const policy = command === 'dev' ? '' : POLICY;
        updateConfig({
          vite: { define: { 'import.meta.env.CRIBA_POLICY': JSON.stringify(policy) } },
        });
        if (edition === 'team') for (const route of TEAM_ROUTES) injectRoute(route);
      },
      'astro:server:setup': ({ server, logger }) => {
        reloadOnChange(server, watchedFolders(edition, desk), (path) =>
          logger.info(commandWords(lang).say('dev.changed', { path })),
        );
      },
    },
  };
}

/** The desk; for the team also the reports, which a harvest leaves last, after the files of the desk. */
function watchedFolders(edition: EditionName, desk: string): string[] {
  const folder = resolve(desk);
  const reports = join(cribaFolder(dirname(folder)), 'reports');
  return edition === 'team' ? [folder, reports] : [folder];
}

function reloadOnChange(
  server: DevServer,
  folders: readonly string[],
  onChange: (path: string) => void,
): void {
  server.watcher.add(folders);
  server.watcher.on('all', (_event, path) => {
    if (!folders.some((folder) => resolve(path).startsWith(folder + sep))) return;
    onChange(path);
    for (const environment of Object.values(server.environments)) {
      environment.moduleGraph.invalidateAll();
      environment.hot.send({ type: 'full-reload' });
    }
  });
}

/** Vite's. */
type DevServer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:server:setup']>
>[0]['server'];
