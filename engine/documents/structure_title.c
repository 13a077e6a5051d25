/* The title of a document, its language, and the lines that belong to no clause. */
#include <string.h>

#include "documents/scan.h"
#include "documents/structure_parts.h"

enum { TITLE_MOST = 200, SAMPLE_MOST = 200000 };

bool text_is_japanese(const struct paragraph *p, size_t count)
{
    size_t japanese = 0, latin = 0;
    for (size_t i = 0; i < count && japanese + latin < SAMPLE_MOST; i++) {
        struct scan s = scan_text(p[i].at, p[i].len);
        while (s.at < s.end) {
            uint32_t c = (unsigned char)*s.at;
            c = c < 0x80 ? (s.at++, c) : scan_next_wide(&s); /* full-width letters are Latin ones */
            if (c < 0x80)
                latin += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            else if (scan_is_japanese(c))
                japanese++;
            else
                latin += scan_is_upper(c) || scan_is_lower(c);
        }
    }
    return japanese * 3 > latin;
}

static bool contains(const struct paragraph *p, const char *word)
{
    return strstr(p->at, word) != NULL;
}

static bool ends_in(const char *at, size_t len, const char *const *words)
{
    for (; *words; words++) {
        size_t n = strlen(*words);
        if (n <= len && memcmp(at + len - n, *words, n) == 0)
            return true;
    }
    return false;
}

static bool japanese_name(const struct paragraph *p)
{
    static const char *const ends[] = {"契約書", "契約", "覚書", "合意書", "協定書", "誓約書", "約款", "仕様書", "規約",
                                       "規程", "確認書", "承諾書", "申込書", "注文書", "特約", "条項", "特記事項", "要領", "規定", "基準", "同意書", NULL};
    static const char *const sentence[] = {"。", "、", "以下", "（以下", NULL};
    size_t len = p->len;
    const char *open = strstr(p->at, "（");
    if (open && open > p->at) /* 業務委託契約書（案） */
        len = (size_t)(open - p->at);
    const char *at = p->at;
    scan_trim(&at, &len);
    if (len > TITLE_MOST / 2 || !ends_in(at, len, ends))
        return false;
    struct scan s = scan_text(p->at, p->len);
    for (; s.at < s.end; scan_next(&s))
        if (scan_any(&s, sentence))
            return false;
    return true;
}

static bool english_name(const struct paragraph *p)
{
    static const char *const words[] = {"AGREEMENT", "Agreement", "CONTRACT", "Contract", "ADDENDUM", "Addendum",
                                        "AMENDMENT", "Amendment", "TERMS", "Terms", "STATEMENT OF WORK", "Statement of Work",
                                        "LICENSE", "License", "POLICY", "Policy", "NDA", "UNDERTAKING", "SCHEDULE TO", NULL};
    if (p->len > TITLE_MOST || !heading_alone(p) || strncmp(p->at, "This ", 5) == 0)
        return false;
    for (const char *const *w = words; *w; w++)
        if (contains(p, *w))
            return true;
    return false;
}

static bool is_label(const struct paragraph *p)
{
    struct label l;
    return p->label || (label_read(p->at, p->len, &l) && l.sure && l.style != LABEL_ANNEX);
}

/* The only heading of the first level: then it heads the document. */
static bool is_top_heading(const struct structure *s, const struct paragraph *p)
{
    if (p->outline != 0)
        return false;
    for (size_t i = 0; i < s->count; i++)
        if (&s->p[i] != p && s->p[i].outline == 0)
            return false;
    return true;
}

size_t title_find(const struct structure *s)
{
    size_t most = s->count < STRUCTURE_TITLE_LINES ? s->count : STRUCTURE_TITLE_LINES;
    for (size_t i = 0; i < most; i++)
        if (s->p[i].title && s->p[i].len <= TITLE_MOST)
            return i;
    for (size_t i = 0; i < most && !is_label(&s->p[i]); i++)
        if (!s->p[i].cells && (japanese_name(&s->p[i]) || english_name(&s->p[i])))
            return i;
    const struct paragraph *first = s->p;
    bool set_apart = s->count > 1 && (first->centred || is_top_heading(s, first) ||
                                        (first->outline < 0 && first->lead >= first->len && first->len));
    if (set_apart && !is_label(first) && !first->cells && heading_alone(first))
        return 0;
    return s->count;
}

