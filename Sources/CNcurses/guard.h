// Gives the terminal back when the program ends without leaving by its door.
#ifndef CN_GUARD_H
#define CN_GUARD_H

#include <stdbool.h>

// Remembers the modes of the terminal that keys are read from, and builds the bytes that restore
// it. Call before curses starts and after setupterm.
void guard_prepare(int input_fd, const char *crash_message);
// Installs the handlers; the message goes to that file descriptor.
void guard_arm(int errors_fd);
// Puts the handlers that were there before back.
void guard_disarm(void);
// Between these two the screen is not ours, as while the program is stopped.
void guard_pause(void);
void guard_resume(void);
// Sets the modes of the terminal to those found at the start.
void guard_restore_modes(void);

// While the program waits, a signal that asks it to end is kept for it instead of ending it.
void guard_begin_waiting(void);
void guard_end_waiting(void);
bool guard_is_pending(void);
// Readable once a signal is kept.
int guard_wake_fd(void);
// Ends the process by the signal that was kept, if there is one.
void guard_raise_pending(void);

#endif
