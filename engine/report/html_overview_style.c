/* What the overview of a portfolio adds to the style of all pages. Colours mean the same as there: red for what is wrong or
 * late, amber for what soon will be, violet for what is not known, green for what is met. */
#include "report/html.h"

static const char frame[] =
    "main{max-width:78rem}html{scroll-padding-top:4rem;scroll-behavior:smooth}\n"
    "@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}\n"
    ".keys{display:flex;flex-wrap:wrap;gap:1px;background:var(--line);"
    "border:1px solid var(--line);margin-top:1.5rem}\n"
    ".keys li{flex:1 1 7rem;background:var(--paper)}.keys a{display:block;height:100%;padding:.7rem .6rem;text-decoration:none;"
    "font-size:.8125rem;color:var(--soft);line-height:1.45}\n"
    ".keys a:hover{background:var(--faint)}\n"
    ".keys b{display:block;font-size:1.9rem;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums;color:var(--ink)}\n"
    ".keys .major b{color:var(--major)}.keys .minor b{color:var(--minor)}.keys .observation b{color:var(--obs)}\n"
    ".keys .open b{color:var(--open)}.keys .zero b{color:var(--soft);font-weight:400}\n"
    "@media screen and (max-width:78rem){.keys li{flex-basis:18%}}\n"
    ".contents{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--line);margin:1.25rem 0 0}\n"
    ".contents ul{display:flex;gap:0 1.4rem;overflow-x:auto;scrollbar-width:thin}\n"
    ".contents a{display:block;padding:.6rem 0;font-size:.875rem;white-space:nowrap;text-decoration:none;color:var(--navy);"
    "border-bottom:2px solid transparent}.contents a:hover{border-bottom-color:var(--navy)}\n"
    ".risk-and-tier{grid-template-columns:max-content minmax(0,1fr)}\n"
    ".matrix a{display:block;text-decoration:none;line-height:2.6rem;color:inherit}.matrix a:hover{text-decoration:underline}\n"
    ".matrix .empty{opacity:.55}\n"
    "tfoot th,.list tfoot td{border-top:2px solid var(--line);border-bottom:0;font-weight:600}.list tfoot th[scope=row]{font-weight:600;border-bottom:0}\n"
    ".list caption{text-align:left;font-weight:600;padding:.9rem 0 .3rem}\n"
    ".list th[scope=row] a,.list .what a,.list .name a{text-decoration-color:var(--line);text-underline-offset:.2em}\n"
    ".list a:hover{text-decoration-color:currentColor}\n";

static const char tools[] =
    ".tools{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin-bottom:.9rem}\n"
    ".tools[hidden]{display:none}\n"
    ".tools input[type=search],.tools select,.tools button,#more{font:inherit;font-size:.9375rem;color:var(--ink);background:var(--paper);"
    "border:1px solid var(--off);border-radius:0;padding:.4rem .7rem;min-height:2.6rem}\n"
    ".tools label{display:flex;gap:.4rem;align-items:center;font-size:.9375rem}.tools input[type=search]{flex:1 1 100%;min-width:0}.tools select{flex:1 1 10.5rem;min-width:0;text-overflow:ellipsis}\n"
    ".tools button,#more{cursor:pointer}.tools button:hover:enabled,#more:hover{background:var(--faint)}\n"
    ".tools button:disabled{opacity:.45;cursor:default}\n"
    ".tools :focus-visible,#more:focus-visible,.sort:focus-visible{outline:3px solid var(--navy);outline-offset:1px}\n"
    "#count{flex:none;min-width:6rem;text-align:right;color:var(--soft);font-variant-numeric:tabular-nums;font-size:.9375rem}\n"
    "#more{display:block;width:100%;margin-top:.8rem}#more[hidden]{display:none}\n"
    ".sort{font:inherit;font-weight:600;color:inherit;background:none;border:0;padding:.3rem 0;cursor:pointer;text-align:inherit;white-space:nowrap}\n"
    ".sort:hover{color:var(--ink)}.sort::after{content:\"\";display:inline-block;width:.9em;text-align:right}\n"
    "[aria-sort=descending] .sort::after{content:\"\\25BE\"}[aria-sort=ascending] .sort::after{content:\"\\25B4\"}\n"
    "[aria-sort=descending] .sort,[aria-sort=ascending] .sort{color:var(--ink)}\n"
    ".suppliers .list .name{width:34%}.suppliers .list tbody tr:hover{background:var(--faint)}\n"
    ".list td.none{text-align:center;color:var(--soft);padding:2rem}\n"
    ".list .level2{color:var(--minor)}.list .level3{color:var(--major)}\n";

