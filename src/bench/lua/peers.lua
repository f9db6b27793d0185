-- The requests of each kind; KIND names it, ROUND moves those on that never repeat.
local kind, round = os.getenv("KIND"), tonumber(os.getenv("ROUND") or "0")
local json = { ["Content-Type"] = "application/json" }
local count = round * 1000003

-- A report of a day, about 2 kB, with this level in its last reading.
local function report(observer, level)
  local readings = {}
  for hour = 0, 23 do
    readings[hour + 1] = string.format('{"at":"2026-03-01T%02d:00:00Z","level":%s,"quality":"good","note":"by hand"}', hour,
      hour == 23 and level or "1.25")
  end
  return '{"station":4,"observer":"' .. observer .. '","readings":[' .. table.concat(readings, ",") .. "]}"
end

local kinds = {
  example = function(n) return wrk.format("GET", "/stations?near=harbour&limit=" .. n) end,
  made = function(n) return wrk.format("GET", "/stations/" .. n) end,
  post = function(n) return wrk.format("POST", "/reports", json, report("Ada " .. n, "1.25")) end,
  broken = function(n) return wrk.format("POST", "/reports", json, report("Ada " .. n, '"high"')) end,
}
local name, fresh = kind:match("^(%a+)%-(%a+)$")
local text

request = function()
  if fresh == "same" then
    text = text or kinds[name](20)
    return text
  end
  count = count + 1
  return kinds[name](count % 999999999 + 1)
end

done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
