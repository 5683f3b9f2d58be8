import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NameField, useName } from '../../src/parts/name-field.tsx';
import { setName } from '../../src/state/preferences.ts';

beforeEach(() => setName(''));
afterEach(() => setName(''));

function Form() {
  return (
    <>
      <NameField />
      <output>{useName()}</output>
    </>
  );
}

it('asks for a name once, and every form on the page knows it letter by letter', async () => {
  render(
    <>
      <Form />
      <Form />
    </>,
  );
  const [first] = screen.getAllByRole('textbox', { name: 'Your name' });
  await userEvent.type(first ?? document.body, 'Mara Voss');
  expect(first).toHaveValue('Mara Voss');
  for (const known of screen.getAllByRole('status')) expect(known).toHaveTextContent('Mara Voss');
  // The one that was not typed in needs not ask any more.
  expect(screen.getAllByRole('textbox')).toHaveLength(1);
});

it('says under which name is written, and takes another', async () => {
  setName('Mara Voss');
  render(<Form />);
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Another name' }));
  const field = screen.getByRole('textbox', { name: 'Your name' });
  await userEvent.clear(field);
  expect(screen.getByRole('status')).toHaveTextContent('');
  await userEvent.type(field, 'Tom');
  expect(screen.getByRole('status')).toHaveTextContent('Tom');
});
