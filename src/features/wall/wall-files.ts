import { ANSWER_WITHIN } from '../../domain/wall-hearing.ts';
import { WALL_PATH } from './wall-path.ts';
import type { WallFiles } from './wall-world.ts';

/** What a page names as its scripts, styles and icons. */
const NAMED = /(?:src|href)="(\/[^"]+)"/g;

/** The files that a page's text names, sorted; empty where it is no page. */
export function filesNamed(html: string): readonly string[] {
  return [...html.matchAll(NAMED)].map(([, path = '']) => path).toSorted();
}

/** The page as the browser has it. Files are named by their content, so other names are another build. */
export function browserFiles(): WallFiles {
  const own = new Set(
    [...document.querySelectorAll('script[src], link[href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    ),
  );
  return {
    script: document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? '',
    served: async () => {
      const controller = new AbortController();
      const limit = setTimeout(() => controller.abort(), ANSWER_WITHIN);
      try {
        // Not by the shell's worker, which answers navigations alone: the question is what the service has.
        const response = await fetch(WALL_PATH, { cache: 'no-cache', signal: controller.signal });
        const files = response.ok ? filesNamed(await response.text()) : [];
        // A page that names no script is none of ours: the sign-in page of a network, a proxy's error.
        if (!files.some((file) => /\.(js|tsx)$/.test(file))) return { kind: 'unknown' };
        return files.every((file) => own.has(file)) ? { kind: 'this' } : { kind: 'other', files: files.join(' ') };
      } catch {
        return { kind: 'unknown' };
      } finally {
        clearTimeout(limit);
      }
    },
    reload: () => location.reload(),
  };
}
