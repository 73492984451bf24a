/* Counts what a process asks of the disk below one folder, and fails it at the Nth call.

   Preloaded (LD_PRELOAD), so that writes by DuckDB and Arrow, which never pass through Python, are
   met too. A process arms itself by parley_arm(); what it executes afterwards is not armed.
   Calls that fail by themselves (a mkdir of what is there) are counted like all others.

   The trace gets one line a call: its number, its name, its bytes, whether it needs room (1 or 0),
   its path.
   Known gap: a dying process leaves what it wrote in the kernel's hands, so the power failing under
   data that were never fsynced is not modelled here. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { COUNT, NOTHING, KB4, KB64, FULL, NO_SPACE, IO_ERROR };

#define DIED 86 /* the exit code of a death at the Nth call */
#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

static char below[4096];
static size_t below_length;
static int trace = -1;
static enum mode mode;
static atomic_long left, counted;
static atomic_bool armed, disk_is_full;

void parley_arm(const char *folder, int trace_descriptor, int chosen_mode, long number) {
    snprintf(below, sizeof below, "%s/", folder);
    below_length = strlen(below);
    trace = trace_descriptor;
    mode = (enum mode)chosen_mode;
    left = number;
    counted = 0;
    disk_is_full = 0;
    armed = 1;
}

static int is_below(const char *path) {
    char whole[4096];
    if (path[0] != '/') { /* relative to the working folder: Python's own calls may be */
        char folder[2048];
        if (!getcwd(folder, sizeof folder)) return 0;
        snprintf(whole, sizeof whole, "%s/%s", folder, path);
        path = whole;
    }
    return strncmp(path, below, below_length) == 0;
}

static const char *path_of(int descriptor, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, size - 1);
    path[length < 0 ? 0 : length] = 0;
    return path;
}

static void note(const char *name, long bytes, int takes_space, const char *path) {
    char line[4400];
    int length = snprintf(line, sizeof line, "%ld\t%s\t%ld\t%d\t%s\n", (long)counted, name, bytes,
                          takes_space, path);
    if (trace >= 0) syscall(SYS_write, trace, line, length);
}

/* What is to become of a call: COUNT means that it goes on as always. */
static enum mode fate(const char *name, long bytes, const char *path, int takes_space) {
    if (!armed || !is_below(path)) return COUNT;
    int saved = errno;
    atomic_fetch_add(&counted, 1);
    int is_due = atomic_fetch_sub(&left, 1) == 1;
    if (mode == COUNT || is_due) note(name, bytes, takes_space, path);
    errno = saved;
    if (disk_is_full && takes_space) return NO_SPACE;
    if (!is_due) return COUNT;
    if (mode == NO_SPACE) {
        if (!takes_space) return COUNT;
        disk_is_full = 1; /* and stays so, as a full disk does */
    }
    if (mode == NOTHING) _exit(DIED);
    return mode;
}

static int refused(enum mode chosen) {
    if (chosen != NO_SPACE && chosen != IO_ERROR) return 0;
    errno = chosen == NO_SPACE ? ENOSPC : EIO;
    return 1;
}

static void die_if_due(enum mode chosen) {
    if (chosen == KB4 || chosen == KB64 || chosen == FULL) _exit(DIED);
}

static size_t torn(enum mode chosen, size_t count) {
    size_t most = chosen == KB4 ? 4096 : chosen == KB64 ? 65536 : count;
    return count < most ? count : most;
}

static enum mode fate_of_write(int descriptor, long count) {
    char path[4096];
    return armed ? fate("write", count, path_of(descriptor, path, sizeof path), 1) : COUNT;
}

/* A call that is done or not, never by halves. */
#define WHOLE(name, bytes, path, takes_space, call)                                                \
    enum mode chosen = fate(name, bytes, path, takes_space);                                       \
    if (refused(chosen)) return -1;                                                                \
    int result = call;                                                                             \
    die_if_due(chosen);                                                                            \
    return result

#define ON_DESCRIPTOR(name, takes_space, call)                                                     \
    char path[4096];                                                                               \
    WHOLE(name, 0, armed ? path_of(descriptor, path, sizeof path) : "", takes_space, call)

