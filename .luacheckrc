-- What a rule, a policy or a vocabulary may name; everything else is a finding.
local function names(list)
  local fields = {}
  for name in list:gmatch "%S+" do fields[name] = {} end
  return fields
end

local globals = names [[
  pack policy vocabulary
  amount assert business_days choice date days duration error fail find flag hours
  indeterminate integer ipairs list match months next not_applicable number pairs pass
  percent rule select tonumber tostring type weeks years
]]
globals.math = { fields = names [[
  abs ceil floor huge max maxinteger min mininteger sqrt tointeger type
]] }
globals.table = { fields = names [[
  concat insert remove sort unpack
]] }
globals.string = { fields = names [[
  format len lower rep sub upper
]] }

stds.kijun = { read_globals = globals }
std = "kijun"
max_line_length = false -- a message in two languages is as long as it is