static const char sections[] =
    ".bar.minor{background:var(--minor)}.bar.observation{background:var(--obs)}\n"
    ".share{display:flex;height:1rem;margin-top:.35rem;background:var(--faint)}.share span{min-width:2px}\n"
    ".coverage{width:32%;min-width:9rem}.controls-table th[scope=row]{white-space:nowrap}\n"
    ".fail{background:var(--major)}.open{background:var(--open)}.waived{background:var(--obs)}.ok{background:var(--ok)}\n"
    ".none{background:var(--off-b)}.dot{display:inline-block;width:.75em;height:.75em;margin-right:.4em;border:1px solid var(--line)}\n"
    ".list td.none,.badge.waived{background:none}\n"
    ".keys .open{background:var(--paper)}.badge.conforming{background:var(--ok-b)}\n"
    ".badge{white-space:nowrap}\n"
    ".list .date{white-space:nowrap;font-variant-numeric:tabular-nums}.zero{color:var(--soft)}\n"
    /* Japanese may be broken between any two characters: a narrow column would be a column of characters. */
    ".list .state,.list thead th,.tiers th[scope=row]{white-space:nowrap}.list thead th.n{white-space:normal;word-break:keep-all}\n"
    ".list thead td{border-bottom:2px solid var(--line)}\n"
    "@media screen and (min-width:64rem){.list.controls-table thead th.n{white-space:nowrap}}\n"
    ".legend .m i{background:var(--minor)}.legend .o i{background:var(--obs)}.legend .t i{background:var(--off)}\n"
    ".months{display:grid;grid-template-columns:repeat(15,minmax(3.1rem,1fr));gap:1px;background:var(--line);"
    "border:1px solid var(--line);overflow-x:auto}\n"
    ".months li{background:var(--paper);padding:.35rem .2rem .5rem;text-align:center;font-size:.75rem;color:var(--soft);min-height:5.2rem}\n"
    ".months b{display:none}.months .now{background:var(--faint)}.months .now span{color:var(--ink);font-weight:600}\n"
    ".months span{display:block;font-variant-numeric:tabular-nums;margin-bottom:.25rem}\n"
    ".months i{display:block;font-style:normal;font-weight:600;font-size:.875rem;margin:1px .3rem;line-height:1.5}\n"
    ".months .done{color:var(--ok);background:var(--ok-b)}.months .missed{color:var(--major);background:var(--major-b)}\n"
    ".months .due{color:var(--obs);background:var(--obs-b)}\n"
    ".graph{display:block;height:auto;font-size:14px}.graph rect{fill:var(--paper);stroke:var(--soft)}\n"
    ".graph text{fill:var(--ink)}.graph .small{font-size:11px;fill:var(--soft)}\n"
    ".graph .supplier rect{fill:var(--faint);stroke:var(--navy)}.graph a:hover rect{stroke-width:2}\n"
    ".graph .unapproved rect{stroke:var(--major);stroke-dasharray:5 3}\n"
    ".graph .shared rect{fill:var(--navy);stroke:var(--navy)}.graph .shared text{fill:var(--paper)}\n"
    ".graph .times{font-size:16px;font-weight:700;text-anchor:end}\n"
    ".graph .edge{fill:none;stroke:var(--off);stroke-width:1.25}.graph .edge.shared{stroke:var(--navy);stroke-width:2}\n"
    ".charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));gap:1.5rem 2rem}\n"
    ".chart{margin:0}.chart figcaption{font-size:.875rem;font-weight:600;margin-bottom:.25rem}\n"
    ".chart svg{display:block;width:100%;height:auto;font-size:12px}.chart text{fill:var(--soft)}\n"
    ".chart .y{text-anchor:end}.chart .x{text-anchor:middle}.chart .last{text-anchor:end}\n"
    ".chart .grid{stroke:var(--line)}.line{fill:none;stroke-width:2}.line.s0{stroke:var(--navy)}.line.s1{stroke:var(--major)}\n"
    ".point.s0{fill:var(--navy)}.point.s1{fill:var(--major)}.column.s0{fill:var(--off)}.column.s1{fill:var(--major)}\n"
    ".charts+details,.scroll+details{margin-top:1rem}\n";

