/* --shard: which share is ours, as the user says or as the job does that we run in. */
#include <stdlib.h>
#include <string.h>

#include "base/value.h"
#include "cli/settings.h"

#define OUR_COUNT "KIJUN_SHARDS"

static void write_number(char out[32], int64_t n)
{
    struct buffer b;
    buffer_init_fixed(&b, out, 32);
    buffer_int(&b, n);
}

static bool parse_count(const char *text, size_t len, int64_t *out)
{
    if (len == 1 && *text == '0') {
        *out = 0;
        return true;
    }
    return value_parse_count(text, len, out);
}

static bool is_set(const char *name)
{
    const char *text = getenv(name);
    return text && *text;
}

/* What a variable says, which has to be from `least` to `most`. `owner`: the variable that makes it needed. */
static int variable(const char *owner, const char *name, int64_t least, int64_t most, int64_t *out, struct fault *f)
{
    const char *text = getenv(name);
    char low[32], high[32];
    if (!text || !*text)
        return fault_set(f, FAULT_SHARD_VARIABLE, owner, name);
    if (parse_count(text, strlen(text), out) && *out >= least && *out <= most)
        return 0;
    write_number(low, least);
    write_number(high, most);
    return fault_set(f, FAULT_SHARD_NUMBER, name, text, low, high);
}

/* https://slurm.schedmd.com/job_array.html: the tasks go from MIN by STEP. A task that is submitted alone to run again is an array
 * of one: then only KIJUN_SHARDS can say how many there are, and the array is numbered from 1. */
static int slurm(struct share *out, struct fault *f)
{
    static const char id[] = "SLURM_ARRAY_TASK_ID", count[] = "SLURM_ARRAY_TASK_COUNT";
    int64_t k, n, first, step = 1;
    if (is_set(OUR_COUNT)) {
        if (variable(id, OUR_COUNT, 1, SHARE_MOST, &n, f) < 0 || variable(id, id, 1, n, &k, f) < 0)
            return -1;
        *out = (struct share){(uint32_t)k, (uint32_t)n};
        return 0;
    }
    const char *tasks = getenv(count);
    if (tasks && strcmp(tasks, "1") == 0)
        return fault_set(f, FAULT_SHARD_VARIABLE, id, OUR_COUNT);
    if (variable(id, count, 1, SHARE_MOST, &n, f) < 0 || variable(id, "SLURM_ARRAY_TASK_MIN", 0, INT32_MAX, &first, f) < 0 ||
        (is_set("SLURM_ARRAY_TASK_STEP") && variable(id, "SLURM_ARRAY_TASK_STEP", 1, INT32_MAX, &step, f) < 0) ||
        variable(id, id, first, first + (n - 1) * step, &k, f) < 0)
        return -1;
    if ((k - first) % step)
        return fault_set(f, FAULT_SHARD_VARIABLE, id, OUR_COUNT);
    *out = (struct share){(uint32_t)((k - first) / step + 1), (uint32_t)n};
    return 0;
}

/* An indexed job numbers its pods from 0, and does not tell them how many there are. */
static int kubernetes(struct share *out, struct fault *f)
{
    static const char index[] = "JOB_COMPLETION_INDEX";
    int64_t k, n;
    if (variable(index, OUR_COUNT, 1, SHARE_MOST, &n, f) < 0 || variable(index, index, 0, n - 1, &k, f) < 0)
        return -1;
    *out = (struct share){(uint32_t)(k + 1), (uint32_t)n};
    return 0;
}

int setting_shard(const struct command *c, struct share *out, struct fault *f)
{
    const char *text = c->values[OPTION_SHARD];
    char most[32];
    int64_t k, n;
    if (!text)
        return 0;
    if (strcmp(text, "auto") == 0) {
        if (is_set("SLURM_ARRAY_TASK_ID"))
            return slurm(out, f);
        return is_set("JOB_COMPLETION_INDEX") ? kubernetes(out, f) : fault_set(f, FAULT_SHARD_NO_ARRAY);
    }
    const char *slash = strchr(text, '/');
    if (slash && value_parse_count(text, (size_t)(slash - text), &k) && value_parse_count(slash + 1, strlen(slash + 1), &n) &&
        k >= 1 && k <= n && n <= SHARE_MOST) {
        *out = (struct share){(uint32_t)k, (uint32_t)n};
        return 0;
    }
    write_number(most, SHARE_MOST);
    return fault_set(f, FAULT_SHARD_FORM, text, most);
}
