/* What the machine gives: libraries, confinement, folders, environment. */
#include <link.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/library.h"
#include "base/text.h"
#include "batch/confine.h"
#include "cli/config.h"
#include "cli/doctor.h"
#include "cli/settings.h"

extern char **environ;

/* ---- libraries ---- */

/* Their versions stand in the names of the files that the linker's names lead to. */
static int add_library(struct dl_phdr_info *info, size_t size, void *context)
{
    static const char *const used[] = {"liblua", "libxml2", "libpcre2", "libutf8proc", "libsodium", "libnettle", "libseccomp", "libsqlite3",
                                       "libzip", "libcurl", "libxlsxwriter"}; /* the others come with these */
    char real[PATH_MAX], *all = context;
    bool is_used = false;
    (void)size;
    if (!info->dlpi_name[0] || !realpath(info->dlpi_name, real))
        return 0;
    const char *name = strrchr(real, '/') + 1;
    for (size_t i = 0; i < sizeof used / sizeof *used; i++)
        is_used |= strncmp(name, used[i], strlen(used[i])) == 0;
    if (!is_used)
        return 0;
    size_t n = strlen(all);
    snprintf(all + n, DOCTOR_TEXT - n, "%s%s", n ? ", " : "", name);
    return 0;
}

void doctor_libraries(struct doctor *d)
{
    static const struct { const char *soname, *package, *en, *ja; } late[] = {
        {"libxml2.so.2", "libxml2", "Word, OpenDocument and most XML files are read with it", "Word・OpenDocument・XMLの読み取りに使います"},
        {"libxlsxwriter.so.4", "libxlsxwriter4", "workbooks are written with it", "Excelブックの作成に使います"},
        {"libzip.so.4", "libzip4", "Word and OpenDocument files are read with it", "Word・OpenDocumentの読み取りに使います"},
        {"libcurl.so.4", "libcurl4", "packs and documents are fetched with it", "規則パックや文書の取得に使います"}};
    char all[DOCTOR_TEXT] = "";
    bool ja = doctor_is_ja(d);
    for (size_t i = 0; i < sizeof late / sizeof *late; i++) {
        char advice[160];
        snprintf(advice, sizeof advice, ja ? "apt-get install %s(%s)" : "apt-get install %s: %s", late[i].package,
                 ja ? late[i].ja : late[i].en);
        if (!library_load(late[i].soname))
            doctor_say(d, HEALTH_BAD, "library", advice, ja ? "%s がありません" : "%s is missing", late[i].soname);
    }
    dl_iterate_phdr(add_library, all);
    doctor_say(d, HEALTH_GOOD, "libraries", NULL, "%s", all);
}

/* ---- what workers are confined by ---- */

/* In a process of its own, for there is no way back. */
static bool can_be_confined(struct fault *f)
{
    struct confinement c = {0};
    int ends[2], status = 0;
    if (confinement_make(&c, 10, f) < 0 || pipe(ends) != 0)
        return false;
    pid_t child = fork();
    if (child == 0)
        _exit(c.filter && confinement_enter(&c, ends[1]) ? 0 : 1);
    close(ends[0]);
    close(ends[1]);
    bool held = child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    confinement_free(&c);
    return held;
}

void doctor_sandbox(struct doctor *d)
{
    bool ja = doctor_is_ja(d);
    struct fault f = {0};
    struct rlimit space;
    timer_t timer;
    struct sigevent none = {.sigev_notify = SIGEV_NONE};
    if (can_be_confined(&f))
        doctor_say(d, HEALTH_GOOD, "sandbox", NULL, ja ? "判定プロセスはシステムコールを制限されます(seccomp)" : "workers are confined (seccomp)");
    else
        doctor_say(d, HEALTH_BAD, "sandbox",
                   ja ? "カーネルまたはコンテナーの設定で seccomp を許可してください。それまでは出所の不明な文書を判定しないでください"
                      : "let the kernel or container allow seccomp; until then check no documents of unknown origin here",
                   ja ? "判定プロセスのシステムコールを制限できません" : "workers cannot be confined: seccomp is refused");
    bool limits = getrlimit(RLIMIT_AS, &space) == 0;
    bool timers = timer_create(CLOCK_MONOTONIC, &none, &timer) == 0;
    if (timers)
        timer_delete(timer);
    if (limits && timers)
        doctor_say(d, HEALTH_GOOD, "limits", NULL, ja ? "メモリと時間を制限できます" : "memory and time can be limited");
    else
        doctor_say(d, HEALTH_BAD, "limits", ja ? "カーネルの設定を確認してください" : "look at the settings of the kernel or container",
                   ja ? "メモリまたは時間を制限できません" : "memory or time cannot be limited");
}

