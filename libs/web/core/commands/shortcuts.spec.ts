import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Preferences } from '../preferences/preferences';
import { type Command, CommandRegistry } from './command-registry';
import { Shortcuts } from './shortcuts';

const shortcuts = signal(true);
const ran: string[] = [];

function command(id: string, keys: string, more: Partial<Command> = {}): Command {
  return { id, keys: [keys], label: id, group: 'test', run: () => void ran.push(id), ...more };
}

function press(key: string, on: EventTarget = document.body, more: KeyboardEventInit = {}): void {
  on.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );
}

describe('Shortcuts', () => {
  let registry: CommandRegistry;

  beforeAll(() => {
    TestBed.configureTestingModule({ providers: [{ provide: Preferences, useValue: { shortcuts } }] });
  });

  beforeEach(() => {
    ran.length = 0;
    shortcuts.set(true);
    document.body.innerHTML = '<input /><div id="page"></div>';
    TestBed.configureTestingModule({ providers: [{ provide: Preferences, useValue: { shortcuts } }] });
    registry = TestBed.inject(CommandRegistry);
    TestBed.runInInjectionContext(() =>
      registry.register([
        command('to-me', 'i'),
        command('inbox', 'g i'),
        command('palette', 'Mod+k'),
        command('all', '?'),
      ]),
    );
    TestBed.inject(Shortcuts).start();
  });

  it('runs a single key, and a sequence in place of its second key', () => {
    press('i');
    press('g');
    press('i');
    expect(ran).toEqual(['to-me', 'inbox']);
  });

  it('knows a character however it is typed', () => {
    press('?', document.body, { shiftKey: true });
    expect(ran).toEqual(['all']);
  });

  it('leaves single keys to a field, combinations not', () => {
    const field = document.querySelector('input')!;
    press('i', field);
    press('k', field, { ctrlKey: true });
    expect(ran).toEqual(['palette']);
  });

  it.each(['combobox', 'listbox'])('leaves letters to a %s, which chooses by them', (role) => {
    const page = document.querySelector('#page')!;
    page.setAttribute('role', role);
    press('i', page);
    expect(ran).toEqual([]);
  });

  it('can be switched off, all but the combinations', () => {
    shortcuts.set(false);
    press('i');
    press('k', document.body, { metaKey: true });
    expect(ran).toEqual(['palette']);
  });

  it.each([
    ['aria-modal', 'true'],
    ['role', 'dialog'],
    ['role', 'alertdialog'],
  ])('rests while something with %s="%s" is open', (attribute, value) => {
    document.querySelector('#page')!.setAttribute(attribute, value);
    press('i');
    expect(ran).toEqual([]);
  });

  it('lets a page take over a key, unless its command is not available', () => {
    let isOpen = false;
    TestBed.runInInjectionContext(() =>
      registry.register([command('page', 'i', { isAvailable: () => isOpen })]),
    );
    press('i');
    isOpen = true;
    press('i');
    expect(ran).toEqual(['to-me', 'page']);
  });
});
