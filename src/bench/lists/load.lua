-- The requests of each kind; KIND names it, ROUND moves those on that never repeat, RECORDS says how many parcels there are.
local kind, round = os.getenv("KIND"), tonumber(os.getenv("ROUND") or "0")
local records, other = tonumber(os.getenv("RECORDS")), os.getenv("JSON_SERVER") ~= nil
-- What is changed is changed in a session of its own: lists of others are as they were loaded.
local json = { ["Content-Type"] = "application/json", ["Understudy-Session"] = "writes-" .. kind .. round }
local count = round * 1000003
math.randomseed(round + 1)

local page, size = other and "_page=" or "page=", other and "&_limit=10" or "&per_page=10"
local least, order = other and "&weight_gte=" or "&min_weight=", other and "&_sort=weight" or "&sort=weight"
local statuses = { "new", "packed", "sent", "delivered", "lost" }
local function get(path) return wrk.format("GET", path) end
local function list(query) return get("/parcels?" .. query .. size) end
local function some() return math.random(1, records) end
local function status() return "&status=" .. statuses[math.random(5)] end

local kinds = {
  ["list-same"] = function() return list(page .. 2) end,
  ["page-new"] = function(n) return list(page .. math.random(1, records / 10) .. "&trace=" .. n) end,
  ["page-sorted"] = function(n) return list(page .. math.random(1, records / 10) .. order .. "&trace=" .. n) end,
  ["filter-equal"] = function(n)
    return list(page .. 1 .. status() .. "&courier_id=" .. math.random(1, 40) .. "&courier_id=" .. math.random(1, 40) .. "&trace=" .. n)
  end,
  ["filter-range"] = function(n) return list(page .. 1 .. status() .. least .. math.random(0, 44000) / 1000 .. "&trace=" .. n) end,
  ["id-same"] = function() return get("/parcels/7") end,
  ["id-new"] = function(n) return get("/parcels/" .. some() .. "?trace=" .. n) end,
  ["create"] = function(n)
    return wrk.format("POST", "/parcels", json, '{"city":"Graz","status":"new","weight":' .. n % 40 + 1 ..
      ',"courier_id":7,"sent_at":"2026-03-01T00:00:00Z","to":{"name":"Ada Quill","street":"Long Lane ' .. n .. '"}}')
  end,
  ["patch"] = function(n) return wrk.format("PATCH", "/parcels/" .. some(), json, '{"weight":' .. n % 40 + 1 .. "}") end,
}
local make, same, text = kinds[kind], kind:match("%-same$"), nil

request = function()
  if same then
    text = text or make()
    return text
  end
  count = count + 1
  return make(count % 999999999 + 1)
end

done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
