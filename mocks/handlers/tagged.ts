import { HttpResponse } from 'msw';

/** Answers JSON with an ETag of the data version and the address; 304 where the asker has it already. */
export function tagged(request: Request, dataVersion: number, body: object): Response {
  const { pathname, search } = new URL(request.url);
  const etag = `"${dataVersion}-${encodeURIComponent(pathname + search)}"`;
  const headers = { etag, 'cache-control': 'no-cache' };
  if (request.headers.get('if-none-match') === etag) return new HttpResponse(null, { status: 304, headers });
  return HttpResponse.json(body, { headers });
}
