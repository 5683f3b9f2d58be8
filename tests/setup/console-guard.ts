import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

/**
 * `console.error` fails the test in which it is called: React, recharts and the query library tell their mistakes there.
 * A test that provokes one spies on it itself.
 */
export function guardConsole(): void {
  let spy: MockInstance<typeof console.error> | null = null;

  beforeEach(() => {
    spy = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  afterEach(() => {
    const said = spy?.mock.calls.map((call) => call.map(String).join(' ')) ?? [];
    spy?.mockRestore();
    spy = null;
    expect(said, 'console.error was called').toEqual([]);
  });
}
