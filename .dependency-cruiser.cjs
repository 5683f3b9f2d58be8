/** Which way imports may run; every rule says why. The drawing is in docs/architecture.md. */
const only = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to.path, pathNot: to.pathNot },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle means that a wall stands in the wrong place.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that resolves to nothing breaks at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|cloudflare:)' },
    },
    only(
      'domain-is-pure',
      'Figures are computed without a browser, a server or a library, so that every place can share them.',
      '^src/domain',
      { path: '.', pathNot: '^src/domain' },
    ),
    only(
      'contract-on-domain',
      'The contract is the seam: it knows the domain and zod, nothing of either side.',
      '^src/contract',
      { path: '.', pathNot: '^src/(contract|domain)|node_modules/zod' },
    ),
    only('api-on-contract', 'The only fetch knows contract and domain, no page.', '^src/api', {
      path: '^(src|server|mocks)/',
      pathNot: '^src/(api|contract|domain)/',
    }),
    only('state-on-domain', 'Address and preferences hold nothing fetched.', '^src/state', {
      path: '^(src|server|mocks)/',
      pathNot: '^src/(state|domain)/',
    }),
    only('charts-on-domain', 'A chart draws a model; it fetches nothing and knows no page.', '^src/charts', {
      path: '^(src|server|mocks)/',
      pathNot: '^src/(charts|ui|domain)/',
    }),
    only('ui-on-domain', 'Primitives work without data and router.', '^src/ui', {
      path: '^(src|server|mocks)/',
      pathNot: '^src/(ui|domain)/',
    }),
    only(
      'reading-on-answers',
      'Reading an answer is pure: what tile, chart, table and review say of it is made once, without React and fetching.',
      '^src/reading',
      { path: '^(src|server|mocks)/', pathNot: '^src/(reading|charts|ui|contract|domain)/' },
    ),
    only('parts-below-features', 'Parts that several pages share know no page.', '^src/parts', {
      path: '^(src|server|mocks)/',
      pathNot: '^src/(parts|reading|api|state|charts|ui|contract|domain)/',
    }),
    only('features-below-app', 'A feature does not know the application around it.', '^src/features', {
      path: '^(src/app|server|mocks)/',
      pathNot: undefined,
    }),
    {
      name: 'features-apart',
      comment: 'What two features share belongs in domain, reading, parts, charts, ui, state or api.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    only('server-on-contract', 'The service shares domain and contract with the app, nothing else.', '^server', {
      path: '^(src|mocks)/',
      pathNot: '^src/(domain|contract)/',
    }),
    only(
      'mocks-on-contract',
      'The mocks answer the contract from the domain; they must not lean on the service.',
      '^mocks',
      { path: '^(src|server)/', pathNot: '^src/(domain|contract)/' },
    ),
    {
      name: 'mocks-by-dynamic-import',
      comment: 'A static import would put the mocks into the production bundle.',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^mocks', dynamic: false },
    },
    {
      name: 'drivers-in-db',
      comment: 'One place knows the drivers, so that one SQL runs on both databases.',
      severity: 'error',
      from: { path: '^server', pathNot: '^server/db' },
      to: { path: 'node_modules/(better-sqlite3|pg|pg-copy-streams)/' },
    },
    {
      name: 'recharts-in-charts',
      comment: 'recharts is 100 KB: one folder imports it, lazily.',
      severity: 'error',
      from: { path: '^(src|mocks|server)', pathNot: '^src/charts' },
      to: { path: 'node_modules/recharts/' },
    },
    {
      name: 'zustand-in-state',
      comment: 'Stores stay tiny and in one place.',
      severity: 'error',
      from: { path: '^(src|mocks|server)', pathNot: '^src/state' },
      to: { path: 'node_modules/zustand/' },
    },
    {
      name: 'no-tests-in-product',
      comment: 'What ships never reaches into the tests.',
      severity: 'error',
      from: { path: '^(src|server|mocks)' },
      to: { path: '^tests' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.app.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
