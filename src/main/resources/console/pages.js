// The pages, in the order of the navigation. A page is a module in pages/ that exports `title` and `page(ctx)`; README.md says more.
// `path` is the first segment of its address.
export const pages = [
  { path: '', label: 'Overview', module: 'overview' },
  { path: 'contract', label: 'Contract', module: 'contract' },
  { path: 'operations', label: 'Operations', module: 'operations' },
  { path: 'data', label: 'Data', module: 'data' },
  { path: 'calls', label: 'Calls', module: 'calls' },
  { path: 'rules', label: 'Rules', module: 'rules' },
  { path: 'sessions', label: 'Sessions', module: 'sessions' },
];
