import type { ComponentProps, MouseEvent } from 'react';
import type { Step } from '../../reading/review-steps.ts';

/** Where steps lead: the address to write into links, and what a press does. The same object as long as the review is the same. */
export type StepLinks = { readonly href: (step: Step) => string; readonly go: (step: Step, at: number) => void };

type Props = Omit<ComponentProps<'a'>, 'href' | 'onClick'> & { readonly links: StepLinks; readonly step: Step };

/** A step of the agenda as a link: it can be opened in another tab, and sent to somebody. */
export function StepLink({ links, step, children, ...rest }: Props) {
  const press = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    links.go(step, event.timeStamp);
  };
  return (
    <a href={links.href(step)} onClick={press} {...rest}>
      {children}
    </a>
  );
}
