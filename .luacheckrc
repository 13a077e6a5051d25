-- What a rule, a policy or a vocabulary may name (rules/README.md); everything else is a finding.
local function names(list)
  local fields = {}
  for name in list:gmatch "%S+" do fields[name] = {} end
  return fields
end

local globals = names [[
  rule pack policy vocabulary
  integer number flag choice list duration
  pass fail indeterminate not_applicable
  hours days business_days weeks months years percent amount date
  match find
  type tostring tonumber select error assert ipairs pairs next
]]
globals.math = { fields = names "floor ceil abs max min sqrt tointeger type" }
globals.table = { fields = names "insert remove concat sort unpack" }
globals.string = { fields = names "format lower upper sub rep len" }

stds.kijun = { read_globals = globals }
std = "kijun"
max_line_length = false -- a message in two languages is as long as it is
