/** Signs in a page of what kind of page it is. */
export interface PageSigns {
  /** made by WordPress: archives have a feed of what stands in them, and articles one of their comments */
  wordpress: boolean;
  /** `og:type` */
  type?: string;
  /** classes of `<body>`, which say in WordPress what a page is */
  body?: string;
}

/** `section`: a page about what stands below it; `article`: a feed below it would be of its comments. */
export type PageKind = 'section' | 'article' | 'unknown';

/** Archive pages of WordPress, in the languages of this program's desks. */
const ARCHIVE =
  /^\/(?:category|categoria|tag|etiqueta|author|autor|seccion|section|topics?|temas?)\//i;
/** A date in the path, a file, or the words of a headline. */
const ARTICLE = /\/(?:19|20)\d\d\/\d\d?\/.|\.\w{2,5}$|\/[^/]*(?:-[^/-]+){4,}$/;

/** What kind of page this is; the front page is about the whole site. @param signs absent for a page that nobody read */
export function pageKind(page: string, signs?: PageSigns): PageKind {
  const path = new URL(page).pathname.replace(/\/+(?:index\.\w+)?$/, '');
  if (path === '') return 'section';
  const classes = signs?.wordpress ? (signs.body ?? '').split(/\s+/) : [];
  if (classes.some((name) => /^(?:archive|blog|home)$/.test(name))) return 'section';
  if (classes.some((name) => /^(?:single|page|attachment)$/.test(name))) return 'article';
  if (ARCHIVE.test(`${path}/`)) return 'section';
  // Some themes and plugins call archives articles, too; the path of those has been seen.
  if (signs?.type === 'article' || ARTICLE.test(path)) return 'article';
  return signs?.wordpress ? 'unknown' : 'section';
}
