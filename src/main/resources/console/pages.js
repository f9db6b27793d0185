// The pages, in the order of the navigation. A page is a module in pages/ that exports `title` and `page(ctx)`; README.md says more.
// `path` is the first segment of its address; `whole: true` has it loaded as a document, with headers of its own.
export const pages = [
  { path: '', label: 'Overview', module: 'overview' },
  { path: 'data', label: 'Data', module: 'data' },
  { path: 'rules', label: 'Rules', module: 'rules' },
  { path: 'sessions', label: 'Sessions', module: 'sessions' },
];
