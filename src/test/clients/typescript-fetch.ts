// openapi-generator's typescript-fetch: a class for each tag; an error is thrown with its response. What to call is in the contract.
import * as profiles from './generated/typescript-fetch/task-profiles/index.js';
import * as goals from './generated/typescript-fetch/ai-goals/index.js';
import * as quant from './generated/typescript-fetch/ai-tasks/index.js';
import * as exante from './generated/typescript-fetch/work-tasks/index.js';
import { check, parent, same } from './checks.js';

const demo = { headers: { Authorization: 'Bearer demo' } };
const taskProfiles = new profiles.TaskProfilesApi(new profiles.Configuration(demo));
const aiGoals = new goals.AiGoalsApi(new goals.Configuration(demo));
const aiTasks = new quant.AiTasksApi(new quant.Configuration(demo));
const workTasks = new exante.WorkTasksApi(new exante.Configuration(demo));

await check('typescript-fetch: employees with a filter', async () => {
  const page = await taskProfiles.exportEmployeeTaskProfiles({
    employeeTaskProfilesRequest: {
      limit: 2,
      include: [profiles.EmployeeTaskInclude.AiImpact],
      filters: [{ filter: 'is_active', isActive: true }],
    },
  });
  same(page.hasNext, true);
  const [first] = page.records;
  same(first && 'tasks' in first && first.tasks[0]?.aiImpact?.level, 'H1');
});

await check('typescript-fetch: jobs as a hierarchy', async () => {
  const page = await taskProfiles.exportJobTaskProfiles({
    responseFormat: profiles.ResponseFormat.Hierarchy,
    jobTaskProfilesRequest: {
      limit: 1,
      filters: [{ filter: 'job_family_id_is_in_list', jobFamilyIds: ['data-and-ai'] }],
    },
  });
  const [first] = page.records;
  same(first && 'hierarchy' in first && first.hierarchy[0]?.domain, 'Data and AI');
});

await check('typescript-fetch: every version of the goals', async () => {
  const page = await aiGoals.exportEmployeeAiGoals({
    versions: goals.GoalVersions.All,
    employeeAiGoalsRequest: { limit: 1 },
  });
  same(page.records.map((goal) => goal.version), [2, 1]);
});

await check('typescript-fetch: tasks in three shapes', async () => {
  const list = (query: { dependsOn?: string; includeDetails?: boolean }) =>
    aiTasks.listTasks({ organisation: 'quant', status: quant.TaskStatus.Pending, ...query });
  const tasks = await list({});
  same('taskIds' in tasks, false);
  const ids = await list({ dependsOn: parent });
  same('taskIds' in ids && ids.taskIds.length, 2);
  const both = await list({ dependsOn: parent, includeDetails: true });
  same('taskIds' in both && 'tasks' in both && both.tasks[1]?.taskId === both.taskIds[1], true);
});

await check('typescript-fetch: work tasks filtered and sorted', async () => {
  const { data } = await workTasks.listWorkTasks({
    priority: 'urgent,high',
    dueDateFrom: new Date(2026, 2, 1),
    sort: '-created_at',
    perPage: 3,
  });
  same([data.items.length, data.meta.perPage], [3, 3]);
  same(data.items.every((task) => ['urgent', 'high'].includes(task.priority)), true);
});

await check('typescript-fetch: a 400 says what is wrong', async () => {
  const error = await taskProfiles
    .exportEmployeeTaskProfiles({ employeeTaskProfilesRequest: { limit: 500 } })
    .catch((thrown) => thrown);
  same(error instanceof profiles.ResponseError && error.response.status, 400);
  const [first] = await error.response.json();
  same(first.description.startsWith('body /limit must be at most 100, was 500'), true);
});

await check('typescript-fetch: a 401 without a token', async () => {
  const error = await new exante.WorkTasksApi().listWorkTasks().catch((thrown) => thrown);
  same(error instanceof exante.ResponseError && error.response.status, 401);
});
