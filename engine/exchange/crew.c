#include "exchange/crew.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CREW = 8 };

struct host {
    const char *name;
    int busy;
    struct timespec next;       /* no request begins before */
};

/* `lock` guards everything here. */
struct crew {
    const struct crew_work *w;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct host *hosts;
    size_t host_count;
    size_t *host_of;            /* by number of the work */
    bool *taken;                /* likewise */
    size_t first;               /* all before it is taken */
};

static struct timespec clock_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t;
}

static bool is_before(struct timespec a, struct timespec b)
{
    return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

/* Under the lock. What to do next; SIZE_MAX: none now, and *wake says when to look again. *left: there are any. */
static size_t choose(struct crew *c, struct timespec *wake, bool *left)
{
    struct timespec now = clock_now();
    *wake = now;
    wake->tv_sec += 60;
    while (c->first < c->w->count && c->taken[c->first])
        c->first++;
    *left = c->first < c->w->count;
    for (size_t i = c->first; i < c->w->count; i++) {
        const struct host *h = &c->hosts[c->host_of[i]];
        if (c->taken[i] || h->busy >= c->w->concurrency)
            continue;
        if (!is_before(now, h->next))
            return i;
        if (is_before(h->next, *wake))
            *wake = h->next;
    }
    return SIZE_MAX;
}

/* Under the lock. */
static void begin(struct crew *c, size_t i)
{
    struct host *h = &c->hosts[c->host_of[i]];
    c->taken[i] = true;
    h->busy++;
    h->next = clock_now();
    h->next.tv_nsec += 1000000000L / c->w->rate;
    if (h->next.tv_nsec >= 1000000000L) {
        h->next.tv_sec++;
        h->next.tv_nsec -= 1000000000L;
    }
}

/* A member of the crew, on a thread of its own. */
static void *work(void *context)
{
    struct crew *c = context;
    struct timespec wake;
    bool left = true;
    pthread_mutex_lock(&c->lock);
    while (left) {
        size_t i = choose(c, &wake, &left);
        if (i == SIZE_MAX) {
            if (left)
                pthread_cond_timedwait(&c->changed, &c->lock, &wake);
            continue;
        }
        begin(c, i);
        pthread_mutex_unlock(&c->lock);
        c->w->one(c->w->context, i);
        pthread_mutex_lock(&c->lock);
        c->hosts[c->host_of[i]].busy--;
        pthread_cond_broadcast(&c->changed);
    }
    pthread_cond_broadcast(&c->changed);
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

/* Few hosts: looked for one after the other. */
static void find_hosts(struct crew *c)
{
    for (size_t i = 0; i < c->w->count; i++) {
        const char *name = c->w->host(c->w->context, i);
        size_t h = 0;
        while (h < c->host_count && strcmp(c->hosts[h].name, name) != 0)
            h++;
        if (h == c->host_count)
            c->hosts[c->host_count++].name = name;
        c->host_of[i] = h;
    }
}

static void run_crew(struct crew *c)
{
    pthread_t members[CREW];
    pthread_condattr_t attributes;
    size_t count = 0;
    pthread_mutex_init(&c->lock, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&c->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    while (count < CREW - 1 && count + 1 < c->w->count && pthread_create(&members[count], NULL, work, c) == 0)
        count++;
    work(c); /* without threads there is still one */
    for (size_t i = 0; i < count; i++)
        pthread_join(members[i], NULL);
    pthread_cond_destroy(&c->changed);
    pthread_mutex_destroy(&c->lock);
}

int crew_run(const struct crew_work *w, struct fault *f)
{
    struct crew c = { .w = w };
    size_t count = w->count ? w->count : 1;
    c.hosts = calloc(count, sizeof *c.hosts);
    c.host_of = calloc(count, sizeof *c.host_of);
    c.taken = calloc(count, sizeof *c.taken);
    bool good = c.hosts && c.host_of && c.taken;
    if (good) {
        find_hosts(&c);
        run_crew(&c);
    }
    free(c.hosts);
    free(c.host_of);
    free(c.taken);
    return good ? 0 : fault_set(f, FAULT_MEMORY);
}
