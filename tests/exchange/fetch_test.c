#include "exchange/fetch.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A server with a certificate of a test authority, for one test. */
static char folder[] = "/tmp/kijun-fetch-XXXXXX";
static char ca[64];
static int port;
static pid_t server;
static int server_input = -1;

static void start_server(void)
{
    int in[2], out[2];
    char command[512], certificate[64], key[64];
    cr_assert_not_null(mkdtemp(folder));
    snprintf(ca, sizeof ca, "%s/server.pem", folder);
    snprintf(certificate, sizeof certificate, "%s/server.pem", folder);
    snprintf(key, sizeof key, "%s/server.key", folder);
    snprintf(command, sizeof command, "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
             " -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout %s -out %s 2>/dev/null",
             key, certificate);
    cr_assert_eq(system(command), 0);
    cr_assert_eq(pipe(in), 0);
    cr_assert_eq(pipe(out), 0);
    server = fork();
    if (server == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        close(in[1]);
        execlp("python3", "python3", "tests/exchange/server.py", certificate, key, (char *)NULL);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    server_input = in[1];
    FILE *said = fdopen(out[0], "r");
    cr_assert_eq(fscanf(said, "%d", &port), 1);
    fclose(said);
}

static void stop_server(void)
{
    char command[128];
    close(server_input);
    kill(server, SIGKILL);
    waitpid(server, NULL, 0);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
}

TestSuite(fetch, .init = start_server, .fini = stop_server, .timeout = 60);

static struct fetch_options friendly(void)
{
    return (struct fetch_options){ .cap = 100000, .seconds = 5, .first_wait_ms = 20, .allow_private = true,
                                   .ca_file = ca };
}

struct fetched {
    struct buffer body;
    struct fetch_reply reply;
    struct fault fault;
};

static struct fetched get(const char *path, const struct fetch_options *options)
{
    struct fetched g = { 0 };
    char url[128];
    buffer_init(&g.body, 1 << 20);
    snprintf(url, sizeof url, "https://localhost:%d%s", port, path);
    int result = fetch_get(url, options, &g.body, &g.reply, &g.fault);
    cr_assert_eq(result == 0, g.fault.id == FAULT_NONE, "%s", fault_name(g.fault.id));
    cr_assert(result == 0 || g.body.len == 0, "half a body was left");
    return g;
}

static enum fault_id refused(const char *path)
{
    struct fetch_options o = friendly();
    struct fetched g = get(path, &o);
    buffer_free(&g.body);
    return g.fault.id;
}

static void gives(const char *path, const char *body)
{
    struct fetch_options o = friendly();
    struct fetched g = get(path, &o);
    cr_assert_eq(g.fault.id, FAULT_NONE, "%s: %s", fault_name(g.fault.id), g.fault.arg[0]);
    cr_assert_str_eq(g.body.at, body);
    buffer_free(&g.body);
}

Test(fetch, gives_the_body_and_its_etag)
{
    struct fetch_options o = friendly();
    struct fetched g = get("/ok", &o);
    cr_assert_str_eq(g.body.at, "a rule pack");
    cr_assert_str_eq(g.reply.etag, "\"v1\"");
    cr_assert_not(g.reply.not_modified);
    buffer_free(&g.body);
}

Test(fetch, of_a_copy_that_is_still_right_says_not_modified)
{
    struct fetch_options o = friendly();
    o.etag = "\"v1\"";
    struct fetched g = get("/etag", &o);
    cr_assert(g.reply.not_modified);
    cr_assert_eq(g.body.len, 0);
    buffer_free(&g.body);
}

Test(fetch, follows_a_redirect_and_takes_chunks)
{
    gives("/moved", "a rule pack");
    gives("/chunked", "hello");
}

Test(fetch, tries_again_after_a_passing_fault)
{
    gives("/broken-once", "second try");
}

Test(fetch, waits_as_long_as_the_server_asks)
{
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    gives("/later", "after a second");
    clock_gettime(CLOCK_MONOTONIC, &after);
    cr_assert_geq(after.tv_sec - before.tv_sec, 1);
}

Test(fetch, gives_up_after_three_attempts)
{
    cr_assert_eq(refused("/always-broken"), FAULT_FETCH_FAILED);
    gives("/count-always-broken", "3");
}

Test(fetch, refuses_what_is_too_large_however_it_is_sent)
{
    cr_assert_eq(refused("/endless"), FAULT_FETCH_SIZE);
    cr_assert_eq(refused("/huge-length"), FAULT_FETCH_SIZE);
}

Test(fetch, does_not_unpack_a_compressed_body)
{
    struct fetch_options o = friendly();
    struct fetched g = get("/gzip-bomb", &o);
    cr_assert_eq(g.fault.id, FAULT_NONE);
    cr_assert_lt(g.body.len, 20000);
    buffer_free(&g.body);
}

Test(fetch, refuses_a_body_whose_end_cannot_be_known)
{
    cr_assert_eq(refused("/until-close"), FAULT_FETCH_LENGTH);
    cr_assert_eq(refused("/truncated"), FAULT_FETCH_FAILED);
}

Test(fetch, ends_a_slow_answer)
{
    struct fetch_options o = friendly();
    o.seconds = 1;
    o.attempts = 1;
    struct fetched g = get("/slow", &o);
    cr_assert_eq(g.fault.id, FAULT_FETCH_FAILED);
    buffer_free(&g.body);
}

Test(fetch, ends_a_redirect_loop_and_never_leaves_https)
{
    cr_assert_eq(refused("/loop"), FAULT_FETCH_FAILED);
    cr_assert_eq(refused("/to-http"), FAULT_FETCH_URL);
    cr_assert_eq(refused("/to-file"), FAULT_FETCH_URL);
}

Test(fetch, reports_the_status_of_a_page_that_is_not_there)
{
    cr_assert_eq(refused("/nowhere"), FAULT_FETCH_STATUS);
}

Test(fetch, refuses_a_private_address_unless_allowed)
{
    struct fetch_options o = friendly();
    o.allow_private = false;
    struct fetched g = get("/ok", &o);
    cr_assert_eq(g.fault.id, FAULT_FETCH_PRIVATE);
    buffer_free(&g.body);
}

Test(fetch, refuses_a_certificate_of_an_unknown_authority)
{
    struct fetch_options o = friendly();
    o.ca_file = NULL;
    struct fetched g = get("/ok", &o);
    cr_assert_eq(g.fault.id, FAULT_FETCH_FAILED);
    buffer_free(&g.body);
}

Test(fetch, refuses_a_server_with_another_key_than_the_pinned_one)
{
    struct fetch_options o = friendly();
    o.pin = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    struct fetched g = get("/ok", &o);
    cr_assert_eq(g.fault.id, FAULT_FETCH_FAILED);
    buffer_free(&g.body);
}

Test(fetch, takes_https_addresses_only)
{
    static const char *const urls[] = { "http://localhost/", "file:///etc/hostname", "ftp://x/", "", "localhost" };
    struct fetch_options o = friendly();
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        struct fetched g = { 0 };
        buffer_init(&g.body, 1000);
        cr_assert_eq(fetch_get(urls[i], &o, &g.body, &g.reply, &g.fault), -1);
        cr_assert_eq(g.fault.id, FAULT_FETCH_URL);
    }
}
