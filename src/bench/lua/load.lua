-- The requests of each scenario; SCENARIO names it, ROUND moves the walks on so that no page comes twice.
local scenario = os.getenv("SCENARIO") or "employees-10"
local round = tonumber(os.getenv("ROUND") or "0")
local token = { ["Authorization"] = "Bearer bench" }
local json = { ["Authorization"] = "Bearer bench", ["Content-Type"] = "application/json" }
local employees = "/export/employees/task_profiles"
local include = '"include":["ai_impact","source_events","weekly_hours"]'
local total = tonumber(os.getenv("EMPLOYEES") or "100000")
local count = round * 1000003

local function post(path, body) return wrk.format("POST", path, json, body) end
local function get(path) return wrk.format("GET", path, token) end
local function constant(make) -- made at the first request: before it, wrk does not know the host
  local text
  return function()
    text = text or make()
    return text
  end
end

-- Spaces at the end of the body: another spelling of the same call each time.
local function spelled(limit)
  return function()
    count = count + 1
    local blanks = {}
    local n = count
    for i = 1, 20 do blanks[i] = (n % 2 == 0) and " " or "\n"; n = math.floor(n / 2) end
    return post(employees, '{' .. include .. ',' .. table.concat(blanks) .. '"limit":' .. limit .. '}')
  end
end

-- A walk by cursor over all employees; each lap begins one further on, so that its pages are new.
local function walk(limit)
  local place = (count * 7) % total
  return function()
    place = place + limit
    if place >= total then place = (place + 1) % limit end
    return post(employees, '{"limit":' .. limit .. ',"starting_after":"employee-' .. place .. '",' .. include .. '}')
  end
end

-- Filters that nobody sent before, behind a cursor somewhere.
local function filters(limit)
  math.randomseed(round + 1)
  return function()
    local day = string.format("2025-%02d-%02dT%02d:%02d:%02d.%06dZ", math.random(1, 12), math.random(1, 28),
      math.random(0, 23), math.random(0, 59), math.random(0, 59), math.random(0, 999999))
    return post(employees, '{"limit":' .. limit .. ',' .. include .. ',"filters":[{"filter":"last_updated","operator":"' ..
      (math.random(2) == 1 and "gte" or "gt") .. '","value":"' .. day .. '"},{"filter":"is_active","is_active":' ..
      (math.random(2) == 1 and "true" or "false") .. '}],"starting_after":"employee-' .. math.random(0, total - 1) .. '"}')
  end
end

-- Two violations, with a value that nobody sent before.
local function invalid()
  count = count + 1
  return post(employees, '{"limit":' .. (1000 + count) .. ',"filters":[{"filter":"is_active","is_active":"yes"}]}')
end

local scenarios = {
  ["employees-10"] = constant(function() return post(employees, '{"limit":10,' .. include .. '}') end),
  ["employees-100"] = constant(function() return post(employees, '{"limit":100,' .. include .. '}') end),
  ["jobs"] = constant(function() return post("/job_architecture/export/jobs/task_profiles", '{"limit":10}') end),
  ["goals"] = constant(function() return post("/export/employees/ai_goals", '{"limit":10}') end),
  ["quant"] = constant(function() return get("/api/v3/organizations/quant/ai/tasks?limit=10") end),
  ["exante"] = constant(function() return get("/api/work-tasks?per_page=10") end),
  ["exante-100"] = constant(function() return get("/api/work-tasks?per_page=100") end),
  ["spelling-10"] = spelled(10),
  ["spelling-100"] = spelled(100),
  ["walk-10"] = walk(10),
  ["walk-100"] = walk(100),
  ["filters-10"] = filters(10),
  ["filters-100"] = filters(100),
  ["invalid"] = invalid,
}

request = scenarios[scenario]

done = function(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
