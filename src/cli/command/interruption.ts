import { CribaError } from '../../model/run/error.ts';

/** A signal that aborts when a person ends the command, so that it can still keep what it has learned. */
export function interruption(): AbortSignal {
  const control = new AbortController();
  const stop = () => {
    control.abort(
      new CribaError('usage/stopped', 'Stopped. Nothing was written to the desk.', {
        hint: 'Run it again: it goes on where publishers left off.',
      }),
    );
  };
  // Once: a second Ctrl+C ends it there and then.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  return control.signal;
}