ssize_t write(int descriptor, const void *bytes, size_t count) {
    enum mode chosen = fate_of_write(descriptor, count);
    if (refused(chosen)) return -1;
    ssize_t written = syscall(SYS_write, descriptor, bytes, torn(chosen, count));
    die_if_due(chosen);
    return written;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t at) {
    enum mode chosen = fate_of_write(descriptor, count);
    if (refused(chosen)) return -1;
    ssize_t written = syscall(SYS_pwrite64, descriptor, bytes, torn(chosen, count), at);
    die_if_due(chosen);
    return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t at) {
    return pwrite64(descriptor, bytes, count, at);
}

ssize_t writev(int descriptor, const struct iovec *parts, int part_count) {
    size_t count = 0;
    for (int part = 0; part < part_count; part++) count += parts[part].iov_len;
    enum mode chosen = fate_of_write(descriptor, count);
    if (refused(chosen)) return -1;
    if (chosen == KB4 || chosen == KB64) { /* its first part stands for what is torn off */
        syscall(SYS_write, descriptor, parts[0].iov_base, torn(chosen, parts[0].iov_len));
        _exit(DIED);
    }
    ssize_t written = syscall(SYS_writev, descriptor, parts, part_count);
    die_if_due(chosen);
    return written;
}

int fsync(int descriptor) { ON_DESCRIPTOR("fsync", 0, syscall(SYS_fsync, descriptor)); }

int fdatasync(int descriptor) { ON_DESCRIPTOR("fdatasync", 0, syscall(SYS_fdatasync, descriptor)); }

int ftruncate64(int descriptor, off64_t length) {
    ON_DESCRIPTOR("ftruncate", 1, syscall(SYS_ftruncate, descriptor, length));
}

int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }

int fallocate64(int descriptor, int how, off64_t at, off64_t length) {
    ON_DESCRIPTOR("fallocate", 1, syscall(SYS_fallocate, descriptor, how, at, length));
}

int posix_fallocate64(int descriptor, off64_t at, off64_t length) {
    return fallocate64(descriptor, 0, at, length) ? errno : 0;
}

int posix_fallocate(int descriptor, off_t at, off_t length) {
    return posix_fallocate64(descriptor, at, length);
}

int rename(const char *from, const char *to) {
    WHOLE("rename", 0, armed ? to : "", 1, REAL(int, "rename", const char *, const char *)(from, to));
}

int unlink(const char *path) {
    WHOLE("unlink", 0, path, 0, REAL(int, "unlink", const char *)(path));
}

int rmdir(const char *path) {
    WHOLE("rmdir", 0, path, 0, REAL(int, "rmdir", const char *)(path));
}

int mkdir(const char *path, mode_t bits) {
    WHOLE("mkdir", 0, path, 1, REAL(int, "mkdir", const char *, mode_t)(path, bits));
}

/* shutil.rmtree goes by descriptors of folders. */
int unlinkat(int folder, const char *name, int flags) {
    char path[4096] = "";
    if (armed && folder != AT_FDCWD && name[0] != '/') {
        path_of(folder, path, sizeof path / 2);
        strcat(path, "/");
    }
    strncat(path, name, sizeof path / 2 - 1);
    WHOLE(flags & AT_REMOVEDIR ? "rmdir" : "unlink", 0, path, 0,
          syscall(SYS_unlinkat, folder, name, flags));
}

static int opened(const char *path, int flags, mode_t bits) {
    int takes_space = flags & O_CREAT && access(path, F_OK) != 0;
    if (!(flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR)))
        return syscall(SYS_openat, AT_FDCWD, path, flags, bits);
    WHOLE("open", 0, path, takes_space, syscall(SYS_openat, AT_FDCWD, path, flags, bits));
}

#define OPEN(name)                                                                                 \
    int name(const char *path, int flags, ...) {                                                   \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t bits = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                    \
        va_end(rest);                                                                              \
        return opened(path, flags, bits);                                                          \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                               \
    int name(int folder, const char *path, int flags, ...) {                                       \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t bits = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                    \
        va_end(rest);                                                                              \
        if (folder == AT_FDCWD || path[0] == '/') return opened(path, flags, bits);                \
        return syscall(SYS_openat, folder, path, flags, bits);                                     \
    }
OPENAT(openat)
OPENAT(openat64)
