#include "charset.h"
#include "CNcurses.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <wchar.h>

bool cn_use_utf8(void) {
    static const char *const names[] = {"C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (setlocale(LC_CTYPE, names[i]) != NULL) {
            return true;
        }
    }
    return false;
}

bool cn_is_utf8(void) {
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int cn_wcwidth(uint32_t scalar) {
    return wcwidth((wchar_t)scalar);
}

int cn_decode(const uint8_t *bytes, int count, uint32_t *scalar) {
    mbstate_t state;
    memset(&state, 0, sizeof state);
    wchar_t character = 0;
    size_t used = mbrtowc(&character, (const char *)bytes, (size_t)count, &state);
    if (used == (size_t)-2) {
        return 0;
    }
    if (used == (size_t)-1) {
        return -1;
    }
    *scalar = (uint32_t)character;
    return used == 0 ? 1 : (int)used;
}

static bool is_chinese(const char *charset) {
    static const char *const names[] = {"GB18030", "GBK", "GB2312", "EUC-CN"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(charset, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool lacks_locale;

bool cn_lacks_locale(void) {
    return lacks_locale;
}

void charset_choose(void) {
    // Numbers stay as in C: nothing here is formatted for people.
    lacks_locale = setlocale(LC_CTYPE, "") == NULL;
    if (!cn_is_utf8() && !is_chinese(nl_langinfo(CODESET))) {
        cn_use_utf8();
    }
}
