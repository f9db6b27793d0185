// A client as a frontend team would write it. It is compiled, not run: the types that the contracts give must allow
// what the APIs allow, and the lines marked @ts-expect-error must not compile.
import createClient from 'openapi-fetch';
import type { paths as Profiles } from './task-profiles.js';
import type { paths as Goals } from './ai-goals.js';
import type { paths as Quant } from './ai-tasks.js';
import type { paths as Exante } from './work-tasks.js';

const server = { baseUrl: 'http://127.0.0.1:8080', headers: { Authorization: 'Bearer x' } };

const profiles = createClient<Profiles>(server);
const employees = await profiles.POST('/export/employees/task_profiles', {
  params: { query: { response_format: 'list' } },
  body: { limit: 10, include: ['ai_impact', 'source_events'], filters: [{ filter: 'is_active', is_active: true }] },
});
for (const record of employees.data?.records ?? []) {
  if ('tasks' in record) {
    show(record.tasks.map((task) => task.ai_impact?.level));
  } else {
    show(record.hierarchy[0]?.domain);
  }
}
show(employees.error?.[0]?.title);

const jobs = await profiles.POST('/job_architecture/export/jobs/task_profiles', {
  body: {
    limit: 10,
    filters: [
      { filter: 'job_family_id_is_in_list', job_family_ids: ['engineering'] },
      { filter: 'last_updated', operator: 'lt', value: '2022-01-01' },
    ],
  },
});
show(jobs.data?.next_starting_after);
await profiles.POST('/job_architecture/export/jobs/task_profiles', {
  // @ts-expect-error Jobs are not active or inactive
  body: { limit: 10, filters: [{ filter: 'is_active', is_active: true }] },
});
await profiles.POST('/export/employees/task_profiles', {
  // @ts-expect-error limit is required
  body: {},
});

const goals = await createClient<Goals>(server).POST('/export/employees/ai_goals', {
  params: { query: { versions: 'all', external_vendor: 'workday' } },
  body: { limit: 10, filters: [{ filter: 'last_updated', operator: 'gte', value: '2026-01-01' }] },
});
show(goals.data?.records[0]?.job_id);

const quant = await createClient<Quant>(server).GET('/api/v3/organizations/{organisation}/ai/tasks', {
  params: { path: { organisation: 'quant' }, query: { status: 'in_progress', limit: 5 } },
});
if (quant.data) {
  const listing = quant.data;
  if ('tasks' in listing && 'taskIds' in listing) {
    show(listing.dependsOn + listing.tasks[0]?.title);
  } else if ('taskIds' in listing) {
    show(listing.taskIds[0]);
  } else {
    show(listing.tasks[0]?.blockedByTaskIds?.length);
  }
}
show(quant.error?.error);

const exante = await createClient<Exante>(server).GET('/api/work-tasks', {
  params: { query: { 'priority[]': ['urgent', 'high'], status: 'todo,in_progress', sort: '-created_at', per_page: 25 } },
});
for (const task of exante.data?.data.items ?? []) {
  // @ts-expect-error it can be null
  show(task.assign_to.type);
  show(task.assign_to?.full_name ?? task.assign_to?.name);
  show(task.due_date);
}
show(exante.error?.details[0]?.field);

function show(value: unknown): void {
  console.log(value);
}
