import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { followDataVersion, type EventStream } from '../../src/api/live.ts';

type Listener = (event: MessageEvent<string>) => void;

function fakeStream() {
  const listeners: Listener[] = [];
  const stream: EventStream = {
    addEventListener: (type, listener) => {
      if (type === 'message') listeners.push(listener);
    },
    close: vi.fn(),
  };
  const say = (data: string): void => {
    for (const listener of listeners) listener({ data } as MessageEvent<string>);
  };
  return { stream, say };
}

const event = (dataVersion: number): string => JSON.stringify({ dataVersion, build: 'b' });

function screen() {
  const client = new QueryClient();
  client.setQueryData(['health'], { dataVersion: 1 });
  const refetched = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
  return { client, refetched };
}

describe('following the data version', () => {
  it('fetches the screen again when an import has landed', () => {
    const { client, refetched } = screen();
    const { stream, say } = fakeStream();
    followDataVersion(client, () => stream);
    say(event(2));
    expect(refetched).toHaveBeenCalledTimes(1);
  });

  it.each([
    { name: 'the version that it has', data: event(1) },
    { name: 'something that is no event', data: 'hello' },
    { name: 'an event of another contract', data: '{"dataVersion":"2"}' },
  ])('leaves the screen alone at $name', ({ data }) => {
    const { client, refetched } = screen();
    const { stream, say } = fakeStream();
    followDataVersion(client, () => stream);
    say(data);
    expect(refetched).not.toHaveBeenCalled();
  });

  it('is told by the poll as well: a proxy may swallow event streams', () => {
    const { client, refetched } = screen();
    followDataVersion(client, () => fakeStream().stream);
    client.setQueryData(['health'], { dataVersion: 2 });
    expect(refetched).toHaveBeenCalledTimes(1);
  });

  it('fetches once for one import, told by stream and poll', () => {
    const { client, refetched } = screen();
    const { stream, say } = fakeStream();
    followDataVersion(client, () => stream);
    say(event(2));
    client.setQueryData(['health'], { dataVersion: 2 });
    expect(refetched).toHaveBeenCalledTimes(1);
  });

  it('listens again once the service is heard, where a proxy’s error page closed the stream for good', () => {
    const { client, refetched } = screen();
    const closed = { ...fakeStream().stream, readyState: 2 };
    const { stream, say } = fakeStream();
    const streams = [closed, stream];
    const open = vi.fn(() => streams.shift() ?? stream);
    followDataVersion(client, open);
    client.setQueryData(['health'], { dataVersion: 1 });
    client.setQueryData(['health'], { dataVersion: 1 });
    expect(open).toHaveBeenCalledTimes(2);
    say(event(2));
    expect(refetched).toHaveBeenCalledTimes(1);
  });

  it('closes the stream when it is left: one a page, not one a visit', () => {
    const { client, refetched } = screen();
    const { stream } = fakeStream();
    followDataVersion(client, () => stream)();
    client.setQueryData(['health'], { dataVersion: 2 });
    expect(stream.close).toHaveBeenCalledTimes(1);
    expect(refetched).not.toHaveBeenCalled();
  });
});
