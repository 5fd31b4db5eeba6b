// Which commit the programs were built of: text that only the build knows.
#ifndef CCOMMIT_H
#define CCOMMIT_H

// The commit in full, with '+' behind it where files differed from it; empty where nobody said.
const char *cc_commit(void);

#endif
