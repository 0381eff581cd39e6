/** The language of a declaration in any spelling (`es-ES`, `en_us`), as `es`; undefined for what is none. */
export function primarySubtag(declared: string | undefined): string | undefined {
  return /^([a-z]{2,3})(?:[-_]|$)/.exec(declared?.trim().toLowerCase() ?? '')?.[1];
}
