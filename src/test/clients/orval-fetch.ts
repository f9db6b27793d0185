// orval with the client "fetch": a function for each operation, whose answer is told apart by its status.
import { exportEmployeeTaskProfiles, exportJobTaskProfiles } from './generated/orval/task-profiles.js';
import { exportEmployeeAiGoals } from './generated/orval/ai-goals.js';
import { listTasks } from './generated/orval/ai-tasks.js';
import { listWorkTasks } from './generated/orval/work-tasks.js';
import { check, parent, same } from './checks.js';

const demo = { headers: { Authorization: 'Bearer demo' } };

await check('orval: employees with a filter', async () => {
  const answer = await exportEmployeeTaskProfiles(
    { limit: 2, include: ['ai_impact'], filters: [{ filter: 'is_active', is_active: true }] },
    {},
    demo,
  );
  if (answer.status !== 200) throw new Error(`was ${answer.status}`);
  same(answer.data.has_next, true);
  const [first] = answer.data.records;
  same(first && 'tasks' in first && first.tasks[0]?.ai_impact?.level, 'H1');
});

await check('orval: jobs as a hierarchy', async () => {
  const answer = await exportJobTaskProfiles(
    { limit: 1, filters: [{ filter: 'job_family_id_is_in_list', job_family_ids: ['data-and-ai'] }] },
    { response_format: 'hierarchy' },
    demo,
  );
  if (answer.status !== 200) throw new Error(`was ${answer.status}`);
  const [first] = answer.data.records;
  same(first && 'hierarchy' in first && first.hierarchy[0]?.domain, 'Data and AI');
});

await check('orval: every version of the goals', async () => {
  const answer = await exportEmployeeAiGoals({ limit: 1 }, { versions: 'all' }, demo);
  if (answer.status !== 200) throw new Error(`was ${answer.status}`);
  same(answer.data.records.map((goal) => goal.version), [2, 1]);
});

await check('orval: tasks in three shapes', async () => {
  const list = async (query: { dependsOn?: string; includeDetails?: boolean }) => {
    const answer = await listTasks('quant', { ...query, status: 'pending' }, demo);
    if (answer.status !== 200) throw new Error(`was ${answer.status}`);
    return answer.data;
  };
  const tasks = await list({});
  same('taskIds' in tasks, false);
  const ids = await list({ dependsOn: parent });
  same('taskIds' in ids && ids.taskIds.length, 2);
  const both = await list({ dependsOn: parent, includeDetails: true });
  same('taskIds' in both && 'tasks' in both && both.tasks[1]?.taskId === both.taskIds[1], true);
});

await check('orval: work tasks filtered and sorted', async () => {
  const answer = await listWorkTasks(
    { priority: 'urgent,high', due_date_from: '2026-03-01', sort: '-created_at', per_page: 3 },
    demo,
  );
  if (answer.status !== 200) throw new Error(`was ${answer.status}`);
  const { items, _meta } = answer.data.data;
  same([items.length, _meta.per_page], [3, 3]);
  same(items.every((task) => ['urgent', 'high'].includes(task.priority)), true);
});

await check('orval: a 400 says what is wrong', async () => {
  const answer = await exportEmployeeTaskProfiles({ limit: 500 }, {}, demo);
  if (answer.status !== 400) throw new Error(`was ${answer.status}`);
  same(answer.data[0]?.description.startsWith('body /limit must be at most 100, was 500'), true);
});

await check('orval: a 401 without a token', async () => {
  const answer = await listWorkTasks();
  if (answer.status !== 401) throw new Error(`was ${answer.status}`);
  same(answer.data.details[0]?.field, 'Authorization');
});
