"""Suppliers that are small, for portfolios of a million: each has a folder with a profile of its own; the contract in it is
one of a few, under many names of one file. Every tenth contract lacks a clause, every tenth profile has a low tier."""

import os

from generator import documents

CONTRACTS = 20          # different ones
LINKS = 30000           # names of one file; ext4 allows 65,000
CLAUSES = ("confidentiality", "incident-report", "audit-right", "subcontracting", "termination", "return-destroy")
TIERS = ("critical", "important", "standard", "standard", "standard", "standard", "standard", "standard", "standard", "low")


def contract_xml(number, library):
    language = library.language
    customer = "株式会社みなと精機" if language == "ja" else "Minato Precision Co., Ltd."
    children = [documents.element("party", {"role": "customer", "name": customer}),
                documents.element("party", {"role": "supplier", "name": "委託先" if language == "ja" else "Supplier"})]
    left_out = CLAUSES[number % len(CLAUSES)] if number % 10 == 9 else None
    for position, text in enumerate(library.rendered):
        kind = library.clauses[position][0]
        if kind in CLAUSES and kind != left_out:
            children.append(text)
    return documents.element("contract", {"id": "c1", "kind": "services", "title": "業務委託契約書" if language == "ja" else
                                          "Services Agreement", "status": "executed", "language": language,
                                          "effective": "2025-04-01", "expires": f"2027-{number % 12 + 1:02d}-28"}, *children)


def profile(number):
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<supplier xmlns="urn:kijun:1" id="s{number:07d}" name="Supplier {number}" '
            f'tier="{TIERS[number // 7 % 10]}" kind="company" country="JP">\n'
            '  <asset class="customer-data" name="orders" access="process"/>\n</supplier>\n').encode()


class Tiny:
    """Writes them into `folder`, on one file system with `pool`, where the contracts are."""

    def __init__(self, pool, folder, libraries):
        self.pool, self.folder = pool, folder
        self.contracts = [(documents.with_namespace(contract_xml(i, libraries[i % len(libraries)])) + "\n").encode()
                          for i in range(CONTRACTS)]
        os.makedirs(pool, exist_ok=True)
        os.makedirs(folder, exist_ok=True)

    def contract(self, number):
        """The file whose next name is that of this supplier's contract."""
        which = number % CONTRACTS
        path = os.path.join(self.pool, f"{which}-{number // CONTRACTS // LINKS}.xml")
        if not os.path.exists(path):
            with open(path, "wb") as out:
                out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n' + self.contracts[which])
        return path

    def write(self, number):
        folder = f"{self.folder}/s{number:07d}"
        os.mkdir(folder)
        fd = os.open(folder + "/supplier.xml", os.O_WRONLY | os.O_CREAT, 0o644)
        os.write(fd, profile(number))
        os.close(fd)
        os.link(self.contract(number), folder + "/contract.xml")
