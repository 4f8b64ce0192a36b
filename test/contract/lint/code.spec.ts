import { type Fixture, type Proof, prove } from './lint-texts';

/** On no disk, now or later: the types of its texts are made up. */
const FILE = 'libs/domains/tickets/actions/not-on-disk.ts';

function code(rule: string, says: string, bad: string, good: string): Proof {
  return { rule, says, bad: { path: FILE, text: bad }, good: { path: FILE, text: good } };
}

function lines(path: string, count: number, line: string): Fixture {
  return { path, text: `${line}\n`.repeat(count) };
}

describe('code', () => {
  prove([
    code('@typescript-eslint/no-explicit-any', 'no any', 'export let x: any;\n', 'export let x: unknown;\n'),
    code('no-console', 'no console in the back end', 'console.log(1);\n', 'export const x = 1;\n'),
    {
      rule: 'max-lines',
      says: 'a file has 250 lines at most',
      bad: lines(FILE, 251, 'f();'),
      good: lines(FILE, 250, 'f();'),
    },
    {
      rule: 'max-lines',
      says: 'a component has 200 lines at most',
      bad: lines('apps/console/src/app/tickets/ticket-list.ts', 201, 'f();'),
      good: lines('apps/console/src/app/tickets/ticket-list.ts', 200, 'f();'),
    },
    {
      rule: 'max-lines',
      says: 'a template has 150 lines at most',
      bad: lines('libs/web/ui/lists/list.html', 151, '<p>x</p>'),
      good: lines('libs/web/ui/lists/list.html', 150, '<p>x</p>'),
    },
    {
      rule: 'max-lines',
      says: 'a migration may be long',
      bad: lines('libs/domains/kb/store/kb.ts', 300, 'f();'),
      good: lines('libs/domains/kb/store/migrations/create-kb.ts', 300, 'f();'),
    },
  ]);
});

describe('templates', () => {
  const template = (text: string): Fixture => ({ path: 'libs/web/ui/lists/list.html', text });
  prove([
    {
      rule: '@angular-eslint/template/alt-text',
      says: 'a picture has a text',
      bad: template('<img src="a.png">'),
      good: template('<img src="a.png" alt="A cat">'),
    },
    {
      rule: '@angular-eslint/template/click-events-have-key-events',
      says: 'what can be clicked can be reached by keyboard',
      bad: template('<div (click)="open()">Open</div>'),
      good: template('<button type="button" (click)="open()">Open</button>'),
    },
    {
      rule: '@angular-eslint/template/prefer-control-flow',
      says: '@if rather than *ngIf',
      bad: template('<p *ngIf="open">Open</p>'),
      good: template('@if (open) {<p>Open</p>}'),
    },
    {
      rule: '@angular-eslint/template/button-has-type',
      says: 'a button in an inline template says its type',
      bad: component('<button>Go</button>'),
      good: component('<button type="button">Go</button>'),
    },
  ]);
});

describe('promises and unions, with types', () => {
  prove(
    [
      code(
        '@typescript-eslint/no-floating-promises',
        'no promise is dropped',
        'export function f(): void {\n  Promise.resolve(1);\n}\n',
        'export async function f(): Promise<void> {\n  await Promise.resolve(1);\n}\n',
      ),
      code(
        '@typescript-eslint/no-misused-promises',
        'no promise where a yes or no is asked',
        'export function f(p: Promise<boolean>): number {\n  if (p) return 1;\n  return 2;\n}\n',
        'export async function f(p: Promise<boolean>): Promise<number> {\n  if (await p) return 1;\n  return 2;\n}\n',
      ),
      code(
        '@typescript-eslint/switch-exhaustiveness-check',
        'a switch names every case',
        `export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      break;\n  }\n}\n`,
        `export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n    case 'b':\n      break;\n  }\n}\n`,
      ),
      code(
        '@typescript-eslint/consistent-type-imports',
        'types are imported as types',
        `import { Server } from 'node:http';\nexport let x: Server;\n`,
        `import { type Server } from 'node:http';\nexport let x: Server;\n`,
      ),
    ],
    { types: true },
  );
});

function component(template: string): Fixture {
  return {
    path: 'libs/web/ui/lists/list.ts',
    text: `import { Component } from '@angular/core';\n@Component({ selector: 'desk-list', template: \`${template}\` })\nexport class List {}\n`,
  };
}
