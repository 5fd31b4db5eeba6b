#define NCURSES_WIDECHAR 1
#include "typed.h"

#include <curses.h>
#include <string.h>

enum { CAPACITY = 8192, LONGEST_SEQUENCE = 16 };
static struct typed_key queue[CAPACITY];
static int first, count;

static void append(int kind, wint_t key) {
    if (count < CAPACITY) {
        queue[(first + count++) % CAPACITY] = (struct typed_key){kind, key};
    }
}

void typed_put_back(const struct typed_key *keys, int number) {
    for (int i = number - 1; i >= 0 && count < CAPACITY; i--) {
        first = (first + CAPACITY - 1) % CAPACITY;
        queue[first] = keys[i];
        count++;
    }
}

// The longest sequence at the beginning that curses knows as a key; 0 if there is none.
static int known_sequence(const char *bytes, int number, int *key) {
    char sequence[LONGEST_SEQUENCE + 1];
    for (int length = number < LONGEST_SEQUENCE ? number : LONGEST_SEQUENCE; length > 1; length--) {
        memcpy(sequence, bytes, (size_t)length);
        sequence[length] = '\0';
        *key = strlen(sequence) == (size_t)length ? key_defined(sequence) : 0;
        if (*key > 0) {
            return length;
        }
    }
    return 0;
}

void typed_append_bytes(const char *bytes, int number) {
    mbstate_t state;
    memset(&state, 0, sizeof state);
    for (int at = 0; at < number;) {
        int key = 0;
        int length = bytes[at] == '\033' ? known_sequence(bytes + at, number - at, &key) : 0;
        if (length > 0) {
            append(KEY_CODE_YES, (wint_t)key);
            at += length;
            continue;
        }
        wchar_t character = 0;
        size_t used = mbrtowc(&character, bytes + at, (size_t)(number - at), &state);
        if (used == (size_t)-2) {
            return;
        }
        if (used == (size_t)-1) {
            memset(&state, 0, sizeof state);
        } else {
            append(OK, (wint_t)character);
        }
        at += used == (size_t)-1 || used == 0 ? 1 : (int)used;
    }
}

int typed_next(wint_t *key) {
    if (count == 0) {
        return get_wch(key);
    }
    struct typed_key next = queue[first];
    first = (first + 1) % CAPACITY;
    count--;
    *key = next.key;
    return next.kind;
}
