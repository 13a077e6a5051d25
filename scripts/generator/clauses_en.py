"""Clauses of an English services agreement, in our own words: type, heading, paragraphs, declared terms.

A term is (kind, name, value) or, for amounts, (kind, name, value, currency). Paragraphs state every declared value in
words, so that a reader of the prose alone comes to the same values.
"""

CLAUSES = [
    ("service-scope", "Purpose and scope of services", [
        "This Agreement sets out the purpose, scope and conditions of the services that the Supplier performs for the "
        "Customer (the \"Services\").",
        "The scope of the Services is described in Schedule 1, and the information that the Customer discloses for "
        "them in Schedule 2. The Supplier performs no services outside that scope.",
    ], []),
    ("contract-term", "Term and renewal", [
        "This Agreement takes effect on the Effective Date and has an initial term of two (2) years.",
        "It renews for successive terms of one year unless either party gives written notice of non-renewal at least "
        "90 days before the end of the current term.",
    ], [("duration", "period", "P2Y"), ("duration", "renewal-notice", "P90D")]),
    ("responsibility", "Division of responsibilities", [
        "The parties divide responsibility for information security as set out in the responsibility matrix in "
        "Schedule 3.",
        "The matrix names the responsible party for account management, patching, backup, monitoring and incident "
        "handling.",
    ], []),
    ("contact-point", "Security contacts", [
        "Each party appoints a security contact and gives the other party that person's name, telephone number and "
        "e-mail address in writing.",
        "The contact can be reached outside business hours. A change is notified five business days ahead.",
    ], []),
    ("confidentiality", "Confidentiality", [
        "The Supplier keeps secret all technical, commercial and other information disclosed by the Customer, "
        "including drawings, design data and personal data (\"Confidential Information\"), and does not disclose it "
        "to any third party without the Customer's prior written consent.",
        "The Supplier discloses Confidential Information only to those of its staff who need to know it for the "
        "Services and who are bound to confidentiality in writing.",
        "The obligations of confidentiality survive termination of this Agreement for five (5) years.",
    ], [("duration", "survival", "P5Y")]),
    ("purpose-limitation", "Use for the agreed purpose only", [
        "The Supplier uses Confidential Information solely for the purpose of performing the Services and shall not "
        "use it for any other purpose.",
    ], []),
    ("copying-ban", "No copying", [
        "The Supplier shall not copy or reproduce Confidential Information without the Customer's prior written "
        "consent, save for the backups described in Schedule 2.",
        "Copies are treated as Confidential Information, and their date, number and place are recorded.",
    ], []),
    ("compelled-disclosure", "Disclosure required by law", [
        "If the Supplier is required by law or by order of a court or authority to disclose Confidential Information, "
        "it notifies the Customer before the disclosure, as far as the law allows, and discloses no more than is "
        "required.",
    ], []),
    ("acceptable-use", "Acceptable use", [
        "When using the Customer's information systems and devices the Supplier complies with the acceptable use "
        "policy in Schedule 4; private devices, unregistered media and unapproved online services are not used.",
    ], []),
    ("security-measures", "Security measures", [
        "The Supplier implements and maintains the organisational, human, physical and technical security measures "
        "set out in Schedule 5 to protect Confidential Information against loss, leakage and alteration.",
        "Confidential Information is encrypted when it is stored and when it is transmitted.",
        "Entry to areas in which Confidential Information is handled is recorded, and the records are kept for one "
        "year.",
    ], []),
    ("security-standard", "Security standard", [
        "The Supplier operates an information security management system that complies with ISO/IEC 27001 and "
        "maintains its certification for the term of this Agreement.",
        "It notifies the Customer of any renewal, suspension or loss of the certification within ten days.",
    ], []),
    ("access-control", "Access control", [
        "Access to Confidential Information is granted only to named staff who need it for the Services.",
        "When a member of staff leaves or is assigned to other work, the Supplier removes that person's access rights "
        "within one (1) day.",
        "Access rights are reviewed every six months, and the result is reported to the Customer.",
        "Access and operations are logged, and the logs are kept for one year.",
    ], [("duration", "leaver-removal", "P1D"), ("interval", "review", "P6M")]),
    ("vulnerability", "Vulnerability management", [
        "The Supplier watches for vulnerabilities in the systems used for the Services and applies security patches "
        "for critical vulnerabilities within seven (7) days of publication.",
    ], [("duration", "patch-within", "P7D")]),
    ("backup", "Backup", [
        "The Supplier backs up the data of the Services once a day and keeps one copy separated from the network.",
        "Restoring from backup is tested every six months, and the record is handed to the Customer.",
    ], [("interval", "frequency", "P1D"), ("interval", "restore-test", "P6M")]),
    ("training", "Training", [
        "The Supplier provides training in information security and data protection to all staff engaged in the "
        "Services at least once a year and keeps records of attendance for three years.",
    ], [("interval", "frequency", "P1Y")]),
    ("personal-data", "Personal data", [
        "Where the Supplier processes personal data in the course of the Services, it complies with the data "
        "protection laws that apply.",
        "The Supplier names the staff who process personal data, supervises them, keeps records of the processing and "
        "reports on it on request.",
        "The Supplier shall not alter, combine or hand over personal data to third parties beyond the Customer's "
        "instructions.",
    ], []),
    ("instructions", "Processing on instructions", [
        "The Supplier processes personal data only on documented instructions from the Customer. If it believes that "
        "an instruction infringes the law, it informs the Customer before the processing begins.",
    ], []),
    ("data-subject-requests", "Requests of data subjects", [
        "The Supplier forwards requests from data subjects for access, correction or erasure to the Customer within "
        "two business days, does not answer them itself, and assists the Customer in responding.",
    ], []),
    ("data-location", "Location of data", [
        "The data of the Services is stored and processed in Japan only.",
        "A change of the location needs 30 days' written notice and the Customer's written consent.",
    ], []),
    ("cross-border-transfer", "International transfers", [
        "The Supplier shall not transfer personal data outside Japan without the Customer's prior written consent.",
        "Where the Customer has consented, the transfer is governed by standard contractual clauses, and the data is "
        "encrypted in transit.",
    ], [("choice", "mechanism", "scc"), ("flag", "encryption", "true")]),
    ("subcontracting", "Subcontracting", [
        "The Supplier shall not subcontract all or part of the Services without the Customer's prior written consent.",
        "When asking for consent the Supplier names the subcontractor, its place, the work and the information "
        "concerned. The same holds for every further tier.",
    ], [("choice", "consent", "prior-written")]),
    ("flow-down", "Obligations of subcontractors", [
        "The Supplier imposes on its subcontractors in writing the same obligations as those under this Agreement and "
        "supervises their performance.",
        "The Supplier remains liable for the acts and omissions of its subcontractors as for its own.",
    ], []),
    ("incident-report", "Incident reporting", [
        "If the Supplier becomes aware of a security incident or of reason to suspect one, it reports this to the "
        "Customer's security contact by telephone within 24 hours of becoming aware.",
        "The Supplier then contains the damage, investigates the cause, and reports the result and the measures "
        "against recurrence in writing within five business days.",
    ], [("duration", "report-within", "PT24H"), ("choice", "channel", "phone"), ("flag", "contact", "true")]),
    ("authority-cooperation", "Cooperation with authorities", [
        "The Supplier cooperates with supervisory authorities and provides the Customer with the documents that it "
        "needs to answer their inquiries and inspections.",
    ], []),
    ("security-report", "Security reports", [
        "The Supplier submits a security report on measures, incidents and changes once a month, by the tenth day of "
        "the following month.",
    ], [("interval", "frequency", "P1M")]),
    ("review-meeting", "Review meetings", [
        "The parties hold a review meeting on quality and information security once every three months and keep "
        "minutes.",
    ], [("interval", "frequency", "P3M")]),
    ("audit-right", "Audit", [
        "The Customer audits the Supplier's performance of this Agreement once a year and, after an incident, at any "
        "time.",
        "An audit includes the inspection of documents and on-site audits at the Supplier's premises, on 14 days' "
        "notice.",
        "The Supplier cooperates with the audit and corrects nonconformities by the dates agreed. The parties consult "
        "on the cost of corrections.",
    ], [("interval", "frequency", "P1Y"), ("flag", "on-site", "true"), ("flag", "documents", "true"),
        ("duration", "notice", "P14D")]),
    ("service-level", "Service levels", [
        "The monthly availability of the Services is at least 99.9%.",
        "The Supplier responds to a failure within two (2) hours and resolves it within eight (8) hours.",
        "If a service level is missed, the Customer is entitled to the service credits in Schedule 6.",
    ], [("percent", "uptime", "99.9"), ("duration", "response-within", "PT2H"),
        ("duration", "resolve-within", "PT8H"), ("flag", "penalty", "true")]),
    ("continuity", "Business continuity", [
        "The Supplier maintains a business continuity plan with a recovery time objective of 24 hours and a recovery "
        "point objective of 24 hours.",
        "The plan is tested once a year, and the result is reported to the Customer.",
    ], [("duration", "rto", "PT24H"), ("duration", "rpo", "PT24H"), ("interval", "test", "P1Y")]),
    ("change-notice", "Notice of changes", [
        "The Supplier gives 30 days' written notice of changes of systems, sites, persons in charge and other matters "
        "that affect information security.",
    ], [("duration", "notice", "P30D")]),
    ("intellectual-property", "Intellectual property", [
        "Copyright and all other intellectual property rights in the results of the Services pass to the Customer "
        "upon payment.",
    ], []),
    ("damages", "Damages", [
        "A party that breaches this Agreement compensates the other party for the damage.",
        "Costs of investigation, notification of persons concerned, inquiries and prevention of recurrence after a "
        "leak of Confidential Information are part of the damage.",
    ], []),
    ("liability-cap", "Limitation of liability", [
        "The total liability of the Supplier under this Agreement shall not exceed JPY 100,000,000. This limitation "
        "does not apply to intent, gross negligence or leaks of Confidential Information.",
    ], [("amount", "cap", "100000000", "JPY")]),
    ("penalty", "Contractual penalty", [
        "For each breach of confidentiality or of the limits on subcontracting the Supplier pays a contractual penalty "
        "of one monthly fee; further damages remain unaffected.",
    ], []),
    ("indemnity", "Indemnification", [
        "The Supplier indemnifies and holds harmless the Customer against third-party claims arising from the "
        "Supplier's breach and settles them at its own expense.",
    ], []),
    ("insurance", "Insurance", [
        "For the term of this Agreement the Supplier maintains cyber liability insurance with a cover of at least "
        "JPY 100,000,000 and provides a copy of the policy on request.",
    ], [("amount", "cover", "100000000", "JPY")]),
    ("return-destroy", "Return and destruction", [
        "Upon termination or at the Customer's request the Supplier returns or irrecoverably destroys Confidential "
        "Information and all copies within 30 days.",
        "The Supplier provides a certificate of destruction that states the date, the method and the person in "
        "charge.",
    ], [("duration", "within", "P30D"), ("flag", "certificate", "true")]),
    ("termination", "Termination", [
        "Either party may terminate this Agreement if the other party is in breach and does not remedy the breach "
        "within 14 days of written notice.",
        "The Customer may terminate this Agreement for convenience on 90 days' written notice.",
    ], [("flag", "for-cause", "true"), ("flag", "convenience", "true"), ("duration", "notice", "P90D")]),
    ("post-termination", "Exit assistance", [
        "At the end of this Agreement the Supplier assists for 90 days with the transition of the Services to the "
        "Customer or a third party and hands over the data in a common format.",
    ], [("duration", "period", "P90D")]),
    ("survival", "Survival", [
        "The clauses on confidentiality, personal data, damages, return and destruction, governing law and "
        "jurisdiction survive the end of this Agreement for five (5) years.",
    ], [("duration", "period", "P5Y")]),
    ("anti-social-forces", "Exclusion of anti-social forces", [
        "Each party represents that neither it nor its officers are or will be organised crime groups or other "
        "anti-social forces. If this is breached, the other party may terminate this Agreement at once.",
    ], []),
    ("assignment", "Assignment", [
        "Neither party may assign this Agreement or rights and obligations under it without the other party's prior "
        "written consent.",
    ], []),
    ("governing-law", "Governing law", [
        "This Agreement is governed by and construed in accordance with the laws of Japan.",
    ], []),
    ("jurisdiction", "Jurisdiction", [
        "The Tokyo District Court has exclusive jurisdiction over disputes arising from this Agreement.",
    ], []),
]
