#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's struct open_how, written out for C libraries whose headers are older than the call. */
struct cs_open_how {
  uint64_t flags;
  uint64_t mode;
  uint64_t resolve;
};

enum { CS_NO_SYMLINKS = 0x04, CS_BENEATH = 0x08 };

static int retrying_openat(int directory, const char *name, int flags, unsigned int mode) {
  int opened;
  do {
    opened = openat(directory, name, flags, (mode_t)mode);
  } while (opened < 0 && errno == EINTR);
  return opened;
}

static void close_quietly(int descriptor) {
  int saved = errno;
  close(descriptor);
  errno = saved;
}

/* Copies the first part of a path; returns what follows its slashes, or null if it may not be used. */
static const char *take_part(const char *path, char part[NAME_MAX + 1]) {
  size_t length = strcspn(path, "/");
  if (length > NAME_MAX) {
    errno = ENAMETOOLONG;
    return NULL;
  }
  memcpy(part, path, length);
  part[length] = '\0';
  if (strcmp(part, "..") == 0) {
    errno = EXDEV;
    return NULL;
  }
  return path + length + strspn(path + length, "/");
}

int cs_open_stepwise(int directory, const char *path, int flags, unsigned int mode) {
  if (*path == '\0') {
    errno = ENOENT;
    return -1;
  }
  if (*path == '/') {
    errno = EXDEV;
    return -1;
  }
  int current = directory;
  for (;;) {
    char part[NAME_MAX + 1];
    const char *rest = take_part(path, part);
    int last = rest != NULL && *rest == '\0';
    int opened = -1;
    if (last) {
      opened = retrying_openat(current, part, flags | O_NOFOLLOW, mode);
    } else if (rest != NULL) {
      opened = retrying_openat(current, part, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);
    }
    if (current != directory) {
      close_quietly(current);
    }
    if (opened < 0 || last) {
      return opened;
    }
    current = opened;
    path = rest;
  }
}

int cs_open_beneath(int directory, const char *path, int flags, unsigned int mode) {
#ifdef SYS_openat2
  struct cs_open_how how = {
      .flags = (uint64_t)(unsigned int)flags,
      .mode = (flags & O_CREAT) ? mode : 0,
      .resolve = CS_NO_SYMLINKS | CS_BENEATH,
  };
  long opened;
  do {
    opened = syscall(SYS_openat2, directory, path, &how, sizeof how);
  } while (opened < 0 && (errno == EINTR || errno == EAGAIN));
  if (opened >= 0 || (errno != ENOSYS && errno != EPERM && errno != EINVAL)) {
    return (int)opened;
  }
#endif
  return cs_open_stepwise(directory, path, flags, mode);
}

int cs_synchronize_all(int directory) {
  return syncfs(directory);
}
