// Landlock of the Linux kernel, for census-convert: its calls have no functions in the C library.
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Takes away every right to files and folders, for good; whether the kernel does it.
static inline _Bool landlock_forbid_files(void) {
#ifdef LANDLOCK_CREATE_RULESET_VERSION
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return 0;
  // All that the version knows: 13 rights at first, then links over folders, then truncation.
  __u64 rights = (1ULL << (version >= 3 ? 15 : version == 2 ? 14 : 13)) - 1;
  struct landlock_ruleset_attr rules = {.handled_access_fs = rights};
  long set = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
  if (set < 0) return 0;
  _Bool done = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
               syscall(SYS_landlock_restrict_self, (int)set, 0) == 0;
  close((int)set);
  return done;
#else
  return 0;
#endif
}
