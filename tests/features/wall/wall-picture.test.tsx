import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { WallFrame } from '../../../src/features/wall/wall-frame.ts';
import { NothingYetPicture } from '../../../src/features/wall/nothing-yet-picture.tsx';
import { wallPages } from '../../../src/features/wall/pages.ts';
import { PairingPicture } from '../../../src/features/wall/pairing-picture.tsx';
import { WallPicture } from '../../../src/features/wall/wall-picture.tsx';
import type { PagesInput, WallPage } from '../../../src/features/wall/wall-page.ts';
import { FRAME, inputOfScenario, REFERENCE } from './boards.ts';

function firstPage(input: PagesInput, slide: string): WallPage {
  const page = wallPages(input).find((each) => each.slide.id === slide);
  if (page === undefined) throw new Error(`no page of ${slide}`);
  return page;
}

function show(input: PagesInput, slide: string, frame: WallFrame = FRAME) {
  return render(<WallPicture input={input} page={firstPage(input, slide)} frame={frame} />);
}

/** Of what is drawn, which no role leads to: readers get the sentences. */
function drawing(container: HTMLElement): SVGSVGElement {
  // eslint-disable-next-line testing-library/no-node-access
  const svg = container.querySelector('svg');
  if (svg === null) throw new Error('nothing is drawn');
  return svg;
}

const shapesOf = (container: HTMLElement): ReadonlyArray<string | null> =>
  // eslint-disable-next-line testing-library/no-node-access
  [...drawing(container).querySelectorAll('[data-shape]')].map((mark) => mark.getAttribute('data-shape'));

describe('a page of the wall', () => {
  it('says in sentences what it draws, and hides the drawing', () => {
    const { container } = show(inputOfScenario('design'), 'trend-repeated-claims');
    expect(screen.getByRole('heading', { level: 1, name: 'Repeated claims' })).toBeInTheDocument();
    expect(
      screen.getByText(/^Repeated claims \(lower is better\): 11\.8\s%; Act; \+1\.8\spp, target at most 10\s%/),
    ).toBeInTheDocument();
    expect(screen.getByText('Data to Sun 15 Nov. Heard at 08:41.')).toBeInTheDocument();
    expect(screen.getByText('Page 1 of 4.')).toBeInTheDocument();
    expect(drawing(container)).toHaveAttribute('aria-hidden', 'true');
    expect(drawing(container)).toHaveAttribute('viewBox', '0 0 1920 1080');
  });

  it('withdraws colours with hollow shapes, and says what is out of order', () => {
    const input = inputOfScenario('design');
    const { container, rerender } = show(input, 'dimensions');
    expect(shapesOf(container)).toContain('act');
    const lost: WallFrame = {
      ...FRAME,
      colours: 'withdrawn',
      hearing: 'lost',
      notices: ['No connection since 14:05, showing 14:03'],
    };
    rerender(<WallPicture input={input} page={firstPage(input, 'dimensions')} frame={lost} />);
    expect(shapesOf(container)).toContain('act-stale');
    expect(shapesOf(container)).not.toContain('act');
    expect(drawing(container)).toHaveTextContent('No connection since 14:05, showing 14:03');
    expect(screen.getByText('No connection since 14:05, showing 14:03.')).toBeInTheDocument();
    // eslint-disable-next-line testing-library/no-node-access
    expect(drawing(container).querySelector('[data-hearing="lost"]')).not.toBeNull();
  });

  it('lets only the heartbeat move while nothing else changes', () => {
    const input = inputOfScenario('design');
    const page = firstPage(input, 'dimensions');
    const { container, rerender } = render(<WallPicture input={input} page={page} frame={FRAME} />);
    // eslint-disable-next-line testing-library/no-node-access
    const before = [...drawing(container).querySelectorAll('text, path')];
    rerender(<WallPicture input={input} page={page} frame={{ ...FRAME, untilBeat: 0.9, notices: [] }} />);
    // eslint-disable-next-line testing-library/no-node-access
    expect([...drawing(container).querySelectorAll('text, path')]).toEqual(before);
  });

  it('says that it is paused and why it stays longer', () => {
    const frame: WallFrame = { ...FRAME, rotation: 'paused', longer: 'Stays longer: new signal since Mon 9 Nov' };
    const { container } = show(inputOfScenario('design'), 'signals', frame);
    expect(drawing(container)).toHaveTextContent('Paused');
    expect(drawing(container)).toHaveTextContent('Stays longer: new signal since Mon 9 Nov');
    expect(screen.getByText('Page 1 of 4, paused.')).toBeInTheDocument();
  });
});

describe('a screen that waits', () => {
  it('shows its code large, what to do with it and until when, and says a new code letter by letter', () => {
    const props = {
      canvas: REFERENCE,
      address: 'https://kept.example.org/displays',
      expiresWords: 'Holds until 14:15',
      notices: [],
    };
    const { container, rerender } = render(<PairingPicture {...props} code="7KM4XQ" />);
    expect(screen.getByRole('heading', { name: 'Pair this screen' })).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Code 7 K M 4 X Q');
    // eslint-disable-next-line testing-library/no-node-access
    const code = [...drawing(container).querySelectorAll('text')].filter(({ textContent }) =>
      /^[0-9A-Z]{3}$/.test(textContent),
    );
    expect(code.map(({ textContent }) => textContent)).toEqual(['7KM', '4XQ']);
    expect(Number(code[0]?.getAttribute('font-size'))).toBeGreaterThanOrEqual(143);
    expect(drawing(container)).toHaveTextContent('https://kept.example.org/displays');
    expect(drawing(container)).toHaveTextContent('Holds until 14:15');
    rerender(<PairingPicture {...props} code="9ABCDE" />);
    expect(screen.getByRole('status')).toHaveTextContent('Code 9 A B C D E');
  });

  it('says why there is nothing to show yet', () => {
    const { container } = render(
      <NothingYetPicture canvas={REFERENCE} frame={{ ...FRAME, dataTo: null }} words="There is no data yet." />,
    );
    expect(screen.getByRole('heading', { name: 'Kept' })).toBeInTheDocument();
    expect(screen.getByText('There is no data yet.', { selector: 'p' })).toBeInTheDocument();
    expect(drawing(container)).toHaveTextContent('There is no data yet.');
  });
});
