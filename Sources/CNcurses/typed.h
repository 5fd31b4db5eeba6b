// What was typed already and is not yet read: keys from before curses, and keys put back.
#ifndef CN_TYPED_H
#define CN_TYPED_H

#include <wchar.h>

// One answer of get_wch: OK or KEY_CODE_YES, and the character or the key.
struct typed_key {
    int kind;
    wint_t key;
};

// Appends bytes as curses would read them; call once the keys are defined.
void typed_append_bytes(const char *bytes, int count);
// Puts keys in front of all others, the first of them first.
void typed_put_back(const struct typed_key *keys, int count);
// The next key like get_wch, first from what was typed already; ERR if there is none.
int typed_next(wint_t *key);

#endif
