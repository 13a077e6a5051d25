-- Words by which agreements on the processing of personal data say what others call the scope of services. The format is
-- described under "Vocabulary" in rules/README.md.
return vocabulary {
  types = {
    ["service-scope"] = {
      heading = { "subject[-| ]matter [and duration]", "subject matter [and duration]", "details of [the] processing", "description of [the] processing",
        "(nature|purpose) (and|of) ..20 processing", "処理の対象", "処理の内容", "処理の目的", "取扱いの目的及び内容" },
      sure = {
        "(subject-matter|subject matter|nature|purpose*) .. of [the] processing",
        "(provid*|perform*|render*) ..60 services ..60 (described|set out|specified|listed) in ..20 (annex|schedule|appendix|exhibit)",
        "(処理|取扱い)の(対象|性質|目的|内容) ..60 (別紙|定め|とおり|とする)",
      },
    },
    -- The law calls subcontractors "other processors", and a leak or loss of data a breach of it (侵害).
    subcontracting = {
      heading = { "[engagement of|use of] (other|another|further|additional) processor*" },
      sure = { "(engag*|appoint*|us(e|es|ing)|retain*) ..30 (other|another|further|additional) processor*" },
      terms = { consent = { type = "choice", values = {
        { is = "notice", "({tell}|tells|informs) ..60 (intended|planned|proposed) (change*|addition*|replacement*)" },
        { is = "free", "{may} ..30 (engage|appoint|use|retain) ..30 (other|another|further|additional) processor*" },
      } } },
    },
    ["incident-report"] = {
      heading = { "侵害の通知", "侵害の報告", "侵害等の通知", "侵害時の通知", "個人データの侵害" },
      sure = { "個人データ ..15 侵害 ..120 {report_ja}(する|し|しなければ|を行|しなければならない|いたし)" },
    },
  },
}
