import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { isWebAddress } from '../model/desk/text.ts';
import { Instant } from '../model/desk/time.ts';
import { Reason } from '../model/desk/why.ts';
import { OUTCOMES } from '../model/run/outcome.ts';
import { RememberedText } from '../model/run/rememberedText.ts';
import type { RunOutcomes } from '../model/site/teamKnowledge.ts';

const Text = z.string().optional().catch(undefined);

/** An item of a report, as far as it can be read; without an outcome it is none. */
const StoredOutcome = z.object({
  source: z.string().catch(''),
  title: z.string().catch(''),
  outcome: z.enum(OUTCOMES),
  id: Text,
  url: z.string().refine(isWebAddress).optional().catch(undefined),
  score: z.int().min(0).max(100).optional().catch(undefined),
  audience: Text,
  why: z.array(Reason).optional().catch(undefined),
  language: Text,
  detail: Text,
  ...lenient(RememberedText.shape),
});

/** Values of which one that cannot be read is left out. */
function lenient<S extends z.ZodRawShape>(shape: S): S {
  const entries = Object.entries(shape) as [string, z.ZodType][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, value.catch(undefined)]),
  ) as unknown as S;
}

const ReadReport = z.object({ run: z.string(), now: Instant, outcomes: z.array(z.unknown()) });

/**
 * What the newest harvest that left a report made of each item; undefined if none did. A file that cannot be read is
 * no report, and the one before it counts; an item or a field that cannot be read is left out.
 * @param folder `.criba`
 */
export async function readNewestReport(folder: string): Promise<RunOutcomes | undefined> {
  const reports = join(folder, 'reports');
  const files = await readdir(reports).catch(() => []);
  // The name of a run begins with its time.
  for (const file of files
    .filter((name) => /^\d{8}t\d{6}z-.*\.json$/.test(name))
    .sort()
    .reverse()) {
    const report = ReadReport.safeParse(await contentOf(join(reports, file)));
    if (report.success)
      return { ...report.data, outcomes: report.data.outcomes.flatMap(storedOutcomes) };
  }
  return undefined;
}

function storedOutcomes(entry: unknown): RunOutcomes['outcomes'] {
  const read = StoredOutcome.safeParse(entry);
  return read.success ? [read.data] : [];
}

async function contentOf(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
