#!/usr/bin/env python3
"""Drives the overview of a portfolio in Chromium: search, filter, sort, follow, print; both languages, desk and phone, light
and dark, with and without script; hostile names; ten thousand suppliers.

usage: overview_test.py KIJUN [FOLDER FOR PICTURES]"""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from urllib.parse import quote

sys.path.insert(0, os.path.dirname(__file__))
from chromium import Browser  # noqa: E402

KIJUN = sys.argv[1]
PICTURES = sys.argv[2] if len(sys.argv) > 2 else None
failed = 0

# What stands in the way of reading: text on its background below 4.5 to 1 (WCAG 2.1, 1.4.3; large text 3 to 1).
CONTRAST = """(() => {
  const lum = c => { const v = c.slice(0, 3).map(x => { x /= 255; return x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4; });
                     return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
  const rgb = s => (s.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const out = [];
  for (const e of document.querySelectorAll('main *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    if (e.closest('svg') || style.visibility === 'hidden' || box.width < 2 || box.height < 2 || e.matches(':disabled, .empty')) continue;
    let b = e, back;
    do { back = rgb(getComputedStyle(b).backgroundColor); b = b.parentElement; } while (b && back.length > 3 && back[3] === 0);
    const x = lum(rgb(style.color)), y = lum(back), ratio = (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
    if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) out.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
  }
  return [...new Set(out)].slice(0, 8);
})()"""

# Cells of dates, states and headings that are broken into more than two lines.
TALL = """[...document.querySelectorAll('.list .date, .list .state, .list thead th, .tiers th')].filter(e => {
  const r = document.createRange(); r.selectNodeContents(e);
  return new Set([...r.getClientRects()].filter(b => b.width > 0).map(b => Math.round(b.top / 6))).size > 3;
}).map(e => e.textContent).slice(0, 8)"""


def check(good, what):
    global failed
    failed += not good
    print(("ok - " if good else "not ok - ") + what, flush=True)


def kijun(*args):
    done = subprocess.run([KIJUN, *args], capture_output=True, text=True)
    if done.returncode not in (0, 1, 3):
        sys.exit("kijun %s: %s" % (" ".join(args), done.stderr))


def rows(page):
    return page.eval("[...document.querySelectorAll('#rows tr')].map(r => r.cells[0].querySelector('a') ? "
                     "r.cells[0].querySelector('a').textContent : '')")


def sums(page):
    return page.eval("[...document.querySelectorAll('#sums td.n')].map(c => +c.textContent)")


def keys(page, *names):
    return [int(page.eval("document.getElementById('key-%s').textContent" % n)) for n in names]


def choose(page, select, value):
    page.eval("(e => {e.value = '%s'; e.dispatchEvent(new Event('change'))})(document.getElementById('%s'))" % (value, select))


def picture(page, name):
    if PICTURES:
        os.makedirs(PICTURES, exist_ok=True)
        page.picture(os.path.join(PICTURES, name + ".png"))


def looks(browser, url, language):
    for width, phone in ((1280, False), (390, True)):
        for dark in (False, True):
            page = browser.page(width, 900, phone=phone, dark=dark)
            page.open(url)
            where = "%s, %d px%s" % (language, width, ", dark" if dark else "")
            check(not page.trouble(), where + ": nothing is refused, fails or is fetched " + str(page.trouble()))
            check(page.eval("document.documentElement.scrollWidth <= innerWidth"), where + ": nothing runs over the side")
            low = page.eval(CONTRAST)
            check(not low, where + ": every text can be read against its background " + str(low or ""))
            picture(page, "overview-%s-%d%s" % (language, width, "-dark" if dark else ""))
            page.close()


def searching(page, count):
    check(page.eval("document.documentElement.lang") in ("en", "ja") and len(rows(page)) == count, "all suppliers are listed")
    page.click("#q")
    page.type("aoba")
    page.until("document.querySelectorAll('#rows tr').length === 1")
    check(rows(page) == ["あおばクラウド株式会社"], "searching an id finds its supplier")
    page.click("#clear")
    page.click("#q")
    page.type("クラウド ｊｐ")
    page.until("document.querySelectorAll('#rows tr').length === 1")
    check(rows(page) == ["あおばクラウド株式会社"], "searching two words, one of them wide, finds who has both")
    page.click("#q")
    page.type(" nobody")
    page.until("!!document.querySelector('#rows td.none')")
    check(sums(page)[0] == 0, "when nobody matches the sums are nothing")
    page.click("#clear")
    check(len(rows(page)) == count, "showing all again shows all")


