import { HttpResponse, http, type RequestHandler } from 'msw';
import { ENDPOINTS } from '../../src/contract/endpoints.ts';
import type { MockState } from '../state/mock-state.ts';
import { gate } from './gate.ts';

/** Every endpoint with its method, path and summary; the schemas are the service's to publish. */
function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const { id, method, path, summary, status } of ENDPOINTS) {
    const key = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[key] = {
      ...paths[key],
      [method.toLowerCase()]: { operationId: id, summary, responses: { [status]: { description: summary } } },
    };
  }
  return { openapi: '3.1.0', info: { title: 'Kept', version: '1' }, paths };
}

export function openApiHandlers(state: MockState): RequestHandler[] {
  return [http.get('*/api/openapi.json', async () => (await gate(state)) ?? HttpResponse.json(openApi()))];
}
