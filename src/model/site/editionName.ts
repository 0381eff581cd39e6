/** The two sites that one desk gives: what the team sees, and what everybody may see. */
export const EDITIONS = ['team', 'public'] as const;

export type EditionName = (typeof EDITIONS)[number];
