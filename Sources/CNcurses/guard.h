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
// Restores the terminal without ever waiting for one that reads nothing.
void guard_give_back(void);

// A signal that asks the program to end is kept for it; this says whether there is one.
bool guard_is_pending(void);
// Ends the process by the signal that was kept, if there is one.
void guard_raise_pending(void);
// Around all that writes to the terminal and may have to wait: once a signal is kept, what is
// written goes nowhere, so that nobody waits any more.
void guard_begin_writing(void);
void guard_end_writing(void);

// Whether somebody asked the program to stop, or it went on after it was stopped; asked once.
bool guard_take_stop(void);
bool guard_take_continued(void);

// Readable once any of these signals came; emptied by the second.
int guard_wake_fd(void);
void guard_empty_wake(void);

#endif
