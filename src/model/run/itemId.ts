import { z } from 'astro/zod';
import { expects } from '../desk/expects.ts';

/** First 12 hex digits of the SHA-256 of an item's canonical address, minted once and stored. */
export const ItemId = z.string().regex(/^[0-9a-f]{12}$/, expects('expects/candidate-id', {}));