static const char narrow[] =
    "@media screen and (max-width:64rem){.risk-and-tier{grid-template-columns:minmax(0,1fr)}}\n"
    "@media screen and (max-width:46rem){html{scroll-padding-top:3.4rem}\n"
    ".keys li{flex-basis:40%}.keys b{font-size:1.6rem}\n"
    ".contents{margin-left:-1rem;margin-right:-1rem;padding:0 1rem}\n"
    ".matrix.wide{width:100%}.matrix.wide td{width:auto}.tools select,.tools button{flex:1 1 42%}\n"
    "#count{flex:1 1 100%;text-align:left}.tiers{min-width:32rem}\n"
    /* Each supplier is a card: its name and verdict, then the numbers that are not zero. */
    ".suppliers thead th{border:0;padding:0 .9rem 0 0}.suppliers thead tr{display:flex;flex-wrap:wrap;padding-bottom:.5rem}\n"
    ".suppliers .list tbody tr{display:grid;grid-template-columns:repeat(4,minmax(0,1fr)) auto;gap:.15rem .5rem;padding:.7rem 0;"
    "border-bottom:1px solid var(--line)}\n"
    ".suppliers .list tbody td{border:0;padding:0;text-align:left}.suppliers .list .name,.suppliers .what-verdict{grid-column:1/-1;width:auto}\n"
    ".suppliers td[data-l]::before{content:attr(data-l);display:block;font-size:.75rem;font-weight:400;color:var(--soft)}\n"
    ".suppliers td.tier,.suppliers td.n.zero:not([data-l]){display:none}\n"
    ".suppliers tfoot{display:block}.suppliers tfoot tr{display:flex;justify-content:space-between}\n"
    ".suppliers table,.suppliers tbody,.suppliers thead{display:block}\n"
    ".coverage{display:none}.controls-table th[scope=row]{white-space:normal}\n"
    /* Rows of text, stacked: a column of its own for each would be too narrow to read, or out of sight. */
    ".stack,.stack tbody{display:block}.stack thead{display:none}.list.stack .bars{display:none}\n"
    ".stack tr{display:flex;flex-wrap:wrap;gap:.2rem .9rem;align-items:baseline;padding:.7rem 0;border-bottom:1px solid var(--line)}\n"
    ".list.stack td{border:0;padding:0;text-align:left}.list.stack .name,.list.stack .what{flex:1 1 100%;width:auto}\n"
    ".stack td[data-l]::before{content:attr(data-l) \" \";font-weight:400;color:var(--soft)}}\n";

static const char print[] =
    "@media print{.contents,.tools,#more,.sort::after{display:none!important}.keys b{font-size:15pt}\n"
    ".keys li{flex-basis:18%}.boxes.risk-and-tier{display:block;break-inside:auto}\n"
    ".keys a{padding:1.5mm 2mm}.matrix.wide td{width:18mm;height:7.5mm}.matrix a{line-height:7.5mm}.legend{break-after:avoid}\n"
    /* A management review takes the summary: what is folded away on the screen stays a line that counts it. */
    "details::details-content{display:none}\n"
    ".coverage{width:18%;min-width:0}.sort{padding:0}.months{grid-template-columns:repeat(15,1fr)}.months li{min-height:0}\n"
    ".chart,.months,.keys,.boxes{break-inside:avoid}.graph{max-width:100%;max-height:220mm;width:auto!important}\n"
    ".charts{grid-template-columns:1fr 1fr}tfoot{display:table-row-group}}\n";

const char *const html_overview_style[] = {frame, tools, sections, narrow, print, NULL};
