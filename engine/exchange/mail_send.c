/* Handing a message to a mail server: SMTP (RFC 5321) over TLS, by smtps or by STARTTLS that is required. */
#include <stdio.h>
#include <string.h>

#include "exchange/mime.h"
#include "exchange/notice_parts.h"
#include "exchange/wire.h"

struct posting {
    struct wire wire;
    const struct channel *channel;
    const struct access *access;
    struct url server;
    bool plain;
};

static enum notice_sent cannot(const struct posting *p, enum fault_id id, const char *why, struct fault *f)
{
    char shown[URL_HOST + 32];
    url_show_host(&p->server, shown);
    fault_where(f, shown, 0);
    fault_set(f, id, why);
    return NOTICE_NOT_TAKEN;
}

static bool add_recipient(struct curl_slist **list, const char *address)
{
    char bare[320];
    mime_bare_address(address, bare);
    struct curl_slist *more = *bare ? curl_slist_append(*list, bare) : NULL;
    *list = more ? more : *list;
    return more != NULL;
}

static void prepare(struct posting *p, const struct curl_slist *to)
{
    char from[320];
    CURL *c = p->wire.curl;
    mime_bare_address(p->channel->from, from);
    curl_easy_setopt(c, CURLOPT_MAIL_FROM, from);
    curl_easy_setopt(c, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(c, CURLOPT_INFILESIZE_LARGE, (curl_off_t)p->wire.len);
    if (p->channel->user)
        curl_easy_setopt(c, CURLOPT_USERNAME, p->channel->user);
    if (p->channel->user && p->channel->password)
        curl_easy_setopt(c, CURLOPT_PASSWORD, p->channel->password);
    wire_upload(&p->wire);
}

/* The message is taken when the server has said so to its end; a refusal is as clear. Anything else after the end went out
 * leaves it in doubt. */
static enum notice_sent judge(struct posting *p, CURLcode code, bool *again, struct fault *f)
{
    long said = 0;
    char why[CURL_ERROR_SIZE + 32];
    *again = false;
    if (code == CURLE_OK)
        return NOTICE_TAKEN;
    if (p->wire.stopped)
        return NOTICE_NOT_TAKEN;
    if (p->wire.refused)
        return cannot(p, FAULT_FETCH_PRIVATE, p->wire.address, f);
    curl_easy_getinfo(p->wire.curl, CURLINFO_RESPONSE_CODE, &said);
    bool refusal = said >= 400 && said < 600;
    if (refusal)
        snprintf(why, sizeof why, "SMTP %ld", said);
    else
        snprintf(why, sizeof why, "%s", p->wire.why);
    *again = (!p->wire.all_handed && wire_passing(code)) || (refusal && said < 500);
    cannot(p, FAULT_SEND_FAILED, why, f);
    return p->wire.all_handed && !refusal ? NOTICE_DOUBT : NOTICE_NOT_TAKEN;
}

static enum notice_sent post_once(struct posting *p, const struct curl_slist *to, bool *again, struct fault *f)
{
    enum notice_sent result;
    *again = false;
    if (!wire_open(&p->wire, p->access, p->channel->server, &p->server, p->plain))
        return cannot(p, FAULT_MEMORY, NULL, f);
    prepare(p, to);
    result = judge(p, wire_perform(&p->wire), again, f);
    wire_close(&p->wire);
    return result;
}

enum notice_sent mail_send(const struct channel *c, const struct access *a, const char *at, size_t len,
                           int (*before_last)(void *context), void *context, struct fault *f)
{
    struct posting p = { .channel = c, .access = a,
                         .wire = { .body = at, .len = len, .before_last = before_last, .context = context } };
    struct curl_slist *to = NULL;
    enum notice_sent result = NOTICE_NOT_TAKEN;
    bool private_ok, again = true, fits = true;
    if (!url_parse(c->server, &p.server) || !access_permits(a, &p.server, &private_ok, &p.plain))
        return cannot(&p, FAULT_FETCH_URL, NULL, f);
    p.wire.private_ok = private_ok;
    for (size_t i = 0; fits && i < c->to_count; i++)
        fits = add_recipient(&to, c->to[i]);
    if (!fits)
        cannot(&p, FAULT_MEMORY, NULL, f);
    for (int done = 0; fits && again && done < wire_attempts(a); done++) {
        struct fault why = { 0 };
        if (done)
            wire_wait(a, done, 0);
        result = post_once(&p, to, &again, &why);
        *f = why;
    }
    curl_slist_free_all(to);
    return result;
}
