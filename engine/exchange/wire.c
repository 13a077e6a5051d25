#include "exchange/wire.h"

#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>

#include "exchange/address.h"

enum { CONNECT_SECONDS = 15, SLOW_BYTES = 100, SLOW_SECONDS = 20, SECONDS = 60, WAIT_MS = 1000, WAIT_MOST_MS = 60000 };

/* libcurl calls these on the thread that performs. */

/* Where does it really go? Asked for each address of the host, before connecting. */
static curl_socket_t on_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct wire *w = context;
    char text[64] = "";
    (void)purpose;
    if (getnameinfo(&address->addr, address->addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST) != 0)
        text[0] = '\0';
    if (!w->private_ok && !address_is_public(text)) {
        w->refused = true;
        snprintf(w->address, sizeof w->address, "%s", text);
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* All but the last byte first, so that what is noted before it is noted as late as can be. */
static size_t on_read(char *to, size_t size, size_t count, void *context)
{
    struct wire *w = context;
    size_t room = size * count, left = w->len - w->sent;
    bool last = left <= 1;
    size_t n = last ? left : left - 1;
    if (last && !w->all_handed) {
        if (w->before_last && w->before_last(w->context) != 0) {
            w->stopped = true;
            return CURL_READFUNC_ABORT;
        }
        w->all_handed = true;
    }
    n = n < room ? n : room;
    if (n)
        memcpy(to, w->body + w->sent, n);
    w->sent += n;
    return n;
}

static void set_limits(struct wire *w, const struct access *a)
{
    CURL *c = w->curl;
    curl_easy_setopt(c, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(c, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, NULL);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)(a->seconds > 0 ? a->seconds : SECONDS));
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, (long)SLOW_SECONDS);
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, w->why);
    curl_easy_setopt(c, CURLOPT_USERAGENT, "kijun");
    if (a->ca_file)
        curl_easy_setopt(c, CURLOPT_CAINFO, a->ca_file);
    if (a->pin)
        curl_easy_setopt(c, CURLOPT_PINNEDPUBLICKEY, a->pin);
    if (a->proxy)
        curl_easy_setopt(c, CURLOPT_PROXY, a->proxy);
}

/* A host that no_proxy exempts is one that the user's environment names. */
static bool uses_proxy(const struct access *a, const struct url *u)
{
    static const char *const https[] = { "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY" };
    static const char *const http[] = { "http_proxy", "all_proxy", "ALL_PROXY" };
    bool tls = strcmp(u->scheme, "https") == 0;
    if (a->proxy)
        return *a->proxy != '\0';
    for (size_t i = 0; i < (tls ? sizeof https : sizeof http) / sizeof *http; i++) {
        const char *value = getenv(tls ? https[i] : http[i]);
        if (value && *value)
            return true;
    }
    return false;
}

CURL *wire_open(struct wire *w, const struct access *a, const char *url, const struct url *u, bool plain)
{
    bool mail = strncmp(u->scheme, "smtp", 4) == 0;
    w->refused = w->all_handed = w->stopped = false;
    w->sent = 0;
    w->why[0] = '\0';
    w->curl = curl_easy_init();
    if (!w->curl)
        return NULL;
    set_limits(w, a);
    curl_easy_setopt(w->curl, CURLOPT_URL, url);
    curl_easy_setopt(w->curl, CURLOPT_PROTOCOLS_STR, u->scheme);
    curl_easy_setopt(w->curl, CURLOPT_USE_SSL, (long)(plain ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    if (mail)
        curl_easy_setopt(w->curl, CURLOPT_PROXY, "");
    if (mail || !uses_proxy(a, u)) { /* through a proxy the address is the proxy's, and the proxy decides */
        curl_easy_setopt(w->curl, CURLOPT_OPENSOCKETFUNCTION, on_socket);
        curl_easy_setopt(w->curl, CURLOPT_OPENSOCKETDATA, w);
    }
    return w->curl;
}

void wire_upload(struct wire *w)
{
    curl_easy_setopt(w->curl, CURLOPT_READFUNCTION, on_read);
    curl_easy_setopt(w->curl, CURLOPT_READDATA, w);
}

CURLcode wire_perform(struct wire *w)
{
    CURLcode code = curl_easy_perform(w->curl);
    if (code != CURLE_OK && w->why[0] == '\0')
        snprintf(w->why, sizeof w->why, "%s", curl_easy_strerror(code));
    return code;
}

void wire_close(struct wire *w)
{
    curl_easy_cleanup(w->curl);
    w->curl = NULL;
}

bool wire_passing(CURLcode code)
{
    return code == CURLE_OPERATION_TIMEDOUT || code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST ||
           code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_PARTIAL_FILE;
}

int wire_attempts(const struct access *a)
{
    return a->attempts > 0 ? a->attempts : 3;
}

void wire_wait(const struct access *a, int attempts_done, long asked)
{
    long most = a->first_wait_ms > 0 ? a->first_wait_ms : WAIT_MS, ms;
    unsigned chance = 0;
    for (int i = 1; i < attempts_done && most < WAIT_MOST_MS; i++)
        most *= 2;
    most = most < WAIT_MOST_MS ? most : WAIT_MOST_MS;
    if (getrandom(&chance, sizeof chance, GRND_NONBLOCK) != (ssize_t)sizeof chance)
        chance = 1U << 31;
    ms = (long)((double)most * chance / 4294967296.0);
    if (asked > 0 && ms < asked * 1000)
        ms = asked * 1000;
    struct timespec pause = { ms / 1000, ms % 1000 * 1000000 };
    while (nanosleep(&pause, &pause) != 0 && errno == EINTR) {
    }
}
