// openapi-typescript writes the types, openapi-fetch is the client.
import createClient from 'openapi-fetch';
import type { paths as Profiles } from './generated/types/task-profiles.js';
import type { paths as Goals } from './generated/types/ai-goals.js';
import type { paths as Quant } from './generated/types/ai-tasks.js';
import type { paths as Exante } from './generated/types/work-tasks.js';
import { check, parent, same, server } from './checks.js';

const options = { baseUrl: server, headers: { Authorization: 'Bearer demo' } };
const profiles = createClient<Profiles>(options);
const goals = createClient<Goals>(options);
const quant = createClient<Quant>(options);
const exante = createClient<Exante>(options);

await check('openapi-fetch: employees with a filter', async () => {
  const { data } = await profiles.POST('/export/employees/task_profiles', {
    body: { limit: 2, include: ['ai_impact'], filters: [{ filter: 'is_active', is_active: true }] },
  });
  same(data?.has_next, true);
  const [first] = data?.records ?? [];
  same(first && 'tasks' in first && first.tasks[0]?.ai_impact?.level, 'H1');
});

await check('openapi-fetch: jobs as a hierarchy', async () => {
  const { data } = await profiles.POST('/job_architecture/export/jobs/task_profiles', {
    params: { query: { response_format: 'hierarchy' } },
    body: { limit: 1, filters: [{ filter: 'job_family_id_is_in_list', job_family_ids: ['data-and-ai'] }] },
  });
  const [first] = data?.records ?? [];
  same(first && 'hierarchy' in first && first.hierarchy[0]?.domain, 'Data and AI');
});

await check('openapi-fetch: every version of the goals', async () => {
  const { data } = await goals.POST('/export/employees/ai_goals', {
    params: { query: { versions: 'all' } },
    body: { limit: 1 },
  });
  same(data?.records.map((goal) => goal.version), [2, 1]);
});

await check('openapi-fetch: tasks in three shapes', async () => {
  const list = async (query: { dependsOn?: string; includeDetails?: boolean }) => {
    const { data } = await quant.GET('/api/v3/organizations/{organisation}/ai/tasks', {
      params: { path: { organisation: 'quant' }, query: { ...query, status: 'pending' } },
    });
    return data!;
  };
  const tasks = await list({});
  same('taskIds' in tasks, false);
  const ids = await list({ dependsOn: parent });
  same('taskIds' in ids && ids.taskIds.length, 2);
  const both = await list({ dependsOn: parent, includeDetails: true });
  same('taskIds' in both && 'tasks' in both && both.tasks[1]?.taskId === both.taskIds[1], true);
});

await check('openapi-fetch: work tasks filtered and sorted', async () => {
  const { data } = await exante.GET('/api/work-tasks', {
    params: { query: { priority: 'urgent,high', due_date_from: '2026-03-01', sort: '-created_at', per_page: 3 } },
  });
  same([data?.data.items.length, data?.data._meta.per_page], [3, 3]);
  same(data?.data.items.every((task) => ['urgent', 'high'].includes(task.priority)), true);
});

await check('openapi-fetch: a 400 says what is wrong', async () => {
  const { error, response } = await profiles.POST('/export/employees/task_profiles', { body: { limit: 500 } });
  same(response.status, 400);
  same(error?.[0]?.description.startsWith('body /limit must be at most 100, was 500'), true);
});

await check('openapi-fetch: a 401 without a token', async () => {
  const { error, response } = await createClient<Exante>({ baseUrl: server }).GET('/api/work-tasks');
  same(response.status, 401);
  same(error?.details[0]?.field, 'Authorization');
});
