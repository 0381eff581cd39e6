import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Candidate } from '../../src/model/desk/candidate.ts';
import type { Entry } from '../../src/model/desk/desk.ts';
import type { ItemLine } from '../../src/model/desk/ledger/itemLine.ts';
import type { Reason } from '../../src/model/desk/why.ts';
import type { ItemOutcome, RunReport } from '../../src/model/run/runReport.ts';
import { readDesk } from '../../src/store/readDesk.ts';
import { runScript } from './runScript.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CANDIDATE = 'content/candidates/fares-you-can-pay-with-what-is-in-your-pocket-aacaf1.md';
const NEXT_DAY = fileURLToPath(new URL('nextDay.rdf', import.meta.url));
const FEED = 'scripts/demo/feeds/slow-lines.rdf';

/** What a harvest made of one item. */
export interface Judgement {
  title: string;
  outcome: ItemOutcome['outcome'];
  score: number;
  why: Reason[];
}

/** One decision on the sample desk, and what the next day's harvest made of a new item with it and without it. */
export interface WorkedExample {
  /** of the sample desk, as it stands in the repository */
  candidate: { path: string; text: string; data: Candidate };
  threshold: number;
  /** what the decision became */
  moved: { path: string; line: ItemLine };
  with: Judgement;
  without: Judgement;
  titleOf(pick: string): string | undefined;
}

/** Runs the pipeline whole, twice, on copies of the sample desk: once nobody decides, once one candidate is kept. */
export async function workedExample(): Promise<WorkedExample> {
  const [kept, undecided] = [new SampleDesk(), new SampleDesk()];
  try {
    const text = readFileSync(join(ROOT, CANDIDATE), 'utf8');
    const [withDecision, without] = await Promise.all([
      kept.twoDays({ keep: true }),
      undecided.twoDays({ keep: false }),
    ]);
    const desk = await readDesk(join(ROOT, 'content'));
    const found = desk.candidates.find(({ path }) => CANDIDATE.endsWith(path));
    if (found === undefined) throw new Error(`${CANDIDATE} cannot be read`);
    const after = await readDesk(kept.content);
    const pick = after.picks.find(({ data }) => data.id === found.data.id);
    const line = after.ledger.items.find(
      ({ id, event }) => id === found.data.id && event === 'keep',
    );
    if (pick === undefined || line === undefined) throw new Error('the decision was not settled');
    const titles = new Map(after.picks.map(({ name, data }) => [name, data.title]));
    return {
      candidate: { path: CANDIDATE, text, data: found.data },
      threshold: desk.settings.threshold,
      moved: { path: `content/${pick.path}`, line },
      with: withDecision,
      without,
      titleOf: (name) => titles.get(name),
    };
  } finally {
    kept.remove();
    undecided.remove();
  }
}

class SampleDesk {
  readonly root = mkdtempSync(join(tmpdir(), 'criba-worked-example-'));
  readonly content = join(this.root, 'content');

  constructor() {
    cpSync(join(ROOT, 'content'), this.content, { recursive: true });
    cpSync(join(ROOT, 'scripts/demo/feeds'), join(this.root, 'scripts/demo/feeds'), {
      recursive: true,
    });
  }

  async twoDays({ keep }: { keep: boolean }): Promise<Judgement> {
    await this.run('harvest', '2026-11-18T09:00:00+01:00');
    if (keep) {
      const path = join(this.root, CANDIDATE);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(/^decision: ""$/m, 'decision: "keep"'));
    }
    await this.run('settle', '2026-11-18T16:00:00+01:00', '--by', 'Omar');
    cpSync(NEXT_DAY, join(this.root, FEED));
    await this.run('harvest', '2026-11-19T09:00:00+01:00');
    return this.judgement();
  }

  async run(script: string, now: string, ...more: string[]): Promise<void> {
    const args = ['--now', now, '--quiet', ...more];
    const { code, stderr } = await runScript(script, args, { cwd: this.root });
    if (code !== 0) throw new Error(`${script} ended with ${code}\n${stderr}`);
  }

  /** What became of the one new item of the second day: from its file, or from the run's report where it has none. */
  async judgement(): Promise<Judgement> {
    const [path = ''] = globSync(join(this.root, '.criba/reports/20261119*-harvest.json'));
    const report = JSON.parse(readFileSync(path, 'utf8')) as RunReport;
    const [item, ...others] = report.outcomes.filter(({ source }) => source === 'slow-lines');
    if (item === undefined || others.length > 0) throw new Error(`${NEXT_DAY} has one item`);
    const { candidates } = await readDesk(this.content);
    const file: Entry<Candidate> | undefined = candidates.find(({ data }) => data.id === item.id);
    const { title, outcome, score = 0 } = item;
    return { title, outcome, score, why: file?.data.why ?? item.why ?? [] };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
