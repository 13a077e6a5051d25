return rule {
  id = "evidence-strength", grade = "major",
  title = { en = "A critical supplier's answers rest on more than declarations",
    ja = "重要な委託先の回答に、自己申告以外の証跡がある" },
  why = { en = "On-site, remote, paper, word of mouth: the evidence has to match what is at stake.",
    ja = "証跡の強さ（実地・遠隔・文書・自己申告）は、重要度に見合う必要があります。" },
  controls = { "ISO/IEC 27001:2022 A.5.22", "ISO/IEC 27001:2022 A.5.19" },
  params = {
    share = integer { default = 20, min = 0, max = 100,
      doc = { en = "Percent of the answers that may rest on declarations", ja = "自己申告のみを許容する回答の割合（%）" } },
  },
  needs = { "supplier" },
  applies = function(s) return s.tier == "critical" and s.responses:any() end,
  messages = {
    empty = { en = "The response has no answers",
      ja = "回答がありません" },
    declared = { en = "{count} of {total} answers rest on the supplier's word alone",
      ja = "{total}件の回答のうち{count}件が、自己申告のみに基づいています",
      advice = { en = "Documents are needed, and the most important answers are to be verified remotely or on site.",
        ja = "文書の提出と、重要な回答の遠隔又は実地での確認が必要です。" } },
    paper = { en = "No answer was verified remotely or on site",
      ja = "遠隔又は実地で確認された回答がありません", grade = "observation",
      advice = { en = "The most important answers are to be verified remotely or on site.",
        ja = "重要な回答の遠隔又は実地での確認が必要です。" }, audience = "internal" },
  },
  check = function(s, p)
    local count, total, seen, example = 0, 0, false, nil
    local last = s.responses:latest "date"
    for answer in last.answers:each() do
      total = total + 1
      if answer.evidence:none(function(e) return e.kind ~= "self-declared" end) then
        count, example = count + 1, example or answer
      end
      seen = seen or answer.evidence:any(function(e) return e.kind == "remote" or e.kind == "on-site" end)
    end
    if total == 0 then return not_applicable "empty" end
    if count * 100 > total * p.share then return fail("declared", { at = example, count = count, total = total }) end
    if not seen then return fail("paper", { at = last }) end
    return pass { at = last }
  end,
  examples = {
    { name = "verified on site", expect = "pass", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true">
      <evidence kind="on-site" date="2026-01-10"/>
    </answer>
    <answer question="backup" flag="true">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "word of mouth", expect = "fail:declared", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true"/>
    <answer question="backup" flag="true">
      <evidence kind="self-declared" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "paper alone", expect = "fail:paper", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15">
    <answer question="logging" flag="true">
      <evidence kind="document" date="2026-01-10"/>
    </answer>
  </response>
</dossier>
]] },
    { name = "a response without answers", expect = "not-applicable:empty", as_of = "2026-04-01", document = [[
<dossier xmlns="urn:kijun:1">
  <supplier id="a" name="A" tier="critical" kind="company" country="JP">
    <asset class="customer-data" name="customer-data" access="process"/>
  </supplier>
  <response id="r" date="2026-01-15"/>
</dossier>
]] },
  },
}
