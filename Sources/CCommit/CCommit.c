#include "CCommit.h"

#ifndef CENSUS_COMMIT
#define CENSUS_COMMIT ""
#endif

const char *cc_commit(void) { return CENSUS_COMMIT; }
