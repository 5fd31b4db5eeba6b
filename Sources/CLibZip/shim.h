// libzip, for census-convert alone.
#if !__has_include(<zip.h>)
#error "libzip is missing, which census-convert opens documents with: apt-get install -y libxml2-dev libzip-dev"
#endif
#include <zip.h>
