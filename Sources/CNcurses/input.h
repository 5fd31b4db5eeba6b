// Where keys come from.
#ifndef CN_INPUT_H
#define CN_INPUT_H

#include <stdbool.h>

// The terminal that keys are read from.
int input_fd(void);
// Takes the terminal's size over; false if it is the same.
bool input_resize(void);
// Takes the screen again after a shell had it without our leave.
void input_enter_again(void);

#endif
