/* Who writes to suppliers: data of the customer, all optional. What is not given is left blank to be filled in. */
#ifndef KIJUN_REPORT_LETTERHEAD_H
#define KIJUN_REPORT_LETTERHEAD_H

enum { REPLY_DAYS = 14 };

struct letterhead {
    const char *company, *department, *person, *address, *phone, *email;
    const char *number;     /* of the letter: "IS-2026-" and the supplier's id is put behind it */
    int reply_days;         /* until an answer is asked for; 0: REPLY_DAYS */
};

#endif