def filtering(page):
    data = "JSON.parse(document.getElementById('data').textContent).suppliers"
    for select, field, value in (("verdict", 5, 2), ("tier", 4, 0)):
        choose(page, select, value)
        expected = page.eval(data + ".filter(s => s[%d] === %d).length" % (field, value))
        check(0 < expected == len(rows(page)), "the filter %s=%d shows %d" % (select, value, expected))
        check(sums(page)[0] == page.eval(data + ".filter(s => s[%d] === %d).reduce((n, s) => n + s[6], 0)" % (field, value)),
              "and the sums are those of the suppliers shown")
        page.click("#clear")
    page.click(".matrix td.l3 a")
    page.until("location.hash.startsWith('#cell=')")
    count = int(page.eval("document.querySelector('.matrix td.here a').textContent"))
    check(len(rows(page)) == count, "a cell of the matrix shows its suppliers")
    page.click("#clear")
    hit = int(page.eval("document.querySelector('.rule-table tbody tr td.n').textContent"))
    page.click(".rule-table tbody tr a")
    page.until("location.hash.startsWith('#rule=')")
    check(len(rows(page)) == hit, "a requirement shows the suppliers that miss it")
    page.click("#clear")


def sorting(page):
    page.click("th[data-k=risk] button")
    values = page.eval("[...document.querySelectorAll('#rows tr')].map(r => parseInt(r.lastChild.textContent) || 0)")
    check(values == sorted(values, reverse=True), "by risk: the highest first")
    page.click("th[data-k=risk] button")
    values = page.eval("[...document.querySelectorAll('#rows tr')].map(r => parseInt(r.lastChild.textContent) || 0)")
    check(values == sorted(values), "again: the lowest first")
    check(page.eval("document.querySelector('th[data-k=risk]').getAttribute('aria-sort')") == "ascending", "and it is told to those who listen")
    page.click("th[data-k=risk] button")
    check(rows(page)[0].startswith("Grey Harbour"), "and once more: the worst first, as at the beginning")


def following(page, url):
    page.click("#rows tr a")
    page.until("location.pathname.includes('/suppliers/')")
    page.until("document.readyState === 'complete' && !!document.querySelector('.subject')")
    check(page.eval("document.querySelector('.subject').textContent").startswith("Grey Harbour"), "a supplier leads to its report")
    page.open(url + "#tier=0&sort=name")
    check(page.eval("document.getElementById('tier').value") == "0" and len(rows(page)) == 3, "an address with a choice in it opens with that choice")
    page.open("about:blank")


def printing(page, url):
    page.open(url)
    check(sums(page)[:3] == keys(page, "major", "minor", "observation"), "the total of the list equals the key figures")
    tiers = page.eval("[...document.querySelectorAll('#tier-sums td')].map(c => +c.textContent)")
    check(tiers[0] == keys(page, "suppliers")[0] and tiers[4:7] == sums(page)[:3], "and so does the total by criticality")
    matrix = page.eval("[...document.querySelectorAll('.matrix td a')].reduce((n, a) => n + (+a.textContent), 0)")
    unassessed = page.eval("+(document.querySelector('.risk-box .note')||{textContent:'0'}).textContent.match(/\\d+/)[0]")
    check(matrix + unassessed == tiers[0], "and the risk matrix with those not assessed")
    page.call("Emulation.setEmulatedMedia", media="print")
    check(page.eval("getComputedStyle(document.getElementById('tools')).display") == "none", "on paper there are no tools")
    check(page.eval("getComputedStyle(document.querySelector('.contents')).display") == "none", "and no links to sections")
    check(page.eval("getComputedStyle(document.getElementById('sums')).display") != "none", "but the totals")
    page.call("Emulation.setDeviceMetricsOverride", width=672, height=950, deviceScaleFactor=1, mobile=False)  # A4 less its margins
    tall = page.eval(TALL)
    check(not tall, "no column is so narrow that it becomes a column of characters " + str(tall or ""))
    first = page.eval("document.getElementById('tier-sums').getBoundingClientRect().bottom + scrollY")
    check(first < 1000, "the verdict, the key figures, the matrix and the totals stand on the first page (%d px)" % first)
    page.call("Emulation.clearDeviceMetricsOverride")
    page.call("Emulation.setEmulatedMedia", media="")
    check(len(page.pdf()) > 20000, "and it prints")


