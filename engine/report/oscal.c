/* A plan of action and milestones (NIST OSCAL 1.0, XML) for one supplier: an observation, a risk and an item for each
 * finding. A waived finding is a deviation that was approved. It stands alone: no system security plan is needed.
 *
 * Identifiers are made of fingerprints, so that the same finding has the same ones in every run. */
#include "report/ci.h"
#include "report/history_say.h"
#include "report/renderers.h"
#include "report/xml_parts.h"

#include <string.h>

#include "base/version.h"

/* A UUID of version 5 in form (RFC 9562), made of a BLAKE2b hash of what it names. */
static void say_uuid(const struct view *v, const char *what, const char *name)
{
    const char *parts[] = {"urn:kijun:oscal", what, v->r->supplier, name};
    struct hash h = hash_parts(parts, 4);
    h.bytes[6] = (unsigned char)((h.bytes[6] & 0x0F) | 0x50);
    h.bytes[8] = (unsigned char)((h.bytes[8] & 0x3F) | 0x80);
    char hex[33];
    hash_hex(&h, hex);
    buffer_printf(v->out, "%.8s-%.4s-%.4s-%.4s-%s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

static void open_with_uuid(const struct view *v, const char *tag, const char *name)
{
    xmlout_start(v, tag);
    raw(v, " uuid=\"");
    say_uuid(v, tag, name);
    raw(v, "\">\n");
}

/* StringDatatype: one line, not empty, no space at its ends. */
static void say_string(const struct view *v, const char *text)
{
    const char *from = text ? text : "";
    while (*from && strchr(" \t\r\n", *from)) from++;
    size_t len = strlen(from);
    while (len && strchr(" \t\r\n", from[len - 1])) len--;
    if (!len) raw(v, "-");
    for (size_t i = 0, start = 0; i < len; i++) {
        bool space = strchr("\t\r\n", from[i]) != NULL;
        if (space || i + 1 == len) put_xml(v->out, from + start, i + !space - start);
        if (space) raw(v, " "), start = i + 1;
    }
}

static void prop(const struct view *v, const char *name, const char *value)
{
    if (!value) return;
    raw(v, "<prop ns=\"urn:kijun:oscal\" name=\"");
    raw(v, name);
    raw(v, "\" value=\"");
    say_string(v, value);
    raw(v, "\"/>\n");
}

static void paragraph(const struct view *v, const char *tag, const char *text)
{
    xmlout_start(v, tag);
    raw(v, "><p>");
    say(v, text ? text : "-");
    raw(v, "</p>");
    xmlout_finish(v, tag);
}

struct day_text {
    char at[32];
};

static struct day_text day_text(day d)
{
    struct day_text text = {""};
    struct buffer b;
    struct value value = value_date(d);
    buffer_init_fixed(&b, text.at, sizeof text.at);
    if (d != DAY_NONE) value_write(&b, &value);
    return text;
}

static void moment(const struct view *v, const char *tag, day d)
{
    if (d == DAY_NONE) return;
    xmlout_start(v, tag);
    raw(v, ">");
    raw(v, day_text(d).at);
    raw(v, "T00:00:00Z");
    xmlout_finish(v, tag);
}

static void prop_day(const struct view *v, const char *name, day d)
{
    if (d != DAY_NONE) prop(v, name, day_text(d).at);
}

/* ---- the parts ---- */

static void metadata(const struct view *v)
{
    raw(v, "<metadata><title>");
    say_word(v, v->r->lone ? WORD_REPORT_TEMPLATE : WORD_REPORT);
    raw(v, ": ");
    say(v, v->r->name ? v->r->name : v->r->supplier);
    raw(v, "</title>\n");
    moment(v, "last-modified", v->r->as_of);
    raw(v, "<version>" KIJUN_VERSION "</version><oscal-version>1.0.6</oscal-version>\n");
    prop(v, "policy", v->o->policy);
    raw(v, "</metadata>\n<system-id identifier-type=\"urn:kijun:supplier\">");
    say_string(v, v->r->supplier);
    raw(v, "</system-id>\n");
}

static void evidence(const struct view *v, const struct place *p)
{
    if (!place_is_somewhere(p)) return;
    raw(v, "<relevant-evidence><description><p>");
    say_place(v, p);
    if (p->quote) raw(v, ": "), say(v, p->quote);
    raw(v, "</p></description></relevant-evidence>\n");
}

static void observation(const struct view *v, const struct finding *f, const char *print)
{
    open_with_uuid(v, "observation", print);
    paragraph(v, "description", f->text[v->l]);
    raw(v, "<method>EXAMINE</method>\n<type>finding</type>\n");
    evidence(v, &f->place);
    for (size_t i = 0; i < f->related_count; i++) evidence(v, &f->related[i]);
    moment(v, "collected", v->r->as_of);
    xmlout_finish(v, "observation");
}

/* With a register, a risk for which a plan was given or that was said to be done is being remediated. */
static const char *status_of(const struct view *v, const struct finding *f)
{
    const struct finding_history *h = history_of(v, f);
    if (h && (h->state == STATE_PLAN_GIVEN || h->state == STATE_DONE)) return "remediating";
    if (f->outcome == OUTCOME_WAIVED) return "deviation-approved";
    return f->outcome == OUTCOME_FAIL ? "open" : "investigating";
}

static void risk(const struct view *v, const struct finding *f, const char *print)
{
    const struct judgement *j = judgement_of(v->r, f);
    open_with_uuid(v, "risk", print);
    raw(v, "<title>");
    if (j) say_title(v, j);
    else say(v, f->message);
    raw(v, "</title>\n");
    paragraph(v, "description", f->text[v->l]);
    paragraph(v, "statement", f->advice[v->l] ? f->advice[v->l] : f->text[v->l]);
    prop(v, "grade", grade_name(f->grade));
    raw(v, "<status>");
    raw(v, status_of(v, f));
    raw(v, "</status>\n");
    const struct finding_history *h = history_of(v, f);
    if (f->outcome == OUTCOME_WAIVED && f->waiver) moment(v, "deadline", f->waiver->expires);
    else if (h) moment(v, "deadline", h->due);
    raw(v, "<related-observation observation-uuid=\"");
    say_uuid(v, "observation", print);
    raw(v, "\"/>\n");
    xmlout_finish(v, "risk");
}

static void history(const struct view *v, const struct finding_history *h)
{
    char times[24];
    struct buffer b;
    if (!h) return;
    buffer_init_fixed(&b, times, sizeof times);
    buffer_int(&b, h->recurrences);
    prop(v, "state", state_name(h->state));
    prop(v, "change", change_name(h->change));
    prop_day(v, "first-seen", h->first_seen);
    prop_day(v, "last-seen", h->last_seen);
    prop_day(v, "due", h->due);
    prop(v, "recurrences", times);
    if (v->internal) prop(v, "owner", h->owner);
}

static void item(const struct view *v, const struct finding *f, const char *print)
{
    const struct judgement *j = judgement_of(v->r, f);
    open_with_uuid(v, "poam-item", print);
    raw(v, "<title>");
    say(v, f->text[v->l]);
    raw(v, "</title>\n");
    paragraph(v, "description", f->advice[v->l] ? f->advice[v->l] : f->text[v->l]);
    if (j) prop(v, "rule", j->rule->id);
    prop(v, "message", f->message);
    prop(v, "fingerprint", print);
    history(v, history_of(v, f));
    for (size_t i = 0; j && i < j->rule->control_count; i++) prop(v, "control", j->rule->controls[i]);
    raw(v, "<related-observation observation-uuid=\"");
    say_uuid(v, "observation", print);
    raw(v, "\"/>\n<associated-risk risk-uuid=\"");
    say_uuid(v, "risk", print);
    raw(v, "\"/>\n");
    xmlout_finish(v, "poam-item");
}

/* The schema wants an item: when there is no finding, it says what the verdict is. */
static void verdict_item(const struct view *v)
{
    open_with_uuid(v, "poam-item", "verdict");
    raw(v, "<title>");
    say_word(v, verdict_word(verdict_of(v)));
    raw(v, "</title>\n<description><p>");
    say_verdict(v);
    raw(v, "</p></description>\n");
    xmlout_finish(v, "poam-item");
}

typedef void part_writer(const struct view *v, const struct finding *f, const char *print);

static void each(const struct view *v, part_writer *write)
{
    for (size_t i = 0; i < v->r->finding_count; i++) {
        char print[33];
        hash_hex(&v->r->findings[i].fingerprint, print);
        if (finding_shown(v, &v->r->findings[i])) write(v, &v->r->findings[i], print);
    }
}

void oscal_supplier(const struct result *r, const struct report_options *o, struct buffer *out)
{
    struct view v = view_of(out, r, o, put_xml);
    size_t shown = 0;
    for (size_t i = 0; i < r->finding_count; i++) shown += finding_shown(&v, &r->findings[i]);
    raw(&v, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<plan-of-action-and-milestones xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\" uuid=\"");
    say_uuid(&v, "plan", "");
    raw(&v, "\">\n");
    metadata(&v);
    each(&v, observation);
    each(&v, risk);
    each(&v, item);
    if (!shown) verdict_item(&v);
    raw(&v, "</plan-of-action-and-milestones>\n");
}