bool title_of_another(const struct paragraph *p)
{
    if (p->cells || p->label || strstr(p->at, "PAGE"))
        return false;
    return japanese_name(p) || (heading_is_capitals(p->at, p->len) && english_name(p));
}

struct kind_word {
    const char *word, *kind;
};

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The first row one of whose words stands in the title, not in the middle of another: there is no SLA in a translation. */
static const char *kind_in(struct scan s, const struct kind_word *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t before = 0;
        for (struct scan here = s; here.at < here.end; before = scan_next(&here)) {
            struct scan copy = here;
            if (is_letter(before) || !scan_word(&copy, rows[i].word))
                continue;
            uint32_t after = scan_peek(&copy);
            if (!is_letter(after) || after == 's' || after == 'S')
                return rows[i].kind;
        }
    }
    return NULL;
}

static bool stands_in(struct scan s, const char *const *words, bool any_case)
{
    for (; s.at < s.end; scan_next(&s))
        for (const char *const *w = words; *w; w++) {
            struct scan copy = s;
            if (any_case ? scan_word_any_case(&copy, *w) : scan_word(&copy, *w))
                return true;
        }
    return false;
}

/* A title up to its bracket: 業務委託契約書（秘密保持特約付） is a contract on services. */
static struct scan before_bracket(struct scan s)
{
    struct scan here = s;
    for (; here.at < here.end; scan_next(&here))
        if (scan_peek(&here) == '(')
            return scan_text(s.at, (size_t)(here.at - s.at));
    return s;
}

/* True if business is agreed as well: "Consulting and Confidentiality Agreement", 業務委託及び秘密保持契約書; but not
 * 業務委託に関する秘密保持契約書. */
static bool agrees_on_business(struct scan title, const struct kind_word *special, size_t count)
{
    static const char *const joins[] = {"及び", "および", "並びに", "兼", "・", NULL}, *const joined[] = {" and", " &", NULL};
    static const char *const business[] = {"業務委託", "委託契約", "請負", "売買", "供給", "ライセンス", "利用契約", "基本契約", NULL};
    static const char *const trade[] = {"services", "consulting", "consultancy", "consultant", "employment", "license",
                                        "licence", "supply", "development", "subscription", "purchase", "hosting", "maintenance",
                                        "distribution", "manufacturing", "reseller", "agency", NULL};
    struct scan head = before_bracket(title);
    if (!stands_in(head, business, false) && !stands_in(head, trade, true))
        return false;
    return !kind_in(head, special, count) || stands_in(head, joins, false) || stands_in(head, joined, true);
}

const char *title_kind(const char *at, size_t len)
{
    static const struct kind_word amended[] = {
        {"変更契約", "amendment"},       {"変更覚書", "amendment"},      {"変更に関する", "amendment"},
        {"Amendment", "amendment"},      {"AMENDMENT", "amendment"},
    };
    static const struct kind_word special[] = {
        {"秘密保持", "nda"}, {"機密保持", "nda"}, {"Non-Disclosure", "nda"}, {"NON-DISCLOSURE", "nda"},
        {"Non Disclosure", "nda"}, {"NON DISCLOSURE", "nda"}, {"Confidential Disclosure", "nda"},
        {"CONFIDENTIAL DISCLOSURE", "nda"}, {"守秘義務", "nda"}, {"Secrecy", "nda"},
        {"Nondisclosure", "nda"}, {"NONDISCLOSURE", "nda"}, {"Confidentiality", "nda"},
        {"CONFIDENTIALITY", "nda"}, {"サービスレベル", "sla"}, {"SLA", "sla"}, {"Service Level", "sla"},
        {"SERVICE LEVEL", "sla"}, {"個人情報", "dpa"}, {"個人データ", "dpa"},
        {"Data Processing", "dpa"}, {"DATA PROCESSING", "dpa"}, {"Data Protection", "dpa"},
        {"DATA PROTECTION", "dpa"},
    };
    static const struct kind_word general[] = {
        {"基本契約", "master"}, {"Master", "master"}, {"MASTER", "master"}, {"業務委託", "services"},
        {"委託契約", "services"}, {"Services Agreement", "services"}, {"SERVICES AGREEMENT", "services"},
        {"Service Agreement", "services"}, {"SERVICE AGREEMENT", "services"},
    };
    const size_t amended_count = sizeof amended / sizeof *amended, special_count = sizeof special / sizeof *special;
    struct scan s = scan_text(at, len);
    const char *kind = kind_in(s, amended, amended_count);
    if (kind)
        return kind;
    kind = kind_in(s, special, special_count);
    if (kind && !agrees_on_business(s, special, special_count))
        return kind;
    return kind_in(s, general, sizeof general / sizeof *general);
}

