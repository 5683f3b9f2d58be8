import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NameField, useName } from '../../src/parts/name-field.tsx';
import { clientOf, OPEN_SESSION, personSession } from './sessions.ts';
import { setName } from '../../src/state/preferences.ts';

beforeEach(() => setName(''));
afterEach(() => setName(''));

const on = (children: ReactNode, session = OPEN_SESSION): ReactNode => (
  <QueryClientProvider client={clientOf(session)}>{children}</QueryClientProvider>
);

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
    on(
      <>
        <Form />
        <Form />
      </>,
    ),
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
  render(on(<Form />));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Another name' }));
  const field = screen.getByRole('textbox', { name: 'Your name' });
  await userEvent.clear(field);
  expect(screen.getByRole('status')).toHaveTextContent('');
  await userEvent.type(field, 'Tom');
  expect(screen.getByRole('status')).toHaveTextContent('Tom');
});

it('asks no name of somebody who is signed in, and offers no other one', () => {
  setName('Somebody else');
  render(on(<Form />, personSession({ name: 'Mara Voss' })));
  expect(screen.getByRole('status')).toHaveTextContent('Mara Voss');
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
