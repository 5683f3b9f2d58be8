import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { chooseEncoding, compress, WORTH_COMPRESSING_BYTES, type Encoding } from './encoding.ts';
import { linkHeader, preloadsFor } from './preloads.ts';
import { problemResponse } from './problem.ts';
import { holds } from './versioned-answer.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Already compressed; anything else gains from it. */
const PACKED = new Set(['.png', '.woff2', '.ico']);

const YEAR_SECONDS = 31_536_000;

type StaticFile = {
  readonly path: string;
  readonly type: string;
  readonly content: Buffer;
  readonly tag: string;
  readonly packs: boolean;
  readonly encoded: Map<Encoding, Promise<Buffer>>;
};

export type StaticFiles = {
  /** The file that a path names, the page for any path that is no file, or 404. */
  readonly answer: (c: Context) => Promise<Response>;
  /** Compresses every file as far as it goes, outside of the event loop; until then a quicker compression is sent. */
  readonly compressAll: () => Promise<void>;
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));

const load = (folder: string): ReadonlyMap<string, StaticFile> => {
  const files = new Map<string, StaticFile>();
  for (const name of filesBelow(folder)) {
    const path = `/${relative(folder, name).split(sep).join('/')}`;
    const content = readFileSync(name);
    const kind = extname(name);
    files.set(path, {
      path,
      type: TYPES[kind] ?? 'application/octet-stream',
      content,
      tag: `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`,
      packs: !PACKED.has(kind) && content.length >= WORTH_COMPRESSING_BYTES,
      encoded: new Map(),
    });
  }
  return files;
};

const bodyOf = async (file: StaticFile, encoding: Encoding): Promise<Buffer> => {
  const known = file.encoded.get(encoding);
  if (known !== undefined) return known;
  const body = compress(file.content, encoding, 5);
  file.encoded.set(encoding, body);
  return body;
};

/** Files of the build are named by their content and never change; everything else is asked for anew. */
const cacheControl = (path: string): string =>
  path.startsWith('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';

const PAGE = '/index.html';

const send = async (c: Context, file: StaticFile): Promise<Response> => {
  const headers: Record<string, string> = {
    'cache-control': cacheControl(file.path),
    etag: file.tag,
    vary: 'Accept-Encoding',
  };
  /* The page asks for these as soon as its script runs; announced here, they are on their way before. */
  const wanted = file.path === PAGE ? preloadsFor(new URL(c.req.url)) : [];
  if (wanted.length > 0) headers['link'] = linkHeader(wanted);
  if (holds(c.req.header('if-none-match'), file.tag)) return new Response(null, { status: 304, headers });
  const encoding = file.packs ? chooseEncoding(c.req.header('accept-encoding')) : 'identity';
  const body = await bodyOf(file, encoding);
  headers['content-type'] = file.type;
  headers['content-length'] = String(body.length);
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return new Response(new Uint8Array(body), { headers });
};

/** The built app, read once at start. */
export const openStaticFiles = (folder: string): StaticFiles => {
  const files = load(folder);
  return {
    answer: async (c) => {
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
        return problemResponse(
          { code: 'method-not-allowed', message: `${c.req.method} is not possible here.` },
          { allow: 'GET, HEAD' },
        );
      }
      const { pathname } = new URL(c.req.url);
      /* A path with an ending names a file; a file of an older build must not be answered with the page. */
      const named = files.get(pathname);
      const page = /\.[^/]*$/.test(pathname) ? undefined : files.get(PAGE);
      const file = named ?? page;
      return file === undefined
        ? problemResponse({ code: 'not-found', message: 'There is nothing at this address.' })
        : send(c, file);
    },
    compressAll: async () => {
      for (const file of files.values()) {
        if (!file.packs) continue;
        for (const encoding of ['br', 'gzip'] as const) {
          const body = await compress(file.content, encoding, 11);
          file.encoded.set(encoding, Promise.resolve(body));
        }
      }
    },
  };
};
