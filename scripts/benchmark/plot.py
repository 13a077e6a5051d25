"""The comparison as an SVG of horizontal bars: suppliers a second, longest at the top. Readable on light and dark pages."""
from xml.sax.saxutils import escape

WIDTH, BAR, GAP, LEFT, RIGHT, TOP = 760, 20, 8, 250, 90, 46
STYLE = ("text{font:13px sans-serif;fill:#57606a}.t{font-weight:bold}.n{text-anchor:end}"
         ".b{fill:#8c959f}.k{fill:#1f6feb}.v{fill:#57606a}")


def svg(title, rates):
    """`rates`: (name, suppliers a second, whether it is kijun)."""
    rates = sorted(rates, key=lambda row: -row[1])
    height, most = TOP + len(rates) * (BAR + GAP) + 8, rates[0][1]
    lines = ['<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">' %
             (WIDTH, height, WIDTH, height),
             "<title>%s</title><style>%s</style>" % (escape(title), STYLE),
             '<text class="t" x="12" y="26">%s</text>' % escape(title)]
    for i, (name, rate, ours) in enumerate(rates):
        y, long = TOP + i * (BAR + GAP), (WIDTH - LEFT - RIGHT) * rate / most
        lines.append('<text class="n" x="%d" y="%d">%s</text>' % (LEFT - 10, y + 15, escape(name)))
        lines.append('<rect class="%s" x="%d" y="%d" width="%.1f" height="%d" rx="2"/>' %
                     ("k" if ours else "b", LEFT, y, long, BAR))
        lines.append('<text class="v" x="%.1f" y="%d">%s/s</text>' % (LEFT + long + 8, y + 15, format(round(rate), ",")))
    return "\n".join(lines) + "\n</svg>\n"
