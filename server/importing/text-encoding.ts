import { isAscii, isUtf8 } from 'node:buffer';

/** The encodings that Kept reads. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type ByteOrderMark = { readonly encoding: Encoding; readonly length: number };

/** The mark at the start of a file, or null. Source: https://www.unicode.org/faq/utf_bom.html */
export const byteOrderMark = (head: Uint8Array): ByteOrderMark | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
};

const SAMPLE_BYTES = 4096;
/** In text of a Latin script nearly every second byte of UTF-16 is zero; in binary files zeros fall on both sides. */
const MOSTLY = 0.4;

/** UTF-16 without a mark, by where its zero bytes fall; null where the bytes do not look like it. */
export const unmarkedUtf16 = (head: Uint8Array): Encoding | null => {
  const sample = head.subarray(0, SAMPLE_BYTES);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < pairs * 2; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  }
  if (oddZeros > pairs * MOSTLY && evenZeros === 0) return 'utf-16le';
  if (evenZeros > pairs * MOSTLY && oddZeros === 0) return 'utf-16be';
  return null;
};

/**
 * Watches whether a stream of bytes is UTF-8, character borders across chunks included.
 * `end()` answers false where the last character breaks off.
 */
export const utf8Watch = () => {
  let rest: Buffer = Buffer.alloc(0);
  let valid = true;
  let ascii = true;
  return {
    push: (chunk: Buffer): void => {
      if (!valid) return;
      if (rest.length === 0 && isAscii(chunk)) return;
      ascii = false;
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const whole = wholeCharacters(bytes);
      if (!isUtf8(bytes.subarray(0, whole))) valid = false;
      rest = Buffer.from(bytes.subarray(whole));
    },
    end: (): 'ascii' | 'utf-8' | 'other' => (!valid || rest.length > 0 ? 'other' : ascii ? 'ascii' : 'utf-8'),
  };
};

/** Bytes up to the last character that is certain to be whole: at most three bytes are held back. */
const wholeCharacters = (bytes: Uint8Array): number => {
  const end = bytes.length;
  for (let back = 1; back <= Math.min(3, end); back += 1) {
    const byte = bytes[end - back] ?? 0;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? end - back : end;
  }
  return end;
};