/* ---- folders ---- */

/* Whether something can be made in a folder, or in the nearest one above that is there. */
static bool is_writable(const char *folder)
{
    char path[SETTINGS_PATH];
    snprintf(path, sizeof path, "%s", folder);
    while (access(path, F_OK) != 0) {
        char *slash = strrchr(path, '/');
        if (!slash || slash == path)
            break;
        *slash = '\0';
    }
    return access(path, W_OK) == 0;
}

static void say_folder(struct doctor *d, enum health health, const char *about, const char *folder, const char *advice)
{
    bool ja = doctor_is_ja(d);
    if (is_writable(folder))
        doctor_say(d, HEALTH_GOOD, about, NULL, "%s", folder);
    else
        doctor_say(d, health, about, advice, ja ? "書き込めません: %s" : "cannot be written: %s", folder);
}

void doctor_folders(struct doctor *d)
{
    bool ja = doctor_is_ja(d);
    char cache[SETTINGS_PATH];
    const char *temporary = getenv("TMPDIR");
    if (cache_folder(cache))
        say_folder(d, HEALTH_ODD, "cache", cache,
                   ja ? "書き込めるフォルダーを KIJUN_CACHE に指定してください。なくても動きますが起動が遅くなります"
                      : "name a folder in KIJUN_CACHE that can be written; without it everything works, but starts slower");
    else
        doctor_say(d, HEALTH_ODD, "cache", ja ? "起動を速くするには KIJUN_CACHE を指定してください" : "for faster starts, name a folder in KIJUN_CACHE",
                   ja ? "キャッシュは使われません" : "nothing is kept from run to run");
    say_folder(d, HEALTH_BAD, "temporary", temporary && *temporary ? temporary : "/tmp",
               ja ? "書き込めるフォルダーを TMPDIR に指定してください" : "name a folder in TMPDIR that can be written");
}

/* ---- environment ---- */

/* Variables that are no options. */
static const char *const others[] = {"KIJUN_HOME", "KIJUN_CACHE", "KIJUN_KEY_PASSWORD_FILE"};
enum { OTHERS = sizeof others / sizeof *others };

static void check_variable(struct doctor *d, const char *entry)
{
    char room[OPTION_COUNT][64], name[64];
    const char *names[OPTION_COUNT + OTHERS];
    size_t count = 0, len = strcspn(entry, "=");
    bool ja = doctor_is_ja(d);
    if (len >= sizeof name)
        return;
    memcpy(name, entry, len);
    name[len] = '\0';
    for (size_t i = 0; i < OTHERS; i++)
        names[count++] = others[i];
    for (int id = 0; id < OPTION_COUNT; id++)
        if (option_settings[id].source & SOURCE_ENVIRONMENT)
            names[count++] = config_variable((enum option_id)id, room[id]);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return;
    const char *near = text_suggest(name, names, count);
    char advice[160];
    snprintf(advice, sizeof advice, near ? (ja ? "%s の誤りではありませんか" : "did you mean %s?") : "%s",
             near ? near : ja ? "`kijun manual` に一覧があります" : "`kijun manual` lists the variables");
    doctor_say(d, HEALTH_ODD, "environment", advice, ja ? "%s という環境変数は使われません" : "nothing reads %s", name);
}

void doctor_environment(struct doctor *d)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    bool ja = doctor_is_ja(d);
    const char *locale = "";
    for (size_t i = 0; i < 3 && !*locale; i++) {
        const char *value = getenv(variables[i]);
        locale = value ? value : "";
    }
    bool utf8 = strcasestr(locale, "utf-8") || strcasestr(locale, "utf8");
    doctor_say(d, utf8 ? HEALTH_GOOD : HEALTH_ODD, "locale",
               utf8 ? NULL : ja ? "日本語を端末に表示するには UTF-8 のロケール(例: LANG=ja_JP.UTF-8)が必要です" :
               "text is written as UTF-8: set LANG to a UTF-8 locale, such as C.UTF-8, if the terminal shows it wrongly",
               ja ? "表示の言語 %s、ロケール %s" : "messages in %s, locale %s", language_name(d->c->language), *locale ? locale : "C");
    for (char **e = environ; *e; e++)
        if (strncmp(*e, "KIJUN_", 6) == 0)
            check_variable(d, *e);
}
