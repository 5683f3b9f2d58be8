import { useCallback, useId, useRef, useState } from 'react';

type PopoverState = 'open' | 'closed';

/** Puts the panel under its trigger, kept inside the window. Written here because anchor positioning is not everywhere yet. */
export function placePanel(
  trigger: DOMRect,
  panel: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const gap = 4;
  const margin = 8;
  const left = Math.max(margin, Math.min(trigger.left, view.width - panel.width - margin));
  const below = trigger.bottom + gap;
  const top =
    below + panel.height <= view.height - margin
      ? below
      : Math.max(margin, Math.min(below, view.height - panel.height - margin));
  return { left, top };
}

/**
 * The platform's popover: top layer, light dismiss and Escape come from the browser; this adds the place,
 * the state for `aria-expanded`, and gives the focus back to the trigger.
 */
export function usePopover() {
  const id = useId();
  const triggerRef = useRef<HTMLButtonElement>(null);
  const panelRef = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<PopoverState>('closed');

  const place = useCallback(() => {
    const trigger = triggerRef.current;
    const panel = panelRef.current;
    if (trigger === null || panel === null) return;
    panel.style.minWidth = `${trigger.offsetWidth}px`;
    const { left, top } = placePanel(
      trigger.getBoundingClientRect(),
      { width: panel.offsetWidth, height: panel.offsetHeight },
      { width: window.innerWidth, height: window.innerHeight },
    );
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  }, []);

  const open = useCallback(() => {
    panelRef.current?.showPopover();
  }, []);

  const close = useCallback(() => {
    const panel = panelRef.current;
    if (panel?.matches(':popover-open') === true) panel.hidePopover();
  }, []);

  const onToggle = useCallback((event: { readonly newState: string }) => {
    setState(event.newState === 'open' ? 'open' : 'closed');
  }, []);

  return { id, triggerRef, panelRef, state, open, close, onToggle, place };
}
