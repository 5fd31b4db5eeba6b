// What the terminal is said to be able to do.
#ifndef CN_TERMINFO_H
#define CN_TERMINFO_H

#include <stdbool.h>

// Looks the type up; returns CN_STARTED or why it will not do.
int terminfo_load(const char *name);
// The bytes of a capability, NULL if the terminal lacks it.
const char *terminfo_string(const char *capability);
// Whether it speaks the sequences of ANSI, whose speakers pass over what they do not know.
bool terminfo_speaks_ansi(void);

#endif
