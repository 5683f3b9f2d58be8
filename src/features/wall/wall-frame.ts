/** The surface that is drawn on, in CSS pixels, and how large it is seen. */
export type Canvas = {
  readonly width: number;
  readonly height: number;
  readonly diagonalInches: number;
  readonly distanceMetres: number;
};

/**
 * How well the service is heard. `starting`: nothing was heard since the page was loaded, what is shown was kept from before.
 * `late`: one poll went missing, or the answer takes long. `lost`: two or more did (ux.md, three clocks).
 */
export type WallHearing = 'starting' | 'live' | 'late' | 'lost';

/** What stands around every page of every slide: the three clocks, the heartbeat, and what has to be said of them. All in words. */
export type WallFrame = {
  /** `08:42`, the service's time in the display's zone. */
  readonly clock: string;
  /** `Data to Sun 15 Nov`; null before there is data. */
  readonly dataTo: string | null;
  /** `Heard at 08:41`; with its date where that is not today. */
  readonly heardAt: string;
  readonly hearing: WallHearing;
  /** What is out of order, the gravest first: `No connection since 14:05, showing 14:03`, `This screen's clock is 4 min slow`. */
  readonly notices: readonly string[];
  /** Withdrawn after three missed cadences: shapes hollow, no status colour. */
  readonly colours: 'shown' | 'withdrawn';
  /** 0..1: how far the time until the next beat has run; the ring fills by it and breaks where `hearing` is `lost`. */
  readonly untilBeat: number;
  /** Which of how many pages is on. */
  readonly position: { readonly index: number; readonly count: number };
  readonly rotation: 'turning' | 'paused';
  /** Why this page stays longer: `Stays longer: new signal since Mon 9 Nov`; null where it does not. */
  readonly longer: string | null;
};
