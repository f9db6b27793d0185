-- Calls of one kind, in the session "keyed" if KEY is "yes", and otherwise in none: SEED makes the pages of a round its own.
local kind, keyed = os.getenv("KIND"), os.getenv("KEY") == "yes"
math.randomseed(tonumber(os.getenv("SEED")))

local function headers()
  local fields = {}
  if keyed then fields["Understudy-Session"] = "keyed" end
  return fields
end

local same, create = headers(), headers()
create["Content-Type"] = "application/json"

request = function()
  if kind == "list-same" then
    return wrk.format("GET", "/parcels?page=2&per_page=10", same)
  elseif kind == "page-new" then
    return wrk.format("GET", "/parcels?page=" .. math.random(1, 100) .. "&per_page=10&trace=" .. math.random(1, 1000000000), same)
  end
  return wrk.format("POST", "/parcels", create, '{"city":"Graz","status":"new","weight":7,"courier_id":7,' ..
    '"sent_at":"2026-03-01T00:00:00Z","to":{"name":"Ada Quill","street":"Long Lane 7"}}')
end

done = function(summary)
  local errors = summary.errors
  io.write("RESULT " .. summary.requests .. " " ..
    (errors.status + errors.connect + errors.read + errors.write + errors.timeout) .. "\n")
end
