/* JSON written by hand, for reports that are written in great numbers. Private to the report floor.
 *
 * Every member and every item is appended with a comma in front; json_end then turns the first comma of an object or
 * array into its opening bracket. So nothing needs to know whether it comes first. A JSON report is written for every
 * supplier of every run: this is a third of the time that base/json.h takes. */
#ifndef KIJUN_REPORT_JSON_PARTS_H
#define KIJUN_REPORT_JSON_PARTS_H

#include <string.h>

#include "report/report.h"
#include "report/say.h"

/* buffer_add, without a call where there is room. */
static inline void json_put(struct buffer *b, const char *at, size_t len)
{
    if (b->failed || b->size - b->len <= len) {
        buffer_add(b, at, len);
        return;
    }
    memcpy(b->at + b->len, at, len);
    b->len += len;
    b->at[b->len] = '\0';
}

#define JSON_LITERAL(b, literal) json_put(b, literal, sizeof(literal) - 1)
/* The key of a member, with its comma. */
#define JSON_KEY(b, key) JSON_LITERAL(b, ",\"" key "\":")
/* Nothing when the text is NULL. */
#define JSON_TEXT(b, key, text)                                                                                        \
    do {                                                                                                               \
        const char *json_text_ = (text);                                                                               \
        if (json_text_) {                                                                                              \
            JSON_KEY(b, key);                                                                                          \
            json_string(b, json_text_, strlen(json_text_));                                                            \
        }                                                                                                              \
    } while (0)
#define JSON_INT(b, key, n) (JSON_KEY(b, key), buffer_int(b, n))
#define JSON_BOOL(b, key, flag) (JSON_KEY(b, key), json_put(b, (flag) ? "true" : "false", (flag) ? 4 : 5))

/* Where an object or array begins: hand it to json_end. */
static inline size_t json_begin(const struct buffer *b)
{
    return b->len;
}
void json_end(struct buffer *b, size_t begin, const char brackets[2]);

void json_string(struct buffer *b, const char *at, size_t len); /* quoted */
void json_texts(struct buffer *b, const char *const *texts, size_t count); /* an array */
/* {"en": ..., "ja": ...}; false, and nothing is written, when neither is there. */
void json_both(struct buffer *b, const char *key, const char *const text[LANGUAGE_COUNT]);
/* Members, left out when there is nothing to say. */
void json_day(struct buffer *b, const char *key, day d);
/* "key": {"type": "duration", "value": "PT24H", "words": {"en": "24 hours", "ja": "24時間"}}, without words for texts and
 * whole numbers; nothing for VALUE_NONE. */
void json_value(struct buffer *b, const char *key, const struct value *v);
/* The same in short, where there are many: "duration": "PT24H". With a key, that instead of the type's name. Numbers
 * that JSON holds exactly are numbers; everything else is its canonical form. */
void json_typed(struct buffer *b, const char *key, const struct value *v);
void json_fault(struct buffer *b, const struct fault *f);
void json_hash(struct buffer *b, const char *key, const struct hash *h);
void json_outcomes(struct buffer *b, const char *key, const uint32_t *outcomes);
void json_grades(struct buffer *b, const char *key, const uint32_t *grades);
/* "changes": {"new": 1, ...}; "since_changes" likewise. */
struct run_changes;
void json_changes(struct buffer *b, const struct run_changes *c, bool since);
/* Program, policy and packs: by what was judged. */
void json_basis(struct buffer *b, const struct report_options *o);

#endif
