import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { Button } from '../../src/ui/button.tsx';
import { Dialog } from '../../src/ui/dialog.tsx';

function Page() {
  const [state, setState] = useState<'open' | 'closed'>('closed');
  return (
    <>
      <Button
        onClick={() => {
          setState('open');
        }}
      >
        How is this computed
      </Button>
      {state === 'open' ? (
        <Dialog
          title="On time, week 46"
          onClose={() => {
            setState('closed');
          }}
        >
          <Button>Inside</Button>
        </Dialog>
      ) : null}
    </>
  );
}

async function opened() {
  const user = userEvent.setup();
  render(<Page />);
  const opener = screen.getByRole('button', { name: 'How is this computed' });
  await user.click(opener);
  return { user, opener, dialog: screen.getByRole('dialog', { name: 'On time, week 46' }) };
}

describe('Dialog', () => {
  test('it is modal, named by its title, and takes the focus', async () => {
    const { dialog } = await opened();
    expect(dialog.matches(':modal')).toBe(true);
    expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
  });

  test('the close button closes it and gives the focus back', async () => {
    const { user, opener } = await opened();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(opener).toHaveFocus();
  });

  test('Escape closes it and gives the focus back', async () => {
    const { opener, dialog } = await opened();
    // What the browser sends for Escape; a synthetic key reaches no platform dialog.
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(opener).toHaveFocus();
  });

  test('a press on the backdrop closes it, a press inside does not', async () => {
    const { user, dialog } = await opened();
    await user.click(screen.getByRole('button', { name: 'Inside' }));
    expect(dialog).toBeInTheDocument();
    const box = dialog.getBoundingClientRect();
    await user.pointer({
      target: dialog,
      coords: { clientX: box.left - 10, clientY: box.top + 5 },
      keys: '[MouseLeft]',
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
