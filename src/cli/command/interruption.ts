import { CribaError } from '../../model/run/error.ts';

/** A signal that aborts when a person ends the command, so that it can still keep what it has learned. */
export interface Interruption {
  signal: AbortSignal;
  /** for when the command is done: from then on signals do what they do by default */
  stopListening(): void;
}

export function listenForInterruption(): Interruption {
  const control = new AbortController();
  const stop = () => {
    control.abort(new CribaError('usage/stopped', {}));
  };
  // Once: a second Ctrl+C ends it there and then.
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return {
    signal: control.signal,
    stopListening: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
}
