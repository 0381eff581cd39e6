import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small repository in a temporary folder: a desk in `content/` and a feed beside it. */
export class Repository {
  readonly root = mkdtempSync(join(tmpdir(), 'criba-repository-'));

  constructor(files: Record<string, string> = {}) {
    for (const [path, text] of Object.entries({ ...SMALL_DESK, ...files })) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** Files below a folder, in the order of their paths. */
  list(folder = '.'): string[] {
    try {
      return readdirSync(join(this.root, folder), { recursive: true })
        .map(String)
        .filter((path) => statSync(join(this.root, folder, path)).isFile())
        .sort();
    } catch {
      return [];
    }
  }

  /** The candidates' files, by name; not the README.md beside them. */
  candidates(): string[] {
    return this.list('content/candidates').filter((path) => !path.endsWith('README.md'));
  }

  /** One hash for all paths and bytes of a folder. */
  hash(folder = 'content'): string {
    const hash = createHash('sha256');
    for (const path of this.list(folder))
      hash.update(`${path}\0`).update(readFileSync(join(this.root, folder, path)));
    return hash.digest('hex');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

const item = (slug: string, title: string, text: string, date: string) =>
  `<item><title>${title}</title><link>https://rios.example/${slug}</link><guid>https://rios.example/${slug}</guid><pubDate>${date}</pubDate><description>${text}</description></item>`;

/** Two items that the topic is about, one that it is not, one dated ahead and one without a link. */
export const FEED = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Ríos</title><link>https://rios.example/</link><language>es</language>
${item('embalse', 'La sequía vacía el embalse de la comarca', 'Sin lluvia desde junio, el embalse guarda agua potable para dos meses. La sequía obliga a cerrar las fuentes.', 'Wed, 18 Nov 2026 08:00:00 +0100')}
${item('riego', 'Nuevo plan de riego contra la sequía', 'El plan reparte el agua del embalse entre los pueblos &lt;b&gt;y las huertas&lt;/b&gt; durante la sequía.', 'Tue, 17 Nov 2026 08:00:00 +0100')}
${item('fiesta', 'Fiesta mayor con orquesta', 'Baile en la plaza y fuegos a medianoche para toda la familia.', 'Mon, 16 Nov 2026 08:00:00 +0100')}
${item('manana', 'Anuncio del embalse', 'Se anunciará la sequía.', 'Wed, 25 Nov 2026 08:00:00 +0100')}
<item><title>Nota sin enlace sobre la sequía</title><description>El embalse.</description></item>
</channel></rss>`;

const SMALL_DESK: Record<string, string> = {
  'content/desk.md':
    '---\nname: "Mesa del agua"\ndescription: "Una mesa pequeña"\nlanguages: ["es", "en"]\ntimeZone: "Europe/Madrid"\ncontact: "mesa@agua.example"\nthreshold: 30\n---\n\nQuiénes somos.\n',
  'content/sources/rios.md':
    '---\ntitle: "Ríos"\nsite: "https://rios.example"\nfeed: "feeds/rios.xml"\nlanguage: "es"\n---\n',
  'content/topics/agua.md':
    '---\ntitle:\n  es: "Agua"\n  en: "Water"\nterms:\n  es: ["sequía", "embalse", "agua potable", "riego"]\n  en: ["drought", "reservoir"]\n---\n\nEl agua es de todos.\n',
  'content/audiences/vecindario.md':
    '---\ntitle: "Vecindario"\nlanguages: ["es", "en"]\ninterests:\n  agua: 1\n---\n',
  'content/channels/web.md': '---\ntitle: "Web"\nnetwork: "web"\nlanguage: "es"\n---\n',
  'feeds/rios.xml': FEED,
};
