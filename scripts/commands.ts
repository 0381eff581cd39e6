import type { Command, CommandGroup } from '../src/cli/command/command.ts';

/** Every command, in the order in which `criba help` lists them. A command reads in what it needs only when it is called. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command | CommandGroup>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  harvest: async () => (await import('./harvest.ts')).harvestCommand,
  sources: async () => (await import('./sources.ts')).sourcesCommand,
  score: async () => (await import('./score.ts')).scoreCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  learn: async () => (await import('./learn.ts')).learnCommand,
  settle: async () => (await import('./settle.ts')).settleCommand,
  add: async () => (await import('./add.ts')).addCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  build: async () => (await import('./build.ts')).buildCommand,
  dev: async () => (await import('./dev.ts')).devCommand,
};
