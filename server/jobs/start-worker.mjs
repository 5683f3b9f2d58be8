// On Node 20 `--import tsx` does not reach worker threads: the worker registers it for itself.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
