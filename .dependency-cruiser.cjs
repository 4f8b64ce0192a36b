/** Cycles only: everything else about imports is ESLint's, in eslint.config.mjs. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or want a third below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^libs/web/api-client/|\\.html$|\\.scss$' },
    // A cycle of types alone is a cycle for the reader.
    tsPreCompilationDeps: true,
  },
};
