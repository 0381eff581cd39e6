/** A fault that the sentence of another is about, as data; or one that is not translated yet. */
export interface OtherFault {
  code: `${string}/${string}`;
  values?: object | undefined;
  message?: string | undefined;
  hint?: string | undefined;
}
