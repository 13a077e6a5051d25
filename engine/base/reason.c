#include "base/reason.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

struct reason {
    int number;
    const char *en, *ja;
};

static const struct reason reasons[] = {
    {ENOENT, "no such file or folder", "ファイルまたはフォルダーがありません"},
    {EACCES, "permission denied", "権限がありません"},
    {EPERM, "operation not permitted", "この操作は許可されていません"},
    {ENOTDIR, "not a folder", "フォルダーではありません"},
    {EISDIR, "is a folder", "フォルダーです"},
    {EEXIST, "already there", "既に存在します"},
    {ENOTEMPTY, "the folder is not empty", "フォルダーが空ではありません"},
    {ENOSPC, "no space left on the device", "空き容量がありません"},
    {EDQUOT, "disk quota exceeded", "ディスクの割当量を超えました"},
    {EFBIG, "file too large", "ファイルが大きすぎます"},
    {EROFS, "read-only file system", "読み取り専用のファイルシステムです"},
    {EIO, "input/output error", "入出力エラーです"},
    {EMFILE, "too many open files", "開いているファイルが多すぎます"},
    {ENFILE, "too many open files in the system", "システム全体で開いているファイルが多すぎます"},
    {ENAMETOOLONG, "name too long", "名前が長すぎます"},
    {ELOOP, "too many symbolic links", "シンボリックリンクが多すぎます"},
    {EBUSY, "in use", "使用中です"},
    {ETXTBSY, "in use", "使用中です"},
    {EXDEV, "on another file system", "別のファイルシステムにあります"},
    {ENOMEM, "out of memory", "メモリが不足しています"},
    {EPIPE, "nobody reads at the other end", "読み手が閉じました"},
    {EINVAL, "not possible here", "ここでは実行できません"},
};

enum { REASONS = sizeof reasons / sizeof *reasons };

const char *reason_of(int number)
{
    for (size_t i = 0; i < REASONS; i++)
        if (reasons[i].number == number)
            return reasons[i].en;
    const char *words = strerrordesc_np(number);
    return words ? words : "unknown reason";
}

const char *reason_in(const char *reason, enum language language)
{
    for (size_t i = 0; language == LANGUAGE_JA && i < REASONS; i++)
        if (strcmp(reasons[i].en, reason) == 0)
            return reasons[i].ja;
    return reason;
}
