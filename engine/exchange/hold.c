#include "exchange/hold.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>

#include "base/reason.h"

int hold_folder(int folder, const char *name, int *lock, struct fault *f)
{
    *lock = openat(folder, name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (*lock < 0)
        return fault_set(f, FAULT_OUTPUT, reason_of(errno));
    if (flock(*lock, LOCK_EX | LOCK_NB) != 0)
        return fault_set(f, FAULT_FETCH_HELD);
    return 0;
}
