import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text for addresses and headers: nothing that could be guessed, so a plain hash of it may be kept. */
export const newSecret = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`;

/**
 * What is kept of a secret. It is looked up by its hash: how long that takes says something of the hash alone, from which
 * no secret follows, so the comparison gives nothing away.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
