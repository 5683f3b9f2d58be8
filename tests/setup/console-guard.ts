import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

/**
 * `console.error` fails the test in which it is called: React, recharts and the query library
 * tell their mistakes there. A test that expects one calls `expectConsoleError` first.
 */
export function guardConsole(): void {
  beforeEach(() => {
    allowed = [];
    spies = [vi.spyOn(console, 'error').mockImplementation(() => undefined)];
  });

  afterEach(() => {
    const said = spies.flatMap((spy) => spy.mock.calls.map((call) => call.map(String).join(' ')));
    for (const spy of spies) spy.mockRestore();
    spies = [];
    const unexpected = said.filter((text) => !allowed.some((pattern) => pattern.test(text)));
    expect(unexpected, 'console.error was called').toEqual([]);
    const unheard = allowed.filter((pattern) => !said.some((text) => pattern.test(text)));
    expect(unheard, 'an expected console.error did not come').toEqual([]);
  });
}

let spies: ReadonlyArray<MockInstance<typeof console.error>> = [];
let allowed: readonly RegExp[] = [];

/** Lets messages that match pass in this test, and fails it where none comes. */
export function expectConsoleError(pattern: RegExp): void {
  allowed = [...allowed, pattern];
}
