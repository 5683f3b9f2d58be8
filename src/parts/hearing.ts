import { createContext, useContext } from 'react';

/**
 * How well the service is heard, as a tile needs it. Apart from the model: that a poll went missing changes how a figure
 * looks, not what it says.
 */
export type Hearing =
  | { readonly kind: 'heard' }
  | { readonly kind: 'lost'; readonly since: string; readonly minutes: number; readonly colours: 'kept' | 'withdrawn' };

export const HEARD: Hearing = { kind: 'heard' };

export const HearingContext = createContext<Hearing>(HEARD);

export function useHearing(): Hearing {
  return useContext(HearingContext);
}
