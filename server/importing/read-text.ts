import { createReadStream } from 'node:fs';
import { CHUNK_BYTES, type FileSurvey } from './survey-file.ts';

/** A piece of a file as UTF-8 bytes, and how many bytes of the file were read so far. */
export type Utf8Chunk = { readonly bytes: Buffer; readonly bytesRead: number };

/** The file from behind its byte order mark, decoded to UTF-8, piece by piece; characters are never cut apart. */
export async function* readUtf8(survey: FileSurvey, signal?: AbortSignal): AsyncGenerator<Utf8Chunk> {
  const decoder = survey.encoding === 'utf-8' ? null : new TextDecoder(survey.encoding);
  let bytesRead = survey.markBytes;
  for await (const chunk of createReadStream(survey.path, {
    start: survey.markBytes,
    highWaterMark: CHUNK_BYTES,
    ...(signal === undefined ? {} : { signal }),
  }) as AsyncIterable<Buffer>) {
    bytesRead += chunk.length;
    yield { bytes: decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true })), bytesRead };
  }
  if (decoder !== null) {
    const rest = decoder.decode();
    if (rest !== '') yield { bytes: Buffer.from(rest), bytesRead };
  }
}
