import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { guardConsole } from './console-guard.ts';

// Sizes are those of the page, whatever fonts the machine has.
await Promise.all([...document.fonts].map((font) => font.load()));

afterEach(() => {
  cleanup();
});

guardConsole();
