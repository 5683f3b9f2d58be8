import { describe, expect, it } from 'vitest';
import type { EventStream } from '../../src/api/live.ts';
import { wallStream } from '../../src/api/wall-live.ts';
import type { WallEvent } from '../../src/contract/displays.ts';

type Listener = (event: MessageEvent<string>) => void;

/** A stream of which the test is the other end. */
function fakeStreams() {
  const made: Array<{ state: number; closed: boolean; readonly listeners: Map<string, Listener> }> = [];
  const open = (): EventStream => {
    const stream = { state: 1, closed: false, listeners: new Map<string, Listener>() };
    made.push(stream);
    return {
      addEventListener: (type, listener) => stream.listeners.set(type, listener),
      close: () => {
        stream.closed = true;
      },
      get readyState() {
        return stream.state;
      },
    };
  };
  return { made, open };
}

const EVENT: WallEvent = { dataVersion: 4, build: 'b', revision: 2, command: 0 };

function watched() {
  const streams = fakeStreams();
  const events: WallEvent[] = [];
  let opened = 0;
  const stream = wallStream({ opened: () => (opened += 1), event: (event) => events.push(event) }, streams.open);
  const say = (type: string, data = ''): void => {
    streams.made.at(-1)?.listeners.get(type)?.({ data } as MessageEvent<string>);
  };
  return { stream, made: streams.made, events, opened: () => opened, say };
}

describe('the events of a wall', () => {
  it('are handed on where they are what the contract says, and nothing else is', () => {
    const { stream, events, say } = watched();
    stream.keepOpen();
    say('message', JSON.stringify(EVENT));
    say('message', '<html>');
    say('message', '{"dataVersion":"x"}');
    expect(events).toEqual([EVENT]);
  });

  it('come over one stream, however often it is asked for', () => {
    const { stream, made } = watched();
    stream.keepOpen();
    stream.keepOpen();
    expect(made).toHaveLength(1);
  });

  it('come over a new stream after the first was closed for good, with nothing left of it', () => {
    const { stream, made } = watched();
    stream.keepOpen();
    const [first] = made;
    if (first !== undefined) first.state = 2;
    stream.keepOpen();
    expect(made).toHaveLength(2);
    expect(first?.closed).toBe(true);
  });

  it('say that the service is there again, not that it is there', () => {
    const { stream, say, opened } = watched();
    stream.keepOpen();
    say('open');
    expect(opened()).toBe(0);
    say('open');
    expect(opened()).toBe(1);
  });
});
