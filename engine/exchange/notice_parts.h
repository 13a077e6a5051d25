/* Private to the notices of the exchange floor. */
#ifndef KIJUN_EXCHANGE_NOTICE_PARTS_H
#define KIJUN_EXCHANGE_NOTICE_PARTS_H

#include "exchange/notice.h"

enum { NOTICE_SHOWN = 20 /* items in a chat or mail; all are in the JSON of a webhook */ };

/* "3 new, 1 overdue" / 新規3件、期限超過1件 */
void notice_summary(const struct notice *n, struct buffer *out);
/* "Supplier: what is wrong" in one line, with grade and due date. */
void notice_line(const struct notice *n, const struct notice_item *i, struct buffer *out);
/* What stands over the items, under them ("and 7 more", "" if none), and on the link. */
void notice_heading(const struct notice *n, struct buffer *out);
void notice_rest(const struct notice *n, struct buffer *out);
const char *notice_link_words(enum language l);
size_t notice_shown(const struct notice *n);
void notice_day(struct buffer *out, day d);

void notice_webhook(const struct notice *n, struct buffer *out);
void notice_slack(const struct notice *n, struct buffer *out);
void notice_teams(const struct notice *n, struct buffer *out);
void notice_mail(const struct notice *n, const struct channel *c, struct buffer *out);

/* Sends a message to the channel's addresses; as notice_send. */
enum notice_sent mail_send(const struct channel *c, const struct access *a, const char *at, size_t len,
                           int (*before_last)(void *context), void *context, struct fault *f);

#endif
