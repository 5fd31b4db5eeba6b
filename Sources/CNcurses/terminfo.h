// What the terminal is said to be able to do.
#ifndef CN_TERMINFO_H
#define CN_TERMINFO_H

// Looks the type up; returns CN_STARTED or why it will not do.
int terminfo_load(const char *name);
// The bytes of a capability, NULL if the terminal lacks it.
const char *terminfo_string(const char *capability);

#endif
