import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** How a child hands its result over: one line on standard output that begins with this. */
const RESULT = 'kept-bench-result ';

/**
 * Runs a script of this folder in a process of its own, so that its memory and its event loop are its own.
 * @param script path beneath `tests/bench`
 * @param input anything that is JSON; the script reads it by `childInput` and says what it is
 */
export const runChild = async <Result>(script: string, input: unknown): Promise<Result> => {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(input));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const line = output.split('\n').find((text) => text.startsWith(RESULT));
  if (code !== 0 || line === undefined) throw new Error(`${script} ended with ${String(code)}\n${output}`);
  return JSON.parse(line.slice(RESULT.length)) as Result;
};

export const childInput = (): unknown => JSON.parse(readFileSync(0, 'utf8'));

export const childResult = (result: unknown): void => {
  process.stdout.write(`${RESULT}${JSON.stringify(result)}\n`);
};

/** Highest resident memory of this process so far, in megabytes of 10^6 bytes. */
export const peakMegabytes = (): number => (process.resourceUsage().maxRSS * 1024) / 1e6;
