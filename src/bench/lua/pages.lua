-- Asks for one page after each of the employees in the file IDS, with each limit from FROM to TO, and ends then.
local headers = { ["Authorization"] = "Bearer bench", ["Content-Type"] = "application/json" }
local ids = {}
for id in io.lines(os.getenv("IDS")) do ids[#ids + 1] = id end
local first, last = tonumber(os.getenv("FROM")), tonumber(os.getenv("TO"))
local all = (last - first + 1) * #ids
local asked, answered = 0, 0

request = function()
  local limit = math.min(last, first + math.floor(asked / #ids))
  asked = asked + 1
  return wrk.format("POST", "/export/employees/task_profiles", headers,
    '{"starting_after":"' .. ids[(asked - 1) % #ids + 1] .. '","limit":' .. limit .. '}')
end

response = function(status)
  if status ~= 200 then os.exit(1) end
  answered = answered + 1
  if answered == all then os.exit(0) end
end

done = function() os.exit(1) end
