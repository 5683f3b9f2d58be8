import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import '../../src/ui/tokens.css';
import '../../src/ui/base.css';
import { Button } from '../../src/ui/button.tsx';
import { MenuButton } from '../../src/ui/menu-button.tsx';
import { PopoverButton } from '../../src/ui/popover-button.tsx';
import { SegmentedControl } from '../../src/ui/segmented-control.tsx';
import { Stepper } from '../../src/ui/stepper.tsx';

const WEEKS = [
  { value: '46', label: 'Week 46' },
  { value: '45', label: 'Week 45' },
  { value: '9', label: 'Ninth week' },
  { value: '44', label: 'Week 44' },
] as const;

function Weeks({ onSelect = () => undefined }: { readonly onSelect?: (value: string) => void }) {
  return <MenuButton name="Week" label="Week 45" items={WEEKS} selected="45" onSelect={onSelect} />;
}

describe('MenuButton', () => {
  test('name, state and menu belong together', async () => {
    const user = userEvent.setup();
    render(<Weeks />);
    const button = screen.getByRole('button', { name: 'Week: Week 45' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('menu', { name: 'Week' })).toBeVisible();
    expect(screen.getByRole('menuitemradio', { name: /Week 45/ })).toHaveFocus();
    expect(screen.getByRole('menuitemradio', { name: /Week 45/ })).toHaveAttribute('aria-checked', 'true');
  });

  test.each([
    { keys: '{ArrowDown}', focused: 'Ninth week' },
    { keys: '{ArrowUp}', focused: 'Week 46' },
    { keys: '{ArrowUp}{ArrowUp}', focused: 'Week 44' },
    { keys: '{End}', focused: 'Week 44' },
    { keys: '{End}{ArrowDown}', focused: 'Week 46' },
    { keys: '{Home}', focused: 'Week 46' },
    { keys: 'n', focused: 'Ninth week' },
    { keys: 'ww', focused: 'Week 46' },
  ])('$keys from week 45 leads to $focused', async ({ keys, focused }) => {
    const user = userEvent.setup();
    render(<Weeks />);
    await user.click(screen.getByRole('button'));
    await user.keyboard(keys);
    expect(screen.getByRole('menuitemradio', { name: new RegExp(focused) })).toHaveFocus();
  });

  test('Enter chooses, the menu closes and the focus comes back to the button', async () => {
    const user = userEvent.setup();
    const onSelect = vi.fn();
    render(<Weeks onSelect={onSelect} />);
    const button = screen.getByRole('button');
    button.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('9');
    expect(screen.queryByRole('menuitemradio')).toBeNull();
    expect(button).toHaveFocus();
  });

  test('the arrows of a menu do not step the week of the page', async () => {
    const user = userEvent.setup();
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    render(<Weeks />);
    await user.click(screen.getByRole('button'));
    await user.keyboard('{ArrowDown}');
    document.removeEventListener('keydown', listen);
    expect(heard).not.toContain('ArrowDown');
  });

  test('actions are menu items without a mark', async () => {
    const user = userEvent.setup();
    render(
      <MenuButton name="Export" label="Export" items={[{ value: 'csv', label: 'CSV' }]} onSelect={() => undefined} />,
    );
    await user.click(screen.getByRole('button'));
    expect(screen.getByRole('menuitem', { name: 'CSV' })).toHaveFocus();
  });
});

describe('PopoverButton', () => {
  test('its panel exists only while it is open, and can close itself', async () => {
    const user = userEvent.setup();
    render(
      <PopoverButton label="All teams" name="Team: All teams" panelName="Choose a team">
        {({ close }) => <Button onClick={close}>Depot North</Button>}
      </PopoverButton>,
    );
    expect(screen.queryByText('Depot North')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Team: All teams' }));
    expect(screen.getByRole('dialog', { name: 'Choose a team' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Depot North' }));
    expect(screen.queryByText('Depot North')).toBeNull();
  });
});

describe('SegmentedControl', () => {
  function Compare() {
    const [value, setValue] = useState<'week' | 'year'>('week');
    const options = [
      { value: 'week', label: 'Previous week' },
      { value: 'year', label: 'Last year' },
    ] as const;
    return <SegmentedControl label="Compare" options={options} value={value} onChange={setValue} />;
  }

  test('it is a group of radio buttons with one tab stop, moved by arrows', async () => {
    const user = userEvent.setup();
    render(<Compare />);
    expect(screen.getByRole('radiogroup', { name: 'Compare' })).toBeVisible();
    await user.tab();
    expect(screen.getByRole('radio', { name: 'Previous week' })).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'Last year' })).toBeChecked();
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  test('its hit areas are at least 24 px high', () => {
    render(<Compare />);
    for (const radio of screen.getAllByRole('radio'))
      expect(radio.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  });
});

describe('Stepper', () => {
  test('a side with nowhere to go is disabled, the other one steps', async () => {
    const user = userEvent.setup();
    const onPress = vi.fn();
    render(
      <Stepper label="Week" previous={{ label: 'Previous week', onPress }} next={{ label: 'Next week', onPress: null }}>
        <Weeks />
      </Stepper>,
    );
    expect(screen.getByRole('group', { name: 'Week' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Next week' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Previous week' }));
    expect(onPress).toHaveBeenCalledOnce();
  });
});

describe('Button', () => {
  test('a button in a form sends nothing unless told to', () => {
    render(<Button>Save</Button>);
    expect(screen.getByRole('button', { name: 'Save' })).toHaveAttribute('type', 'button');
  });
});
