/** A fault as data, whatever its code: one that the sentence of another is about. */
export interface OtherFault {
  code: `${string}/${string}`;
  values: object;
}