def without_script(browser, url, count):
    page = browser.page(script=False)
    page.open(url)
    root = page.call("DOM.getDocument")["root"]["nodeId"]

    def number_of(selector):
        return len(page.call("DOM.querySelectorAll", nodeId=root, selector=selector)["nodeIds"])

    check(number_of("#rows tr") == count, "without script all suppliers are there to read")
    check(number_of("#tools[hidden]") == 1, "and tools that could do nothing are not")
    check(number_of("svg.graph a") > 0 and number_of(".chart svg") > 0, "and the graph and the charts are")
    page.close()


HOSTILE = '<img src=x onerror=&quot;document.title=1&quot;>'.replace("<", "&lt;").replace(">", "&gt;")


def write_supplier(folder, id, name, more="", **attributes):
    os.makedirs(os.path.join(folder, id))
    extra = "".join(' %s="%s"' % (k, v) for k, v in attributes.items())
    with open(os.path.join(folder, id, "supplier.xml"), "w", encoding="utf-8") as f:
        f.write('<supplier xmlns="urn:kijun:1" id="%s" name="%s" kind="company"%s>%s</supplier>' % (id, name, extra, more))


def hostile(browser, work):
    folder, out = os.path.join(work, "hostile"), os.path.join(work, "hostile-out")
    shared = '<subcontractor id="x" name="%s"/>' % HOSTILE
    for n in range(3):
        write_supplier(folder, "h%d" % n, "%d %s &lt;/script&gt;&#x202E;txt" % (n, HOSTILE), shared)
    kijun("check", folder, "--out", out, "--as-of", "2026-04-01", "--lang", "en", "-q")
    page = browser.page()
    page.open("file://" + out + "/run.html")
    check(not page.trouble() and page.eval("document.querySelectorAll('img').length === 0 && document.title !== '1'"),
          "a name full of markup is only a name")
    check(page.eval("document.querySelector('#rows a').textContent").startswith("0 <img src=x onerror=") and
          page.eval("!document.body.textContent.includes('\\u202E')"), "it is shown as it is, and what turns text is made visible")
    check(page.eval("document.querySelector('.graph .times').textContent") == "\u00d73", "a firm below several suppliers stands out")
    page.close()


def many(browser, work, count=10000):
    folder, out = os.path.join(work, "many"), os.path.join(work, "many-out")
    for n in range(count):
        write_supplier(folder, "s%05d" % n, "委託先 Supplier %05d" % n, '<risk scenario="leak" impact="%d" likelihood="%d" assessed="2026-01-20"/>'
                       % (n % 5 + 1, n // 5 % 5 + 1), tier=("critical", "important", "standard", "low")[n % 4], country="JP")
    kijun("check", folder, "--out", out, "--as-of", "2026-04-01", "--lang", "ja", "-q", "--policy", "small-business")
    page = browser.page()
    page.open("file://" + out + "/run.html")
    spent = page.eval("performance.getEntriesByType('navigation')[0].loadEventEnd")
    check(spent < 2000, "%d suppliers open in less than 2 s (%d ms)" % (count, spent))
    check(page.eval("document.getElementById('count').textContent").replace(" ", "") == "%d/%d" % (count, count), "all of them can be searched")
    check(len(rows(page)) < 1000, "but only those looked at are made")
    begin = time.monotonic()
    page.click("#q")
    page.type("09999")
    page.until("document.querySelectorAll('#rows tr').length === 1")
    check(time.monotonic() - begin < 2, "one of them is found at once (%d ms)" % ((time.monotonic() - begin) * 1000))
    page.close()


def main():
    work = tempfile.mkdtemp(prefix="kijun-browser-")
    try:
        with Browser() as browser:
            for language in ("en", "ja"):
                out = os.path.join(work, language)
                for day in ("2026-02-01", "2026-04-01"):
                    kijun("check", "fixtures/portfolio", "--out", out, "--lang", language, "--as-of", day, "-q", "--register", os.path.join(work, language + ".db"))
                url = "file://" + quote(out) + "/run.html"
                looks(browser, url, language)
                page = browser.page()
                page.open(url)
                searching(page, 13)
                filtering(page)
                sorting(page)
                following(page, url)
                printing(page, url)
                page.close()
                without_script(browser, url, 13)
            hostile(browser, work)
            many(browser, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if failed else 0)


main()
