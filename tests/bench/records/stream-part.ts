import { createWriteStream, statSync } from 'node:fs';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild } from '../child.ts';
import type { Part } from '../part-types.ts';
import type { ImportJob, ImportTimes } from './import-file-child.ts';

const GIGABYTES = 2;
/** Long cells: what is to be shown is that the file's length costs no memory, not how many rows it has. */
const WORDS = 'the parcel was left with a neighbour and its paper was signed '.repeat(30);

const writeContacts = async (path: string, bytes: number, until: number): Promise<void> => {
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  file.write('contact_id,at,direction,intent,words\n');
  let number = 0;
  for (let written = 0; written < bytes;) {
    const rows: string[] = [];
    for (let i = 0; i < 500; i += 1) {
      number += 1;
      const at = new Date(until - (number % 900) * 86_400_000).toISOString();
      rows.push(`M-${number},${at},inbound,question,"${WORDS}"\n`);
    }
    const block = rows.join('');
    written += block.length;
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
};

/** A file of 2 GB through the same import: memory must not grow with it. */
export const streamPart: Part = {
  name: 'stream',
  title: 'A file of 2 GB',
  run: async ({ folder, say }) => {
    const now = Date.now();
    const measure = async (gigabytes: number): Promise<ImportTimes> => {
      const data = join(folder, `data-${gigabytes}`);
      const path = join(folder, `contacts-${gigabytes}.csv`);
      await mkdir(data, { recursive: true });
      await writeContacts(path, gigabytes * 1e9, now - 86_400_000);
      const job: ImportJob = {
        location: { kind: 'sqlite', folder: data },
        dataFolder: data,
        path,
        kind: 'contacts',
        now,
      };
      const times = await runChild<ImportTimes>('records/import-file-child.ts', job);
      say(
        `${(statSync(path).size / 1e9).toFixed(1)} GB: ${Math.round(times.milliseconds / 1000)} s, ${Math.round(times.peakMegabytes)} MB`,
      );
      await rm(path);
      await rm(data, { recursive: true });
      return times;
    };
    const small = await measure(GIGABYTES / 20);
    const large = await measure(GIGABYTES);
    return {
      how: [
        'One file of customers’ messages with long cells into an empty SQLite database, beside one of a twentieth of its size.',
      ],
      measured: [
        {
          what: 'highest resident memory, 0.1 GB',
          unit: 'MB',
          decimals: 0,
          runs: [small.peakMegabytes],
          aim: { most: 300 },
        },
        {
          what: 'highest resident memory, 2 GB',
          unit: 'MB',
          decimals: 0,
          runs: [large.peakMegabytes],
          aim: { most: 300 },
        },
        {
          what: 'time, 2 GB',
          unit: 's',
          decimals: 1,
          runs: [large.milliseconds / 1000],
          note: `${large.rows.toLocaleString('en')} rows`,
        },
      ],
    };
  },
};
