import { relative, sep } from 'node:path';

import { placeOf, targetOf } from './places.mjs';

/**
 * A rule about imports. `judge({ from, to, specifier, names, isLazy, options })` answers with what is wrong, or nothing.
 * It sees every way to name a module: import, re-export, dynamic import, import type and require.
 */
export function importRule(description, judge) {
  return {
    meta: {
      type: 'problem',
      docs: { description },
      schema: [{ type: 'object' }],
      messages: { wrong: '{{problem}}' },
    },
    create(context) {
      const from = placeOf(relative(context.cwd, context.filename).split(sep).join('/'));
      if (from.area === 'tooling') return {};
      const options = context.options[0] ?? {};

      function check(source, names, isLazy = false) {
        if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
        const specifier = source.value;
        const problem = judge({ from, to: targetOf(from, specifier), specifier, names, isLazy, options });
        if (problem) context.report({ node: source, messageId: 'wrong', data: { problem } });
      }

      return {
        ImportDeclaration: (node) => check(node.source, node.specifiers.map(importedName)),
        ExportNamedDeclaration: (node) =>
          check(
            node.source,
            node.specifiers.map((each) => nameOf(each.local)),
          ),
        ExportAllDeclaration: (node) => check(node.source, ['*']),
        ImportExpression: (node) => check(node.source, ['*'], true),
        TSImportType: (node) => check(node.source ?? node.argument?.literal, [qualifiedName(node.qualifier)]),
        TSExternalModuleReference: (node) => check(node.expression, ['*']),
        'CallExpression[callee.name="require"]': (node) => check(node.arguments[0], ['*']),
      };
    },
  };
}

function importedName(specifier) {
  return specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : '*';
}

function nameOf(identifier) {
  return identifier.name ?? identifier.value;
}

function qualifiedName(qualifier) {
  if (!qualifier) return '*';
  return qualifier.type === 'TSQualifiedName' ? qualifiedName(qualifier.left) : qualifier.name;
}
