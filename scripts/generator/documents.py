"""Writes the documents of one generated supplier as XML of the native format."""

from xml.sax.saxutils import escape

from generator import clauses_en, clauses_ja, more_clauses

NAMESPACE = ' xmlns="urn:kijun:1"'


def quoted(value):
    return '"' + escape(str(value), {'"': "&quot;"}) + '"'


def element(name, attributes, *children):
    """One element on one line when it is empty; absent attributes are None."""
    words = "".join(f" {key}={quoted(value)}" for key, value in attributes.items() if value is not None)
    if not children:
        return f"<{name}{words}/>"
    inside = "\n".join(children).replace("\n", "\n  ")
    return f"<{name}{words}>\n  {inside}\n</{name}>"


def term_xml(term):
    attributes = {"name": term[1], "value": term[2]}
    if len(term) > 3:
        attributes["currency"] = term[3]
    return element(term[0], attributes)


def clause_xml(number, kind, heading, paragraphs, terms):
    prose = [f"<text>{escape(p)}</text>" for p in paragraphs]
    return element("clause", {"number": number, "heading": heading, "type": kind}, *prose, *map(term_xml, terms))


def _library(language):
    base = clauses_ja.CLAUSES if language == "ja" else clauses_en.CLAUSES
    pick = (1, 3) if language == "ja" else (2, 4)
    more = [(m[0], m[pick[0]], m[pick[1]], []) for m in more_clauses.MORE]
    clauses = []
    for clause in base:
        clauses.append(clause)
        clauses += [m for m in more if m[0] == clause[0]]
    return clauses


def _number(language, position):
    return f"第{position}条" if language == "ja" else str(position)


class Library:
    """The clauses of one language, rendered once: most suppliers use them as they are."""

    def __init__(self, language):
        self.language = language
        self.clauses = _library(language)
        self.rendered = [clause_xml(_number(language, i + 1), *c) for i, c in enumerate(self.clauses)]

    def first(self, kind):
        return next(i for i, c in enumerate(self.clauses) if c[0] == kind)

    def changed(self, position, words, terms):
        """A clause with words replaced and terms given another value, or left out when that is None."""
        kind, heading, paragraphs, declared = self.clauses[position]
        for old, new in words:
            if not any(old in p for p in paragraphs):
                raise ValueError(f"clause {kind} ({self.language}) does not say: {old}")
            paragraphs = [p.replace(old, new) for p in paragraphs]
        kept = [(t[0], t[1], terms.get(t[1], t[2]), *t[3:]) for t in declared if terms.get(t[1], t[2]) is not None]
        return clause_xml(_number(self.language, position + 1), kind, heading, paragraphs, kept)


def _evidence(evidence):
    return element("evidence", evidence)


def _subcontractor(sub):
    below = [_subcontractor(s) for s in sub.get("below", ())]
    return element("subcontractor", {k: v for k, v in sub.items() if k != "below"}, *below)


def profile_xml(s):
    children = [element("asset", a) for a in s.assets] + [element("certificate", c) for c in s.certificates]
    children += [_subcontractor(sub) for sub in s.subcontractors] + [element("risk", r) for r in s.risks]
    return element("supplier", s.profile, *children)


def contract_xml(s, library):
    ours, theirs = ("甲", "乙") if s.language == "ja" else ("Customer", "Supplier")
    customer = "株式会社みなと精機" if s.language == "ja" else "Minato Precision Co., Ltd."
    children = [element("party", {"role": "customer", "name": customer, "alias": ours}),
                element("party", {"role": "supplier", "name": s.profile["name"], "alias": theirs})]
    for position, text in enumerate(library.rendered):
        kind = library.clauses[position][0]
        if kind not in s.left_out:
            children.append(s.clauses.get(position, text))
    return element("contract", s.contract, *children)


def response_xml(s):
    answers = [element("answer", {"question": q, **value}, *map(_evidence, evidence))
               for q, (value, evidence) in s.answers.items()]
    return element("response", s.response, *answers)


def audit_xml(audit):
    children = [element("nonconformity", n[0], f"<text>{escape(n[1])}</text>") for n in audit[1]]
    return element("audit", audit[0], *children)


def incidents_xml(s):
    children = [element("incident", i[0], f"<text>{escape(i[1])}</text>") for i in s.incidents]
    return element("incident-log", s.log, *children)


def service_xml(s):
    children = [element("measure", m) for m in s.measures]
    children += [element("review", {"kind": "service", "date": d},
                         element("evidence", {"kind": "document", "date": d, "reference": f"minutes/{d}"}))
                 for d in s.reviews]
    return element("service-record", {}, *children)


def documents(s, library):
    """Name and root element of every document of the supplier."""
    yield "supplier.xml", profile_xml(s)
    yield "contract.xml", contract_xml(s, library)
    if s.answers is not None:
        yield "response.xml", response_xml(s)
    for audit in s.audits:
        yield f"{audit[0]['id']}.xml", audit_xml(audit)
    yield "incidents.xml", incidents_xml(s)
    yield "service-record.xml", service_xml(s)


def with_namespace(xml):
    """The root element declares the namespace."""
    end = min(i for i in (xml.find(" "), xml.find(">"), xml.find("/")) if i > 0)
    return xml[:end] + NAMESPACE + xml[end:]
