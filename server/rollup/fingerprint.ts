import { createHash } from 'node:crypto';
import { readSetting, writeSetting } from '../db/data-version.ts';
import type { Sql } from '../db/database.ts';
import { DEFINITIONS } from '../indicators/definitions.ts';
import type { FigureSettings } from '../records/types.ts';
import { sqlSettings } from './sql-settings.ts';

const FINGERPRINT_KEY = 'figures-counted-by';
const ZONE_KEY = 'days-counted-in';

/** A short text that differs when the SQL of any indicator differs: by its definition or by the settings in it. */
const fingerprint = (settings: FigureSettings): string => {
  const hash = createHash('sha256');
  const values = sqlSettings(settings);
  for (const { id, stored, parts } of DEFINITIONS) {
    hash.update(`${id} ${stored}\n`);
    for (const { base, when, numerator, denominator } of parts) {
      hash.update(`${base.sql({ kind: 'all' }, values)}\n${JSON.stringify(when)}\n${numerator}\n${denominator}\n`);
    }
  }
  return hash.digest('hex').slice(0, 32);
};

/** Notes by which definitions and settings the observations were counted. */
export const keepFingerprint = async (tx: Sql, settings: FigureSettings): Promise<void> => {
  await writeSetting(tx, FINGERPRINT_KEY, fingerprint(settings));
  await writeSetting(tx, ZONE_KEY, settings.timeZone);
};

/**
 * What has to be done before the figures of a database can be shown with these settings.
 * `rezone`: days and weeks were made in another time zone. `rebuild`: definitions or settings of the figures differ.
 */
export const figuresNeed = async (db: Sql, settings: FigureSettings): Promise<'nothing' | 'rebuild' | 'rezone'> => {
  const zone = await readSetting(db, ZONE_KEY);
  if (zone !== null && zone !== settings.timeZone) return 'rezone';
  const counted = await readSetting(db, FINGERPRINT_KEY);
  return counted === fingerprint(settings) ? 'nothing' : 'rebuild';
};