/* 以上、本契約の成立を証するため…各自保管する: what is agreed, the proof of it, and the copies. */
static bool japanese_closing(const struct paragraph *p)
{
    static const char *const starts[] = {"以上", "上記", "本契約", "本覚書", "本合意", "この契約", "本書", "本協定", NULL};
    static const char *const proof[] = {"証するため", "証として", "証とする", "証すべく", "を証し", NULL};
    static const char *const copies[] = {"通", "記名", "署名", "押印", "保有", "保管", "所持", NULL};
    struct scan s = scan_text(p->at, p->len);
    if (!scan_any(&s, starts))
        return false;
    bool proved = false, copied = false;
    for (; s.at < s.end && !(proved && copied); scan_next(&s)) {
        proved |= scan_any(&s, proof);
        copied |= scan_any(&s, copies);
    }
    return proved && copied;
}

bool signatures_begin(const struct paragraph *p)
{
    static const char *const sentences[] = {"in witness whereof", "in witness thereof", NULL};
    static const char *const lines[] = {"agreed and accepted", "accepted and agreed", "signature page", "signatures", NULL};
    struct scan s = scan_text(p->at, p->len);
    if (japanese_closing(p))
        return true;
    scan_skip(&s, '[');
    for (const char *const *w = sentences; *w; w++) {
        struct scan here = s;
        if (scan_word_any_case(&here, *w))
            return true;
    }
    for (const char *const *w = lines; *w && p->len <= 60; w++) {
        struct scan here = s;
        if (scan_word_any_case(&here, *w))
            return true;
    }
    return false;
}

bool contents_line(const struct paragraph *p)
{
    if (p->contents)
        return true;
    const char *end = p->at + p->len, *at = end;
    size_t digits = 0;
    for (; at > p->at; digits++) {
        if (at[-1] >= '0' && at[-1] <= '9')
            at--;
        else if (at - p->at >= 3 && memcmp(at - 3, "０", 3) >= 0 && memcmp(at - 3, "９", 3) <= 0)
            at -= 3;
        else
            break;
    }
    if (digits == 0 || digits > 4 || p->len > TITLE_MOST)
        return false;
    while (at > p->at && (at[-1] == ' ' || at[-1] == '\t' || (at - p->at >= 3 && memcmp(at - 3, "　", 3) == 0)))
        at -= at[-1] == ' ' || at[-1] == '\t' ? 1 : 3;
    size_t dots = 0;
    for (;;) {
        if (at - p->at >= 1 && (at[-1] == '.' || (at[-1] == ' ' && dots > 0 && at - 1 > p->at && at[-2] == '.'))) {
            dots += at[-1] == '.';
            at--;
        } else if (at - p->at >= 3 && (memcmp(at - 3, "…", 3) == 0 || memcmp(at - 3, "・", 3) == 0 ||
                                       memcmp(at - 3, "‥", 3) == 0)) {
            dots += 3;
            at -= 3;
        } else {
            return dots >= 4;
        }
    }
}
