#ifndef XIAOPIAO_CSANDBOX_H
#define XIAOPIAO_CSANDBOX_H
#include <signal.h>
#include <sys/prctl.h>

// prctl is variadic, which Swift does not import.

/// No program started from here gains privileges by being set-uid. 0, or -1 with errno.
static inline int sandbox_forbid_new_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL);
}

/// This process is killed when the one that started it ends. 0, or -1 with errno.
static inline int sandbox_die_with_parent(void) {
  return prctl(PR_SET_PDEATHSIG, (unsigned long)SIGKILL, 0UL, 0UL, 0UL);
}
#endif
